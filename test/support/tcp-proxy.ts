import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** One connection through the proxy, seen from the middle. */
export interface ProxiedConnection {
  readonly client: Socket;
  readonly server: Socket;
  /** Drops both ends without a word. */
  cut(): void;
}

export interface TcpProxyHooks {
  /** Called with what the client sent, after it was passed on. */
  readonly onClientData?: (data: Buffer, connection: ProxiedConnection) => void;
  /** Called with what the server sent; `false` keeps it from the client. */
  readonly onServerData?: (data: Buffer, connection: ProxiedConnection) => boolean | undefined;
}

/** A network between two processes that does what a test tells it to. */
export class TcpProxy {
  private constructor(
    private readonly listener: Server,
    private readonly sockets: Set<Socket>,
  ) {}

  static async start(target: { host: string; port: number }, hooks: TcpProxyHooks): Promise<TcpProxy> {
    const sockets = new Set<Socket>();
    const listener = createServer((client) => {
      const server = connect(target);
      const cut = () => {
        client.destroy();
        server.destroy();
      };
      const connection = { client, server, cut };
      for (const socket of [client, server]) {
        sockets.add(socket);
        socket.setNoDelay(true);
        socket.on('error', cut);
        socket.on('close', () => {
          sockets.delete(socket);
          cut();
        });
      }
      client.on('data', (data) => {
        server.write(data);
        hooks.onClientData?.(data, connection);
      });
      server.on('data', (data) => {
        if (hooks.onServerData?.(data, connection) !== false && !client.destroyed) client.write(data);
      });
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    return new TcpProxy(listener, sockets);
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

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.listener.close(resolve));
  }
}
