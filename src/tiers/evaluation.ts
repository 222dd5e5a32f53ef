import type { EarnedTier, Instant, Standing } from '../journal/core/entry.js';
import { dueOf } from '../journal/core/standings.js';
import { type Given, given, termFrom } from './given.js';
import { rankBelow, rankOf } from './tier-set.js';
import { isPeriodic, type Ladder, periodOf } from './windows.js';

export type TierReason =
  /** The threshold was reached. */
  | 'UPGRADED'
  /** The period ended, or a grace was under way, and the tier was reached again. */
  | 'REQUALIFIED'
  /** The period ended without requalification; the tier is kept for the grace. */
  | 'GRACE_BEGAN'
  | 'PERIOD_ENDED'
  /** What the tier was reached by was returned. */
  | 'RETURNED'
  | 'GRACE_ENDED'
  /** A tier that was to begin with the period is not reached any more. */
  | 'UPGRADE_LAPSED'
  | 'SET_BY_HAND'
  | 'CLEARED_BY_HAND'
  | 'MANUAL_TIER_ENDED';

/** A standing after evaluation, and why it is so. */
export interface Evaluation {
  readonly standing: Standing;
  readonly reason: TierReason;
}

type Without = 'graceUntil' | 'upgradesAt' | 'manual';

const without = (standing: Standing, ...names: Without[]): Standing => {
  const rest: { -readonly [K in keyof Standing]?: Standing[K] } = { ...standing };
  for (const name of names) delete rest[name];
  return rest as Standing;
};

/** The standing on the tier of a rank; since stays when it is the same tier. */
function moved(ladder: Ladder, standing: Standing, { rank, until }: Given, at: Instant): Standing {
  const tier = (ladder.set.tiers[rank] ?? ladder.set.tiers[0]).id;
  const since = tier === standing.tier ? standing.since : at;
  return { ...without(standing, 'graceUntil', 'upgradesAt'), tier, since, until: rank === 0 ? null : until };
}

/**
 * What an activity changes at once; null: nothing. A tier given by hand is left alone.
 * @param since when a tier that is reached counts from: the activity's own instant, where that lies before now
 */
export function afterActivity(ladder: Ladder, standing: Standing, now: Instant, since = now): Evaluation | null {
  if (standing.manual) return null;
  const { set } = ladder;
  const rank = rankOf(set, standing.tier);
  const best = given(ladder, standing, now, 'ACTIVITY');
  // Where windows are periods, what is given waits by itself for the period from which it is given.
  if ((set.upgrades === 'IMMEDIATE' || isPeriodic(set)) && best.rank > rank) {
    return withNextUpgrade(ladder, { standing: moved(ladder, standing, best, since), reason: 'UPGRADED' }, now);
  }
  if (standing.graceUntil !== undefined && best.rank >= rank && !set.tiers[rank]?.isRetired) {
    const until = best.rank === rank ? best.until : termFrom(ladder, now, 'DUE');
    return withNextUpgrade(ladder, { standing: moved(ladder, standing, { rank, until }, now), reason: 'REQUALIFIED' }, now);
  }
  return null;
}

/** Whether what was gathered gives the tier of a standing at this instant. The first tier needs nothing. */
export const isSupported = (ladder: Ladder, standing: Standing, now: Instant): boolean =>
  !standing.manual && given(ladder, standing, now, 'ACTIVITY').rank >= rankOf(ladder.set, standing.tier);

/** What a return changes at once: the tier that what is left gives, where that is lower. A tier given by hand is left alone. */
export function afterReturn(ladder: Ladder, standing: Standing, now: Instant): Evaluation | null {
  if (standing.manual || isSupported(ladder, standing, now)) return null;
  const left = given(ladder, standing, now, 'ACTIVITY');
  return withNextUpgrade(ladder, { standing: moved(ladder, standing, left, now), reason: 'RETURNED' }, now);
}

