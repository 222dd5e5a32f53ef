import type { Figures } from '../figures.js';
import type { Waits } from '../steady.js';
import type { Commits } from './protocol.js';
import type { Stage } from './stage.js';

const TOPICS = 1_000;
const SOCKETS = 1_000;
const WARM_UP_SECONDS = 3;

interface Shape {
  readonly name: string;
  readonly perSecond: number;
  /** Every socket follows the whole programme; else a member each. */
  readonly isOfProgram: boolean;
}

export const LATENCIES: readonly Shape[] = [
  { name: 'latency to a member each, 200 commands/s', perSecond: 200, isOfProgram: false },
  { name: 'latency to the programme, 20 commands/s', perSecond: 20, isOfProgram: true },
  { name: 'latency to the programme, 200 commands/s', perSecond: 200, isOfProgram: true },
];

/**
 * From the moment at which the server's process learns of a commit, which is before it answers the command, to the moment at
 * which a subscriber's process is given the message, both by the machine's monotonic clock. Purchases come over HTTP when
 * they are due, one by one, of 1,000 members in turn; 1,000 sockets follow. Any arrival that is missing or unknown is an error.
 */
export async function measureLatency(
  stage: Stage,
  figures: Figures,
  { name, perSecond, isOfProgram }: Shape,
  seconds: number,
): Promise<void> {
  const { server, address } = await stage.laurel(TOPICS);
  const [clients, callers] = [await stage.clients(), await stage.callers()];
  try {
    const payload = isOfProgram ? address.program : address.one;
    await clients.ask({ do: 'connect', address, payload, sockets: SOCKETS, topics: TOPICS, firsts: 1, watch: 'MOMENT' });
    // A member's enrolment is no longer news, and is no figure either.
    await server.ask<Commits>({ do: 'commits' });
    const each = isOfProgram ? SOCKETS : SOCKETS / TOPICS;
    const run = async (forSeconds: number): Promise<Waits> => {
      const { count } = await callers.ask<{ count: number }>({ do: 'steady', address, perSecond, seconds: forSeconds, topics: TOPICS });
      await clients.ask({ do: 'count', messages: count * each });
      return clients.ask<Waits>({ do: 'waits', commits: await server.ask<Commits>({ do: 'commits' }), each });
    };
    await run(WARM_UP_SECONDS);
    const { p50, p99, max } = await run(seconds);
    figures.note(`${name}: ms, median`, p50);
    figures.note(`${name}: ms, 99 of 100 within`, p99);
    figures.note(`${name}: ms, the longest`, max);
    await clients.ask({ do: 'stop' });
    await server.ask({ do: 'stop' });
  } finally {
    for (const each of [clients, callers, server]) await each.kill();
  }
}
