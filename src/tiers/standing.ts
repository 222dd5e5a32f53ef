import type { Instant } from '../journal/core/entry.js';
import type { MemberView } from '../members/member-loaders.js';
import type { Program } from '../programs/program.js';
import { gathered, ladderOf, standingOf } from './progress.js';
import { type Goal, goalToReach, goalToStay } from './projection.js';
import { ManualTier, MeasureGoal, MeasureProgress, TierGoal, TierProjection, TierStanding } from './standing.types.js';
import { measured, tierMeasure, tierSet, tierType } from './tier.types.js';
import { rankAbove, rankOf, type TierSetSettings } from './tier-set.js';
import { windowOf } from './windows.js';

const date = (instant: Instant): Date => new Date(instant);
const dateOrNull = (instant: Instant | null | undefined): Date | null => (instant == null || instant === Infinity ? null : date(instant));

/** A member's standing as the API shows it, at the view's instant. */
export function tierStanding({ state, at }: MemberView, set: TierSetSettings, program: Program): TierStanding {
  const { settings, calendar } = program;
  const ladder = ladderOf(state, set, program);
  const standing = standingOf(ladder, state.standings[set.id], at);
  const window = windowOf(ladder, at);
  const sums = gathered(ladder, standing, window.start);
  const rank = Math.max(0, rankOf(set, standing.tier));
  const above = rankAbove(set, rank);
  const next = above === null ? null : goalToReach(ladder, standing, above, at);
  const toNext = next?.tier.thresholds[0] ?? null;
  const { until, manual, graceUntil } = standing;
  const projection = Object.assign(new TierProjection(), {
    nextTier: next && tierType(set, next.tier.id, settings),
    remaining: toNext === null ? null : measured(set, Math.max(0, toNext - (sums[0] ?? 0)), settings),
    before: dateOrNull(window.end),
    toRegain: measured(set, set.tiers[rank]?.thresholds[0] ?? 0, settings),
    next: next && tierGoal(set, next, program),
    stay: tierGoal(set, goalToStay(ladder, standing, at), program),
  });
  const grace = until !== null && set.grace !== null && !manual ? calendar.add(until, set.grace, null) : null;
  return Object.assign(new TierStanding(), {
    tierSet: tierSet(set, settings),
    tier: tierType(set, standing.tier, settings),
    since: date(standing.since),
    evaluatesAt: dateOrNull(until),
    graceUntil: dateOrNull(graceUntil ?? grace),
    isInGrace: graceUntil !== undefined,
    upgradesAt: dateOrNull(standing.upgradesAt),
    manual: manual ? Object.assign(new ManualTier(), { reason: manual.reason, until: dateOrNull(until) }) : null,
    progress: measured(set, sums[0] ?? 0, settings),
    measures: set.measures.map((measure, i) =>
      Object.assign(new MeasureProgress(), {
        measure: tierMeasure(measure, settings),
        gathered: measured(set, sums[i] ?? 0, settings, i),
      }),
    ),
    windowStartsAt: date(window.start),
    windowEndsAt: dateOrNull(window.end),
    projection,
  });
}

function tierGoal(set: TierSetSettings, goal: Goal | null, { settings }: Program): TierGoal | null {
  if (!goal) return null;
  const tier = tierType(set, goal.tier.id, settings);
  const measures = goal.tier.thresholds.flatMap((threshold, i) => {
    const measure = set.measures[i];
    if (threshold === null || !measure) return [];
    const sum = goal.sums[i] ?? 0;
    return Object.assign(new MeasureGoal(), {
      measure: tierMeasure(measure, settings),
      gathered: measured(set, sum, settings, i),
      threshold: measured(set, threshold, settings, i),
      remaining: measured(set, Math.max(0, threshold - sum), settings, i),
    });
  });
  return Object.assign(new TierGoal(), {
    tier,
    atLeast: tier.atLeast,
    measures,
    isReached: goal.isReached,
    countsFrom: date(goal.countsFrom),
    before: dateOrNull(goal.before),
  });
}