/** What the instant `at` brings, at which the standing falls due: one evaluation, whatever ends there. */
export function whenDue(ladder: Ladder, standing: Standing, at: Instant): Evaluation {
  return standing.manual
    ? withoutManual(ladder, standing, at, 'MANUAL_TIER_ENDED')
    : withNextUpgrade(ladder, evaluated(ladder, standing, at), at);
}

const withNextUpgrade = (ladder: Ladder, { standing, reason }: Evaluation, at: Instant): Evaluation => {
  const upgradesAt = nextUpgrade(ladder, standing, at);
  return { standing: { ...without(standing, 'upgradesAt'), ...(upgradesAt !== undefined && { upgradesAt }) }, reason };
};

function evaluated(ladder: Ladder, standing: Standing, at: Instant): Evaluation {
  const { set, program } = ladder;
  const rank = rankOf(set, standing.tier);
  const isEnd = (standing.graceUntil ?? standing.until ?? Infinity) <= at;
  const reached = isEnd ? null : afterActivity(ladder, standing, at);
  if (reached) return reached;
  const best = given(ladder, standing, at, 'DUE');
  if (best.rank > rank) return { standing: moved(ladder, standing, best, at), reason: 'UPGRADED' };
  if (!isEnd) return { standing: without(standing, 'upgradesAt'), reason: 'UPGRADE_LAPSED' };
  if (best.rank === rank && !set.tiers[rank]?.isRetired) return { standing: moved(ladder, standing, best, at), reason: 'REQUALIFIED' };
  if (standing.graceUntil === undefined && set.grace !== null) {
    const graceUntil = program.calendar.add(standing.until as Instant, set.grace, null);
    if (graceUntil > at) return { standing: { ...without(standing, 'upgradesAt'), graceUntil }, reason: 'GRACE_BEGAN' };
  }
  const landing = set.downgrade === 'ONE_DOWN' ? rankBelow(set, rank) : 0;
  const after = landing > best.rank ? { rank: landing, until: termFrom(ladder, at, 'DUE') } : best;
  return { standing: moved(ladder, standing, after, at), reason: standing.graceUntil === undefined ? 'PERIOD_ENDED' : 'GRACE_ENDED' };
}

/** The standing under a tier given by hand: what evaluation gave is kept aside, and rests. */
export function withManual(standing: Standing, tier: string, until: Instant, reason: string, at: Instant): Standing {
  const { since, graceUntil } = standing;
  const earned: EarnedTier = { tier: standing.tier, since, until: standing.until, ...(graceUntil !== undefined && { graceUntil }) };
  return {
    ...without(standing, 'graceUntil', 'upgradesAt'),
    tier,
    since: tier === standing.tier ? since : at,
    until,
    manual: { reason, own: standing.manual?.own ?? earned },
  };
}

/** Without the tier given by hand: what evaluation had given comes back, and is evaluated as of this instant. */
export function withoutManual(ladder: Ladder, standing: Standing, at: Instant, reason: TierReason): Evaluation {
  if (!standing.manual) throw new Error('no tier was given by hand');
  const rested: Standing = { ...without(standing, 'manual'), ...standing.manual.own };
  // A grace that ended meanwhile is over: what was gathered in it is not told apart any more.
  const own = (rested.graceUntil ?? Infinity) <= at ? without(rested, 'graceUntil') : rested;
  const after = (dueOf(own) <= at ? evaluated(ladder, own, at) : afterActivity(ladder, own, at))?.standing ?? own;
  const since = after.tier === standing.tier ? standing.since : at;
  return withNextUpgrade(ladder, { standing: { ...after, since }, reason }, at);
}

/** When a higher tier that was reached begins, where upgrades wait for the next period; undefined: nothing waits. */
export function nextUpgrade(ladder: Ladder, standing: Standing, now: Instant): Instant | undefined {
  const { set } = ladder;
  if (set.upgrades !== 'NEXT_PERIOD' || standing.manual) return undefined;
  const at = periodOf(ladder, now).end;
  return given(ladder, standing, at, 'DUE').rank > rankOf(set, standing.tier) ? at : undefined;
}
