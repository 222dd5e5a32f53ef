import { TcpProxy, targetOf } from './tcp-proxy.js';

const PROBE_MS = 50;

/** A load balancer over TCP: gives each new connection to one of the processes whose /readyz says so, in turn. */
export class Balancer {
  private ready: string[] = [];
  private timer: NodeJS.Timeout | undefined;
  private turn = 0;

  private constructor(
    private readonly urls: () => readonly (string | null)[],
    private proxy: TcpProxy | null,
  ) {}

  /** @param urls asked for each probe; null: no process there */
  static async start(urls: () => readonly (string | null)[]): Promise<Balancer> {
    const balancer = new Balancer(urls, null);
    balancer.proxy = await TcpProxy.start(() => balancer.next());
    await balancer.probe();
    return balancer;
  }

  get port(): number {
    return (this.proxy as TcpProxy).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** Resolves when it gives connections to the process. */
  async until(url: string): Promise<void> {
    while (!this.ready.includes(url)) await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    await this.proxy?.stop();
  }

  private next() {
    this.turn += 1;
    const url = this.ready[this.turn % this.ready.length];
    return url === undefined ? null : targetOf(url);
  }

  private async probe(): Promise<void> {
    const found: string[] = [];
    for (const url of this.urls()) {
      if (url === null) continue;
      const answer = await fetch(new URL('/readyz', url), { headers: { connection: 'close' } }).catch(() => null);
      if (answer?.status === 200) found.push(url);
    }
    this.ready = found;
    this.timer = setTimeout(() => void this.probe(), PROBE_MS);
  }
}
