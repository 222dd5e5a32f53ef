import type { Figures } from '../figures.js';
import type { Worker } from '../worker.js';
import type { ClientAsk } from './clients.js';
import { type Address, type Ask, nowMs, type Told } from './protocol.js';
import type { Stage } from './stage.js';

const TOPICS = 1_000;

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
export const SHAPES: readonly Shape[] = [
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

interface Served {
  readonly server: Worker<Ask>;
  /** Writes what Laurel sends. */
  readonly writer: Worker<Ask> | null;
  readonly address: Address;
}

/** How fast the same events get to sockets, and at what cost, by Laurel and by others. */
export class Throughput {
  /** An event as Laurel sends it; the others send the same. */
  private event: string | null = null;

  constructor(
    private readonly stage: Stage,
    private readonly figures: Figures,
  ) {}

  async run(shape: Shape): Promise<void> {
    for (const name of shape.contenders) {
      const served = await this.serve(name);
      const clients = await this.stage.clients();
      try {
        await this.measure(shape, name, served, clients);
      } finally {
        for (const each of [clients, served.server, served.writer]) await each?.kill();
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

  private async measure(shape: Shape, name: string, served: Served, clients: Worker<ClientAsk>): Promise<void> {
    const { server, address } = served;
    const { sockets, events, times, perTopic } = shape;
    const deliveries = perTopic ? events : events * sockets;
    const burst: Ask = { do: 'burst', events, topics: perTopic ? TOPICS : null };
    const before = await server.ask<Told>({ do: 'memory' });
    const firsts = name === 'laurel' ? 1 : 0;
    const payload = perTopic ? address.one : address.all;
    await clients.ask({ do: 'connect', address, payload, sockets, topics: TOPICS, firsts, watch: 'COUNT' });
    const idle = await server.ask<Told>({ do: 'memory' });
    // Warms up what is compiled when it is used.
    await send(served, burst, clients, deliveries);
    if (name === 'laurel' && this.event === null) this.event = await clients.ask<string>({ do: 'last' });
    let [ms, cpuUs] = [0, 0];
    for (let i = 0; i < times; i += 1) {
      const { cpuUs: start } = await server.ask<Told>({ do: 'cpu' });
      ms += await send(served, burst, clients, deliveries);
      cpuUs += (await server.ask<Told>({ do: 'cpu' })).cpuUs - start;
    }
    this.figures.note(`${shape.name}: ${name}, deliveries/s`, (deliveries * times * 1_000) / ms);
    this.figures.note(`${shape.name}: ${name}, us of CPU a delivery`, cpuUs / (deliveries * times));
    if (sockets >= 10_000) this.figures.note(`${shape.name}: ${name}, KB an idle socket`, (idle.rss - before.rss) / sockets / 1024);
    await clients.ask({ do: 'stop' });
    for (const each of [server, served.writer]) await each?.ask<Told>({ do: 'stop' });
  }

  private async serve(name: string): Promise<Served> {
    if (name === 'laurel') return this.stage.laurelFed(TOPICS);
    const server = this.stage.server<Ask>('feed/contenders.js', [name], { BENCH_EVENT: JSON.stringify(eventOf(this.event)) });
    return { server, writer: null, address: await server.answer<Address>() };
  }
}

/** Sends a burst, and gives the milliseconds until every socket has all of it. */
async function send({ server, writer }: Served, burst: Ask, clients: Worker<ClientAsk>, messages: number): Promise<number> {
  const counted = clients.ask<number>({ do: 'count', messages });
  // Held while it is written, so that what counts is how fast it gets from the journal to the sockets.
  if (writer) {
    process.kill(server.pid, 'SIGSTOP');
    await writer.ask(burst);
    process.kill(server.pid, 'SIGCONT');
  }
  const from = nowMs();
  if (!writer) await server.ask(burst);
  return (await counted) - from;
}

const eventOf = (message: string | null): unknown =>
  message === null ? null : (JSON.parse(message) as { payload: { data: { journal: unknown } } }).payload.data.journal;
