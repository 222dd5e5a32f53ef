import type { Figures } from '../figures.js';
import type { Told } from './protocol.js';
import type { Stage } from './stage.js';

const TOPICS = 1_000;
const SOCKETS = 1_000;
const CONNECTIONS = 64;
const WARM_UP_SECONDS = 3;
export const COMMANDS = 'commands beside 1,000';

interface Slice {
  readonly count: number;
  readonly perSecond: number;
  readonly cpuUs: number;
}

/**
 * Single mutations over HTTP while a socket follows each of the 1,000 members that they are about, and while nobody does:
 * without, with, with, without, so that a drift counts for both. The subscribers' process has the callers' core, so what
 * it takes is taken from the callers, and counts against the feed.
 */
export async function measureCommands(stage: Stage, figures: Figures, seconds: number): Promise<void> {
  const { server, address } = await stage.laurel(TOPICS);
  const [clients, callers] = [await stage.clients(), await stage.callers()];
  const press = async (forSeconds: number): Promise<Slice> => {
    const { cpuUs: before } = await server.ask<Told>({ do: 'cpu' });
    const pressed = await callers.ask<{ count: number; perSecond: number }>({
      ...{ do: 'press', address, connections: CONNECTIONS, seconds: forSeconds, topics: TOPICS },
    });
    await server.ask({ do: 'commits' });
    return { ...pressed, cpuUs: (await server.ask<Told>({ do: 'cpu' })).cpuUs - before };
  };
  const note = (who: string, slices: readonly Slice[]) => {
    const sum = (of: (slice: Slice) => number) => slices.reduce((total, slice) => total + of(slice), 0);
    figures.note(`${COMMANDS}: ${who}, commands/s`, sum(({ perSecond }) => perSecond) / slices.length);
    figures.note(`${COMMANDS}: ${who}, us of the server's CPU a command`, sum(({ cpuUs }) => cpuUs) / sum(({ count }) => count));
  };
  try {
    await press(WARM_UP_SECONDS);
    const before = await press(seconds);
    await clients.ask({ do: 'connect', address, payload: address.one, sockets: SOCKETS, topics: TOPICS, firsts: 1, watch: 'COUNT' });
    const followed: Slice[] = [];
    for (let i = 0; i < 2; i += 1) {
      const slice = await press(seconds);
      await clients.ask({ do: 'count', messages: slice.count });
      followed.push(slice);
    }
    await clients.ask({ do: 'stop' });
    note('followed', followed);
    note('alone', [before, await press(seconds)]);
    figures.ratio(`${COMMANDS}: followed / alone, commands/s`, `${COMMANDS}: followed, commands/s`, `${COMMANDS}: alone, commands/s`);
    await server.ask({ do: 'stop' });
  } finally {
    for (const each of [clients, callers, server]) await each.kill();
  }
}
