import type { ProgressChange } from '../journal/core/progress.js';
import type { StreamState } from '../journal/core/state.js';

/** Under which a stream's state remembers how its inbox stands. */
const INBOX = 'inbox';

/** How a member's inbox stands. Notifications are numbered 1, 2, 3… in the order in which they came. */
export interface Inbox {
  /** How many came so far. */
  readonly sent: number;
  /** Those that were read: from and to, ascending, with something unread between any two. */
  readonly read: readonly (readonly [from: number, to: number])[];
}

/** So many gaps of unread ones are remembered. Beyond, the oldest counts as read, so that a state stays small whatever is read in which order. */
const GAPS_MAX = 100;

const EMPTY: Inbox = { sent: 0, read: [] };

export const inboxOf = ({ progress }: Pick<StreamState, 'progress'>): Inbox => (progress[INBOX] as Inbox | undefined) ?? EMPTY;

/** An inbox as an entry leaves it; null: it did not change it. */
export const inboxAfter = (changes: readonly ProgressChange[] = []): Inbox | null =>
  (changes.find(({ of }) => of === INBOX)?.value as Inbox | undefined) ?? null;

export const inboxChange = (value: Inbox): { readonly progress: readonly ProgressChange[] } => ({ progress: [{ of: INBOX, value }] });

export const unreadCount = ({ sent, read }: Inbox): number => read.reduce((left, [from, to]) => left - (to - from + 1), sent);

export const isRead = ({ read }: Inbox, number: number): boolean => read.some(([from, to]) => from <= number && number <= to);

/** The inbox with one more. */
export const withSent = ({ sent, read }: Inbox): Inbox => ({ sent: sent + 1, read });

/** The inbox with those from one number to another read. */
export function withRead({ sent, read }: Inbox, from: number, to: number): Inbox {
  const ranges = [...read, [from, to] as const].sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [first, last] of ranges) {
    const before = merged.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  while (merged.length > GAPS_MAX) {
    const [, second] = merged.splice(0, 2) as [[number, number], [number, number]];
    merged.unshift([1, second[1]]);
  }
  return { sent, read: merged };
}
