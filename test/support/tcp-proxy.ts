import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands in front of a TCP server, and can turn into a black hole: it accepts, keeps, and forwards nothing. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private isHole = false;
  private constructor(
    readonly port: number,
    private readonly close: () => Promise<void>,
  ) {}

  /** `target` is asked for every connection. */
  static async start(target: () => { host: string; port: number } | null): Promise<TcpProxy> {
    let proxy: TcpProxy;
    const server = createServer((client) => proxy.join(client, target()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
    proxy = new TcpProxy((server.address() as AddressInfo).port, close);
    return proxy;
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
    await this.close();
  }

  private join(client: Socket, target: { host: string; port: number } | null): void {
    if (!target) {
      client.destroy();
      return;
    }
    const server = connect(target.port, target.host);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(from);
      from.setNoDelay(true);
      from.on('data', (data) => to.write(data));
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
