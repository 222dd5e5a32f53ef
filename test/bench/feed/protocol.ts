/** What a contender is asked for. */
export type Ask =
  /** Send so many events to everybody, or, in turn, to one of the topics. */
  | { readonly do: 'burst'; readonly events: number; readonly topics: number | null }
  | { readonly do: 'cpu' }
  /** Collect garbage, and say how much memory is in use. */
  | { readonly do: 'memory' }
  | { readonly do: 'stop' };

/** What Laurel alone is asked for. */
export type LaurelAsk =
  | Ask
  /** Answered with `Commits`: those since it was asked the last time. */
  | { readonly do: 'commits' }
  /** Answered with what the feed holds in the process. */
  | { readonly do: 'held' };

/** By an entry's id, the moment (`nowMs`) at which the process that wrote it learned of the commit. */
export type Commits = Readonly<Record<string, number>>;

/** What a process has used so far. */
export interface Told {
  /** Microseconds of CPU. */
  readonly cpuUs: number;
  /** Resident bytes. */
  readonly rss: number;
  /** Bytes of objects, and of buffers outside of the heap. */
  readonly heap: number;
}

/** Collects garbage until nothing is left to collect. */
export async function collect(): Promise<void> {
  for (let i = 0; i < 5; i += 1) {
    (globalThis as { gc?: () => void }).gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What this process has used so far. */
export function told(): Told {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { cpuUs: user + system, rss, heap: heapUsed + external };
}

/** Milliseconds by the machine's monotonic clock, which is the same in all its processes. */
export const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** How a client subscribes at a contender. */
export interface Address {
  readonly url: string;
  /** Payload of `connection_init`. */
  readonly init: object;
  /** Payload of `subscribe` for what everybody is sent. */
  readonly all: object;
  /** The same for one topic, whose number stands in `{topic}` anywhere in its JSON. */
  readonly one: object;
}

/** How Laurel is called and followed. */
export interface LaurelAddress extends Address {
  /** Of the API. */
  readonly api: string;
  readonly secret: string;
  /** Payload of `subscribe` for everything that happens in the programme. */
  readonly program: object;
}

/** The part of a subscription's document that contenders have in common. */
export const SELECTION =
  'cursor number follows entry { id kind number effectiveAt postedAt summary changes { currencyCode amount balanceAfter } }';

/** Answers each of the parent's messages with what `obey` gives, or with its error. */
export function answerParent<A>(obey: (ask: A) => Promise<unknown>): void {
  process.on('message', (ask: A) => {
    obey(ask).then(
      (result) => process.send?.({ result: result ?? null }),
      (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
    );
  });
}
