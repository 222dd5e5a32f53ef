import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** One connection through the proxy, seen from the middle. */
export interface ProxiedConnection {
  /** Drops both ends without a word. */
  cut(): void;
  /** Resets both ends. */
  reset(): void;
  /** Ends one direction; the other goes on. */
  halfClose(end: 'client' | 'server'): void;
  /** A black hole from now on, which keeps both ends; `forward` ends it. */
  swallow(): void;
  forward(): void;
}

export interface TcpProxyHooks {
  /** Called with what the client sent, after it was passed on. */
  readonly onClientData?: (data: Buffer, connection: ProxiedConnection) => void;
  /** Called with what the server sent; `false` keeps it from the client, bytes are sent instead of it. */
  readonly onServerData?: (data: Buffer, connection: ProxiedConnection) => boolean | Buffer | undefined;
}

/**
 * A network between two processes that does what a test tells it to: it can cut a connection at a chosen byte, and turn
 * into a black hole, which accepts, keeps, and forwards nothing.
 */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  /** Those that are open. */
  readonly connections = new Set<ProxiedConnection>();
  private isHole = false;

  private constructor(
    private readonly listener: Server,
    private readonly target: () => Target | null,
    private readonly hooks: TcpProxyHooks,
  ) {}

  /** `target` is asked for every connection; null: the client is turned away. */
  static async start(target: () => Target | null, hooks: TcpProxyHooks = {}): Promise<TcpProxy> {
    const listener = createServer();
    const proxy = new TcpProxy(listener, target, hooks);
    listener.on('connection', (client) => proxy.join(client));
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** The same URL, through the proxy. */
  through(url: string): string {
    const proxied = new URL(url);
    proxied.hostname = '127.0.0.1';
    proxied.port = String(this.port);
    return proxied.toString();
  }

  swallow(): void {
    this.isHole = true;
    for (const socket of this.sockets) socket.pause();
  }

  forward(): void {
    this.isHole = false;
    for (const socket of this.sockets) socket.resume();
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private join(client: Socket): void {
    const target = this.target();
    if (!target) {
      client.destroy();
      return;
    }
    const server = connect(target.port, target.host);
    const connection = {
      cut: () => {
        client.destroy();
        server.destroy();
      },
      reset: () => {
        client.resetAndDestroy();
        server.resetAndDestroy();
      },
      halfClose: (end: 'client' | 'server') => void (end === 'client' ? client : server).end(),
      swallow: () => {
        for (const socket of [client, server]) socket.pause();
      },
      forward: () => {
        for (const socket of [client, server]) socket.resume();
      },
    };
    this.connections.add(connection);
    client.on('close', () => this.connections.delete(connection));
    client.on('data', (data) => {
      server.write(data);
      this.hooks.onClientData?.(data, connection);
    });
    server.on('data', (data) => {
      const passed = this.hooks.onServerData?.(data, connection) ?? true;
      if (passed !== false && !client.destroyed) client.write(passed === true ? data : passed);
    });
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(from);
      from.setNoDelay(true);
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      if (this.isHole) from.pause();
    }
  }
}

/** Where a URL points. */
export const targetOf = (url: string): Target => {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port || 5432) };
};
