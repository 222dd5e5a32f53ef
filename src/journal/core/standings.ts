import type { Bucket, Instant, Standing, StandingChange } from './entry.js';

/** When something falls due by time alone for a standing; Infinity: nothing does. */
export const dueOf = (standing: Standing | undefined): Instant =>
  Math.min(standing?.graceUntil ?? standing?.until ?? Infinity, standing?.upgradesAt ?? Infinity);

/** The bucket without what is no bucket; `more` only where there is something in it. */
export const bucketOf = ({ window, progress, more }: Bucket): Bucket => ({ window, progress, ...(more?.some(Boolean) && { more }) });

/** The buckets before the latest, once the latest begins at `window`. */
export function bucketsBefore(standing: Standing, window: Instant): readonly Bucket[] {
  const past = standing.past ?? [];
  const isEmpty = standing.progress === 0 && !standing.more?.some(Boolean);
  return standing.window >= window || isEmpty ? past : [...past, bucketOf(standing)];
}

/** The standing after a change. What is in `past` is never written into entries: it follows from the standing before. */
export function nextStanding(before: Standing | undefined, change: StandingChange): Standing {
  const { tierSet: _, added: __, addedMore: ___, countsFrom, late, ...after } = change;
  if (countsFrom === undefined) return after;
  let past = before ? bucketsBefore(before, after.window) : [];
  if (late) past = [...past.filter(({ window }) => window !== late.window), late].sort((a, b) => a.window - b.window);
  past = past.filter(({ window, progress, more }) => window >= countsFrom && (progress !== 0 || more?.some(Boolean)));
  return past.length > 0 ? { ...after, past } : after;
}
