import type { Random } from '../random.js';
import { checkFeed } from './check.js';
import type { Followed, Item, Told } from './evidence.js';
import type { FeedFindingKind } from './findings.js';
import type { Records } from './records.js';

/** A fault that is put into what a client was told. */
interface Plant {
  readonly name: string;
  /** What it has to be found as. */
  readonly kind: FeedFindingKind;
  /** The evidence with the fault; null: there is no place for it in this one. */
  readonly put: (followed: Followed, others: readonly Followed[], random: Random) => Followed | null;
}

const withLog = (followed: Followed, log: Told[]): Followed => ({ ...followed, log });
const isEntry = (told: Told | undefined): told is Told & { item: Item } =>
  told !== undefined && 'item' in told && told.item.entry !== undefined;
const isOfBalance = (told: Told | undefined): boolean => isEntry(told) && told.item.changes !== undefined;

/** Index of a change, anywhere but at the end, whose neighbour behind it is one, too, and which is told once. Nothing is asked again behind it, so what is left out stays out. */
function somewhere({ log }: Followed, random: Random, fits: (told: Told | undefined) => boolean = isEntry): number | null {
  const times = Map.groupBy(log.filter(isEntry), ({ item }) => item.entry?.id);
  const from = log.findLastIndex((told) => 'asked' in told);
  const places = log.flatMap((told, i) => {
    const isFree = i > from && fits(told) && isEntry(told) && isEntry(log[i + 1]) && times.get(told.item.entry?.id)?.length === 1;
    return isFree && i + 2 < log.length ? [i] : [];
  });
  return places.length > 0 ? random.pick(places) : null;
}

const changed = (followed: Followed, at: number | null, change: (item: Item) => Item): Followed | null =>
  at === null
    ? null
    : withLog(
        followed,
        followed.log.map((told, i) => (i === at && 'item' in told ? { ...told, item: change(told.item) } : told)),
      );

const PLANTS: readonly Plant[] = [
  {
    name: 'an item dropped',
    kind: 'lost',
    put: (followed, _, random) => {
      const at = somewhere(followed, random);
      return at === null ? null : withLog(followed, followed.log.toSpliced(at, 1));
    },
  },
  {
    name: 'the last item dropped',
    kind: 'lost',
    // Who was locked out is not owed the end.
    put: (followed) =>
      followed.lockedOutAt === null && isEntry(followed.log.at(-1)) ? withLog(followed, followed.log.slice(0, -1)) : null,
  },
  {
    name: 'an item doubled',
    kind: 'doubled',
    put: (followed, _, random) => {
      const at = somewhere(followed, random);
      return at === null ? null : withLog(followed, followed.log.toSpliced(at + 1, 0, followed.log[at] as Told));
    },
  },
  {
    name: 'two items swapped',
    kind: 'reordered',
    put: (followed, _, random) => {
      // Between two streams of a programme there is no order.
      const at = followed.streamId === null ? null : somewhere(followed, random);
      if (at === null) return null;
      return withLog(followed, followed.log.toSpliced(at, 2, followed.log[at + 1] as Told, followed.log[at] as Told));
    },
  },
  {
    name: 'an item of another member',
    kind: 'leaked',
    put: (followed, others, random) => {
      const other = others.find(
        ({ streamId, shows, log }) => streamId !== null && streamId !== followed.streamId && shows === followed.shows && log.some(isEntry),
      );
      const at = somewhere(followed, random);
      if (followed.streamId === null || !other || at === null) return null;
      return withLog(followed, followed.log.toSpliced(at, 0, other.log.find(isEntry) as Told));
    },
  },
  {
    name: 'an item of another programme',
    kind: 'leaked',
    // What it was told stays as it is, and it turns out to have been somebody else.
    put: (followed) => ({ ...followed, programId: '00000000-0000-7000-8000-000000000000' }),
  },
  {
    name: 'an item behind a locked door',
    kind: 'leaked',
    put: (followed) => {
      const last = followed.log.findLast(isEntry);
      return last ? { ...followed, lockedOutAt: Date.parse(last.item.entry?.postedAt as string) - 1 } : null;
    },
  },
  {
    name: 'a balance altered',
    kind: 'altered',
    put: (followed, _, random) =>
      changed(followed, somewhere(followed, random, isOfBalance), (item) => ({
        ...item,
        changes: item.changes?.map((change) => ({ ...change, balanceAfter: change.balanceAfter + 1 })) ?? [],
      })),
  },
  {
    name: 'a kind altered',
    kind: 'altered',
    put: (followed, _, random) =>
      changed(followed, somewhere(followed, random), (item) => ({
        ...item,
        entry: item.entry && { ...item.entry, kind: 'POINTS_EXPIRED' },
      })),
  },
  {
    name: 'a wrong follows',
    kind: 'altered',
    put: (followed, _, random) => changed(followed, somewhere(followed, random), (item) => ({ ...item, follows: (item.follows ?? 0) + 1 })),
  },
  {
    name: 'a snapshot altered',
    kind: 'altered',
    put: (followed) => {
      const at = followed.log.findIndex((told) => 'item' in told && told.item.wallets !== undefined);
      return changed(followed, at < 0 ? null : at, (item) => ({
        ...item,
        wallets: item.wallets?.map((wallet) => ({ ...wallet, active: wallet.active + 1 })) ?? [],
      }));
    },
  },
  {
    name: 'a reset out of nowhere',
    kind: 'altered',
    put: (followed, _, random) => {
      const at = somewhere(followed, random);
      if (at === null) return null;
      const { cursor } = (followed.log[at] as { item: Item }).item;
      const snapshot = (
        followed.log.find((told) => 'item' in told && told.item.__typename.endsWith('Snapshot')) as { item: Item } | undefined
      )?.item;
      if (!snapshot) return null;
      const reset = { at: 0, item: { __typename: 'StreamReset', cursor, reason: 'CURSOR_EXPIRED' } };
      return withLog(followed, followed.log.toSpliced(at + 1, 0, reset, { at: 0, item: { ...snapshot, cursor } }));
    },
  },
];

/** Puts each fault into evidence that is right. Gives, by name, whether it was found, and found as what it is. */
export function plantAll(
  evidence: readonly Followed[],
  records: readonly Records[],
  random: Random,
): { name: string; isSeen: boolean; seen: string }[] {
  return PLANTS.map(({ name, kind, put }) => {
    const start = random.int(0, evidence.length - 1);
    for (let i = 0; i < evidence.length; i += 1) {
      const followed = evidence[(start + i) % evidence.length] as Followed;
      const planted = put(followed, evidence, random);
      if (!planted) continue;
      const findings = checkFeed([planted], records);
      return { name, isSeen: findings.lists[kind].length > 0, seen: findings.summary };
    }
    return { name, isSeen: false, seen: 'no place for it' };
  });
}
