import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type Target, targetOf } from '../../support/tcp-proxy.js';

/** How a reader behind a valve reads: as it comes, nothing, a byte a second, or nothing while it says that it is there. */
export type Reading = 'all' | 'stops' | 'drips' | 'pongs';

const BEAT_MS = 1_000;
/** A pong that nobody asked for: masked, with a mask of zeros (RFC 6455, 5.5.3). */
const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);

/** Makes a slow reader of whoever connects through it. */
export class Valve {
  private readonly servers = new Set<Socket>();
  private readonly clients = new Set<Socket>();
  private beat: NodeJS.Timeout | undefined;

  private constructor(
    private readonly listener: Server,
    private reading: Reading,
  ) {}

  static async start(target: Target): Promise<Valve> {
    const listener = createServer();
    const valve = new Valve(listener, 'all');
    listener.on('connection', (client) => valve.join(client, connect(target.port, target.host)));
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    return valve;
  }

  through(url: string): string {
    return url.replace(`:${targetOf(url).port}/`, `:${(this.listener.address() as AddressInfo).port}/`);
  }

  /** From now on it is read like this. */
  turn(reading: Reading): void {
    this.reading = reading;
    clearInterval(this.beat);
    for (const server of this.servers) this.apply(server);
    if (reading === 'drips' || reading === 'pongs') this.beat = setInterval(() => this.tick(), BEAT_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.beat);
    for (const socket of [...this.servers, ...this.clients]) socket.destroy();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private join(client: Socket, server: Socket): void {
    this.servers.add(server);
    this.clients.add(client);
    const over = () => {
      this.servers.delete(server);
      this.clients.delete(client);
      server.destroy();
      client.end();
    };
    client.on('data', (data) => server.write(data));
    server.on('data', (data) => client.write(data));
    for (const socket of [client, server]) {
      socket.on('error', () => {});
      socket.on('close', over);
    }
    this.apply(server);
  }

  private apply(server: Socket): void {
    if (this.reading === 'all') server.resume();
    else server.pause();
  }

  private tick(): void {
    for (const server of this.servers) {
      if (this.reading === 'pongs') server.write(PONG);
      else server.read(1);
    }
  }
}
