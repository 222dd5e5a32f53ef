import type { MemberView } from '../members/member-loaders.js';
import type { Program } from '../programs/program.js';
import { rankOf, standingAt } from './evaluate.js';
import { measured, TierProjection, TierStanding, tierSet, tierType } from './tier.types.js';
import type { TierSetSettings } from './tier-set.js';

/** A member's standing as the API shows it, at the view's instant. */
export function tierStanding({ state, at }: MemberView, set: TierSetSettings, program: Program): TierStanding {
  const { settings, calendar } = program;
  const standing = standingAt(state, set, program, at);
  const window = calendar.yearOf(at);
  const rank = Math.max(0, rankOf(set, standing.tier));
  const next = set.tiers[rank + 1];
  const date = (instant: number) => new Date(instant);
  const projection = Object.assign(new TierProjection(), {
    nextTier: next ? tierType(set, next.id, settings) : null,
    remaining: next ? measured(set, Math.max(0, next.threshold - standing.progress), settings) : null,
    before: date(window.end),
    toRegain: measured(set, set.tiers[rank]?.threshold ?? 0, settings),
  });
  return Object.assign(new TierStanding(), {
    tierSet: tierSet(set, settings),
    tier: tierType(set, standing.tier, settings),
    since: date(standing.since),
    evaluatesAt: standing.until === null ? null : date(standing.until),
    progress: measured(set, standing.progress, settings),
    windowStartsAt: date(window.start),
    windowEndsAt: date(window.end),
    projection,
  });
}
