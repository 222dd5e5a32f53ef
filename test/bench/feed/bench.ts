import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../src/database/embedded-postgres.js';
import { Figures } from '../figures.js';
import { Worker } from '../worker.js';
import type { ClientAsk } from './clients.js';
import type { Address, Ask, Told } from './protocol.js';

const [SERVER_CORE, CLIENT_CORE] = [0, 1];
const TOPICS = 1_000;

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, rounds: { type: 'string' }, only: { type: 'string', multiple: true } },
});
const rounds = Number(values.rounds ?? (values.quick ? 3 : 5));
const isWanted = (shape: string) => !values.only || values.only.includes(shape);
const print = (line: string) => process.stdout.write(`${line}\n`);

const undo: (() => unknown)[] = [];
async function cleanUp(): Promise<void> {
  for (const step of undo.splice(0).reverse()) await Promise.resolve(step()).catch((error: unknown) => console.error(error));
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void cleanUp().then(() => process.exit(130)));

interface Shape {
  readonly name: string;
  readonly sockets: number;
  readonly events: number;
  /** How often the events are sent and waited for. */
  readonly times: number;
  /** Every socket follows a topic of its own. */
  readonly perTopic: boolean;
  readonly contenders: readonly string[];
}

const OTHERS = ['graphql-ws', 'mercurius', 'yoga'];
const SHAPES: readonly Shape[] = [
  { name: 'broadcast to 1,000', sockets: 1_000, events: 200, times: 1, perTopic: false, contenders: ['laurel', 'raw', ...OTHERS] },
  {
    name: 'unicast to 1,000',
    sockets: 1_000,
    events: 20_000,
    times: 1,
    perTopic: true,
    contenders: ['laurel', 'raw', 'graphql-ws', 'mercurius'],
  },
  { name: 'ten in a tick', sockets: 1_000, events: 10, times: 20, perTopic: false, contenders: ['laurel', 'raw'] },
  { name: 'broadcast to 10,000', sockets: 10_000, events: 20, times: 1, perTopic: false, contenders: ['laurel', 'raw', ...OTHERS] },
];

class Bench {
  readonly figures = new Figures();
  /** An event as Laurel sends it; the others send the same. */
  private event: string | null = null;

  constructor(private readonly databases: () => Promise<string>) {}

  async run(shape: Shape): Promise<void> {
    for (const name of shape.contenders) {
      const server = await this.server(name);
      const clients = new Worker<ClientAsk>('feed/clients.js', [], { core: CLIENT_CORE });
      undo.push(() => clients.kill());
      try {
        await clients.answer();
        await this.measure(shape, name, server, clients);
      } finally {
        clients.kill();
        server.worker.kill();
        server.writer?.kill();
      }
    }
    for (const other of shape.contenders.slice(1)) {
      this.figures.ratio(
        `${shape.name}: laurel / ${other}, deliveries/s`,
        `${shape.name}: laurel, deliveries/s`,
        `${shape.name}: ${other}, deliveries/s`,
      );
      this.figures.ratio(
        `${shape.name}: ${other} / laurel, us of CPU a delivery`,
        `${shape.name}: ${other}, us of CPU a delivery`,
        `${shape.name}: laurel, us of CPU a delivery`,
      );
    }
  }

