import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { post } from './load.js';

/** One kind of request of a steady load. */
export interface Kind {
  readonly name: string;
  readonly body: () => string;
}

/** How long callers waited, in ms, from the moment at which a request was due. */
export interface Waits {
  readonly name: string;
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const CONNECTIONS = 128;

/**
 * Sends requests at fixed moments, whether earlier ones were answered or not, until `isOver`: a server that stands still
 * is seen by all who would have come meanwhile. Kinds take turns. Any refusal or error ends it.
 */
export async function steadily(
  target: { readonly url: string; readonly secret: string },
  perSecond: number,
  kinds: readonly Kind[],
  isOver: () => boolean,
): Promise<Waits[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waits = new Map(kinds.map(({ name }) => [name, [] as number[]]));
  const open = new Set<Promise<void>>();
  let failure: unknown;
  const startedAt = performance.now();
  for (let i = 0; !isOver() && failure === undefined; i += 1) {
    const dueAt = startedAt + (i * 1_000) / perSecond;
    if (dueAt > performance.now()) await sleep(dueAt - performance.now());
    const { name, body } = kinds[i % kinds.length] as Kind;
    const answer = post(agent, target.url, target.secret, body())
      .then((told) => {
        if (told.errors || JSON.stringify(told.data).includes('"code"')) throw new Error(`unexpected answer ${JSON.stringify(told)}`);
        waits.get(name)?.push(performance.now() - dueAt);
      })
      .catch((error: unknown) => {
        failure ??= error;
      })
      .finally(() => open.delete(answer));
    open.add(answer);
  }
  await Promise.all(open);
  agent.destroy();
  if (failure !== undefined) throw failure;
  return [...waits].map(([name, list]) => waitsOf(name, list));
}

/** How long those of one kind waited. */
export function waitsOf(name: string, list: readonly number[]): Waits {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { name, count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
