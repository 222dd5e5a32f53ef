import type { Bucket, Instant, Standing, StandingChange } from '../journal/core/entry.js';
import { bucketsBefore } from '../journal/core/standings.js';
import type { StreamState } from '../journal/core/state.js';
import { bucketStart, countsFrom, type Ladder } from './windows.js';

const amountOf = (bucket: Bucket, measure: number): number => (measure === 0 ? bucket.progress : (bucket.more?.[measure - 1] ?? 0));

/** A member's standing at an instant. Who has none yet stands on the first tier since enrolment. */
export function standingOf(ladder: Ladder, stored: Standing | undefined, at: Instant): Standing {
  const window = bucketStart(ladder, at);
  if (!stored) return { tier: ladder.set.tiers[0].id, since: ladder.enrolledAt, until: null, window, progress: 0 };
  if (stored.window >= window) return stored;
  // Buckets roll over by themselves: a member on the first tier needs no entry for a new year.
  const { more: _, past: __, ...rest } = stored;
  const past = bucketsBefore(stored, window);
  return { ...rest, window, progress: 0, ...(past.length > 0 && { past }) };
}

export const ladderOf = (state: StreamState, set: Ladder['set'], program: Ladder['program']): Ladder => ({
  set,
  program,
  enrolledAt: state.enrolledAt,
});

/** What was gathered with start <= bucket < end, for each measure of the set. */
export function gathered({ set }: Ladder, standing: Standing, start: Instant, end = Infinity): number[] {
  const buckets = [...(standing.past ?? []), standing].filter(({ window }) => window >= start && window < end);
  return set.measures.map((_, i) => buckets.reduce((sum, bucket) => sum + amountOf(bucket, i), 0));
}

/** The standing as an entry carries it. */
export function changeOf(ladder: Ladder, { past: _, ...standing }: Standing, at: Instant): StandingChange {
  const from = countsFrom(ladder, standing, at);
  return { tierSet: ladder.set.id, ...standing, added: 0, ...(from !== undefined && { countsFrom: from }) };
}

/** A standing to which amounts were added; `late` where that was in an earlier bucket. */
export interface Added {
  readonly standing: Standing;
  readonly late?: Bucket;
}

/**
 * Adds amounts, or with negative ones takes them, in the bucket of `at`; null where that counts no more. What is taken
 * leaves at least zero.
 */
export function addTo(ladder: Ladder, standing: Standing, amounts: readonly number[], at: Instant, now: Instant): Added | null {
  const start = bucketStart(ladder, at);
  if (start === standing.window) return { standing: { ...standing, ...plus(standing, amounts) } };
  const from = countsFrom(ladder, standing, now);
  if (start > standing.window || from === undefined || start < from) return null;
  const late = plus(standing.past?.find(({ window }) => window === start) ?? { window: start, progress: 0 }, amounts);
  const past = [...(standing.past ?? []).filter(({ window }) => window !== start), late].sort((a, b) => a.window - b.window);
  return { standing: { ...standing, past }, late };
}

const plus = (bucket: Bucket, amounts: readonly number[]): Bucket => {
  const [progress = 0, ...more] = amounts.map((amount, i) => Math.max(0, amountOf(bucket, i) + amount));
  return { window: bucket.window, progress, ...((more.some(Boolean) || bucket.more) && { more }) };
};