  private async measure(shape: Shape, name: string, server: Server, clients: Worker<ClientAsk>): Promise<void> {
    const { worker, address } = server;
    const { sockets, events, times, perTopic } = shape;
    const deliveries = perTopic ? events : events * sockets;
    const burst: Ask = { do: 'burst', events, topics: perTopic ? TOPICS : null };
    const before = await worker.ask<Told>({ do: 'memory' });
    const firsts = name === 'laurel' ? 1 : 0;
    await clients.ask({ do: 'connect', address, sockets, perTopic, firsts });
    const idle = await worker.ask<Told>({ do: 'memory' });
    // Warms up what is compiled when it is used.
    await send(server, burst, clients, deliveries);
    if (name === 'laurel' && this.event === null) this.event = await clients.ask<string>({ do: 'last' });
    let [ms, cpuUs] = [0, 0];
    for (let i = 0; i < times; i += 1) {
      const { cpuUs: start } = await worker.ask<Told>({ do: 'cpu' });
      ms += await send(server, burst, clients, deliveries);
      cpuUs += (await worker.ask<Told>({ do: 'cpu' })).cpuUs - start;
    }
    this.figures.note(`${shape.name}: ${name}, deliveries/s`, (deliveries * times * 1_000) / ms);
    this.figures.note(`${shape.name}: ${name}, us of CPU a delivery`, cpuUs / (deliveries * times));
    if (sockets >= 10_000) this.figures.note(`${shape.name}: ${name}, KB an idle socket`, (idle.rss - before.rss) / sockets / 1024);
    await clients.ask({ do: 'stop' });
    for (const each of [server.worker, server.writer]) await each?.ask<Told>({ do: 'stop' });
  }

  private async server(name: string): Promise<Server> {
    const env = { BENCH_EVENT: JSON.stringify(eventOf(this.event)) };
    if (name !== 'laurel') {
      const worker = this.start('feed/contenders.js', [name], { core: SERVER_CORE, env });
      return { worker, writer: null, address: await worker.answer<Address>() };
    }
    const args = [await this.databases(), String(TOPICS)];
    const writer = this.start('feed/laurel.js', [...args, 'write'], {});
    const address = await writer.answer<Address>();
    const worker = this.start('feed/laurel.js', [...args, 'serve'], { core: SERVER_CORE });
    const { url } = await worker.answer<Address>();
    return { worker, writer, address: { ...address, url } };
  }

  private start(file: string, args: readonly string[], options: ConstructorParameters<typeof Worker>[2]): Worker<Ask> {
    const worker = new Worker<Ask>(file, args, options);
    undo.push(() => worker.kill());
    return worker;
  }
}

interface Server {
  readonly worker: Worker<Ask>;
  /** Writes what Laurel sends. */
  readonly writer: Worker<Ask> | null;
  readonly address: Address;
}

/** Sends a burst, and gives the milliseconds until every socket has all of it. */
async function send({ worker, writer }: Server, burst: Ask, clients: Worker<ClientAsk>, messages: number): Promise<number> {
  const counted = clients.ask<number>({ do: 'count', messages });
  // Held while it is written, so that what counts is how fast it gets from the journal to the sockets.
  if (writer) {
    process.kill(worker.pid, 'SIGSTOP');
    await writer.ask(burst);
    process.kill(worker.pid, 'SIGCONT');
  }
  const from = performance.timeOrigin + performance.now();
  if (!writer) await worker.ask(burst);
  return (await counted) - from;
}

const eventOf = (message: string | null): unknown =>
  message === null ? null : (JSON.parse(message) as { payload: { data: { journal: unknown } } }).payload.data.journal;

const folder = await mkdtemp(join(tmpdir(), 'laurel-feed-bench-'));
undo.push(() => rm(folder, { recursive: true, force: true }));
try {
  const cluster = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  undo.push(() => cluster.stop());
  const admin = new pg.Client({ connectionString: cluster.url });
  admin.on('error', () => {});
  await admin.connect();
  undo.push(() => admin.end());
  let databases = 0;
  const bench = new Bench(async () => {
    databases += 1;
    const name = `feed_bench_${databases}`;
    await admin.query(`create database ${name}`);
    const url = new URL(cluster.url);
    url.pathname = `/${name}`;
    return url.toString();
  });
  for (let round = 1; round <= rounds; round += 1) {
    print(`round ${round} of ${rounds}`);
    bench.figures.beginRound();
    for (const shape of SHAPES) if (isWanted(shape.name)) await bench.run(shape);
  }
  bench.figures.print();
} finally {
  await cleanUp();
}
