/** What a contender is asked for. */
export type Ask =
  /** Send so many events to everybody, or, in turn, to one of the topics. */
  | { readonly do: 'burst'; readonly events: number; readonly topics: number | null }
  | { readonly do: 'cpu' }
  /** Collect garbage, and say how much memory is resident. */
  | { readonly do: 'memory' }
  | { readonly do: 'stop' };

/** Microseconds of CPU that the process has used so far, and resident bytes. */
export interface Told {
  readonly cpuUs: number;
  readonly rss: number;
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
  return { cpuUs: user + system, rss: process.memoryUsage().rss };
}

/** How a client subscribes at a contender. */
export interface Address {
  readonly url: string;
  /** Payload of `connection_init`. */
  readonly init: object;
  /** Payload of `subscribe`, by topic; null: everything. */
  readonly all: object;
  /** The same for one topic, whose number stands in `{topic}` anywhere in its JSON. */
  readonly one: object;
}

/** The part of a subscription's document that contenders have in common. */
export const SELECTION =
  'cursor number follows entry { id kind number effectiveAt postedAt summary changes { currencyCode amount balanceAfter } }';
