import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../src/database/embedded-postgres.js';
import { foreignCpu } from '../machine.js';
import { canPin, Worker } from '../worker.js';
import type { CallerAsk } from './callers.js';
import type { ClientAsk } from './clients.js';
import type { LaurelAddress, LaurelAsk } from './protocol.js';

const [SERVER_CORE, CLIENT_CORE] = [0, 1];
const EXIT_INTERRUPTED = 130;

/** Where everything runs, as it is told to whoever reads the figures. */
export const WHERE = canPin
  ? `server on core ${SERVER_CORE}, callers and subscribers on core ${CLIENT_CORE}, PostgreSQL on either`
  : 'not pinned: this machine has no taskset or one core, and the processes take turns as it likes';

/** A cluster of PostgreSQL and processes around it, all of which end with it. */
export class Stage {
  private readonly undo: (() => unknown)[] = [];
  private readonly workers = new Set<Worker<never>>();
  private databases = 0;
  private folder = '';
  private admin!: pg.Client;
  clusterUrl = '';

  /** Runs `play` on a stage that is taken down whatever happens, also on a signal. */
  static async with(play: (stage: Stage) => Promise<void>): Promise<void> {
    const stage = new Stage();
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void stage.takeDown().then(() => process.exit(EXIT_INTERRUPTED)));
    try {
      await stage.setUp();
      await play(stage);
    } finally {
      await stage.takeDown();
    }
  }

  /** What sockets are measured at. */
  server<A extends object>(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Worker<A> {
    return this.start<A>(file, args, { core: SERVER_CORE, flags: ['--expose-gc'], env });
  }

  /** A Laurel on a database of its own that takes commands and serves sockets. */
  async laurel(topics: number): Promise<{ readonly server: Worker<LaurelAsk>; readonly address: LaurelAddress }> {
    const server = this.server<LaurelAsk>('feed/laurel.js', [...(await this.place()), String(topics), 'both']);
    return { server, address: await server.answer<LaurelAddress>() };
  }

  /** One Laurel that serves what another writes. */
  async laurelFed(topics: number) {
    const place = await this.place();
    const writer = this.start<LaurelAsk>('feed/laurel.js', [...place, String(topics), 'write'], {});
    const address = await writer.answer<LaurelAddress>();
    const server = this.server<LaurelAsk>('feed/laurel.js', [...place, String(topics), 'serve']);
    const { url } = await server.answer<LaurelAddress>();
    return { server, writer, address: { ...address, url } };
  }

  async clients(): Promise<Worker<ClientAsk>> {
    const clients = this.start<ClientAsk>('feed/clients.js', [], { core: CLIENT_CORE });
    await clients.answer();
    return clients;
  }

  async callers(): Promise<Worker<CallerAsk>> {
    const callers = this.start<CallerAsk>('feed/callers.js', [], { core: CLIENT_CORE });
    await callers.answer();
    return callers;
  }

  /** CPU seconds so far of programs that do not belong to it. */
  foreignCpu(): Promise<number> {
    return foreignCpu(
      [...this.workers].filter((worker) => worker.isAlive).map(({ pid }) => pid),
      this.dataDir,
    );
  }

  private start<A extends object>(file: string, args: readonly string[], options: ConstructorParameters<typeof Worker>[2]): Worker<A> {
    const worker = new Worker<A>(file, args, options);
    this.workers.add(worker);
    this.undo.push(() => worker.kill());
    return worker;
  }

  private get dataDir(): string {
    return join(this.folder, 'postgres');
  }

  /** URL of a new database, and a folder. */
  private async place(): Promise<[string, string]> {
    this.databases += 1;
    const name = `feed_bench_${this.databases}`;
    await this.admin.query(`create database ${name}`);
    return [Object.assign(new URL(this.clusterUrl), { pathname: `/${name}` }).toString(), join(this.folder, name)];
  }

  private async setUp(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'laurel-feed-bench-'));
    this.undo.push(() => rm(this.folder, { recursive: true, force: true }));
    const cluster = await startEmbeddedPostgres({ dataDir: this.dataDir });
    this.undo.push(() => cluster.stop());
    this.clusterUrl = cluster.url;
    this.admin = new pg.Client({ connectionString: cluster.url });
    this.admin.on('error', () => {});
    await this.admin.connect();
    this.undo.push(() => this.admin.end());
  }

  private async takeDown(): Promise<void> {
    for (const step of this.undo.splice(0).reverse()) await Promise.resolve(step()).catch((error: unknown) => console.error(error));
  }
}
