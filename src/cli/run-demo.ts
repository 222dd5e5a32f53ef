import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from './demo-random.js';
import { feedLine } from './feed-line.js';
import { followJournal } from './follow-journal.js';
import { caller } from './import-api.js';
import { findShoppers, type Shopper, shop } from './shoppers.js';

export interface DemoOptions {
  readonly url: string;
  readonly key: string;
  readonly rate: number;
  readonly members: number;
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
}

/** Others are in the feed as well, when their points expire; as many of them have a name there. */
const KNOWN_MAX = 100;
/** The last commands' entries come after their answers. */
const LAST_ENTRIES_MS = 300;

/**
 * Shoppers, and beside them the feed that tells what they did, until the signal is given.
 * @throws Error when the server cannot be reached or refuses the key
 */
export async function runDemo({ url, key, rate, members, signal, print }: DemoOptions): Promise<void> {
  const call = caller(url, key);
  const known = await findShoppers(call, KNOWN_MAX);
  const [first, ...others] = known.slice(0, members);
  if (!first) throw new Error('The programme has no active member. Enrol some first.');
  const shoppers = [first, ...others] as const;
  const names = new Map(known.map((shopper) => [shopper.id, nameOf(shopper)]));
  let seen = 0;
  const feed = followJournal(
    url,
    key,
    (entry) => {
      seen += 1;
      print(feedLine(entry, names.get(entry.streamId) ?? 'Somebody'));
    },
    print,
  );
  try {
    await feed.ready;
    print(`${shoppers.length} shoppers, about ${rate} a second. Ctrl-C ends it.\n`);
    const onRefusal = (shopper: Shopper, message: string) => print(`${nameOf(shopper).padEnd(10)} was refused: ${message}`);
    const shopping = shop({ call, shoppers, rate, random: randomFrom(Date.now()), signal, onRefusal });
    // A call may be waiting for a server that is away; who wants to stop does not wait with it.
    shopping.catch(() => {});
    const done = await Promise.race([shopping, aborted(signal)]);
    await sleep(LAST_ENTRIES_MS);
    print(`\n${done === null ? '' : `${done} commands done, `}${seen} entries seen.`);
  } finally {
    feed.stop();
  }
}

const nameOf = ({ givenName, id }: Shopper): string => givenName ?? id.slice(-6);

/** Gives null a while after the signal: time for a command in flight to end. */
const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    const later = () => setTimeout(() => resolve(null), 2_000).unref();
    if (signal.aborted) later();
    else signal.addEventListener('abort', later, { once: true });
  });
