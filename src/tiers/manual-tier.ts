import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Instant } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';
import { effects, kindOf } from './evaluate.js';
import { type Evaluation, withManual, withoutManual } from './evaluation.js';
import { ladderOf, standingOf } from './progress.js';
import type { TierSetSettings } from './tier-set.js';

export const SET_TIER = 'SET_TIER';
export const CLEAR_TIER = 'CLEAR_TIER';

export const MANUAL_TIER_REASONS = ['STATUS_MATCH', 'GOODWILL', 'CORRECTION', 'MIGRATION', 'FRAUD', 'OTHER'] as const;
export type ManualTierReason = (typeof MANUAL_TIER_REASONS)[number];

export interface ClearTier {
  /** Id of the set; null: the only one. */
  readonly tierSet: string | null;
  readonly reason: ManualTierReason;
  readonly note: string | null;
}

export interface SetTier extends ClearTier {
  readonly tier: string;
  /** Exclusive. */
  readonly until: Instant;
}

/** Gives a tier by hand until an instant; evaluation leaves it alone until then. One given before is replaced. */
export const setTier: Handler<Program, SetTier> = (draft, { input }) => {
  const set = setFor(draft, input);
  if ('code' in set) return set;
  const tier = set.tiers.find(({ id, isRetired }) => id === input.tier && !isRetired);
  if (!tier) return { code: 'TIER_NOT_FOUND', message: 'There is no such tier in use in this tier set.', path: ['tier'] };
  const now = Math.max(draft.at, draft.state.settledAt);
  if (input.until <= now) {
    return { code: 'INVALID_INPUT', message: `until must lie after ${new Date(now).toISOString()}.`, path: ['until'] };
  }
  const before = standingOf(ladderOf(draft.state, set, draft.program), draft.state.standings[set.id], now);
  return post(draft, set, input, { standing: withManual(before, tier.id, input.until, input.reason, now), reason: 'SET_BY_HAND' });
};

/** Ends a tier given by hand before its time; what evaluation gives comes back. */
export const clearTier: Handler<Program, ClearTier> = (draft, { input }) => {
  const set = setFor(draft, input);
  if ('code' in set) return set;
  const now = Math.max(draft.at, draft.state.settledAt);
  const ladder = ladderOf(draft.state, set, draft.program);
  const before = standingOf(ladder, draft.state.standings[set.id], now);
  if (!before.manual) {
    return { code: 'NO_MANUAL_TIER', message: 'The member has no tier that was given by hand in this tier set.', path: ['tierSet'] };
  }
  return post(draft, set, input, withoutManual(ladder, before, now, 'CLEARED_BY_HAND'));
};

function setFor({ state, program }: Draft<Program>, { tierSet }: ClearTier): TierSetSettings | Refusal {
  const { status } = state;
  if (status === 'CLOSED') {
    return { code: 'MEMBER_NOT_ACTIVE', message: 'This membership is closed.', path: ['member'], data: { status } };
  }
  const { tierSets } = program.settings;
  const set = tierSet === null && tierSets.length === 1 ? tierSets[0] : tierSets.find(({ id }) => id === tierSet);
  return set ?? { code: 'TIER_SET_NOT_FOUND', message: 'Name a tier set of this programme.', path: ['tierSet'] };
}

function post(draft: Draft<Program>, set: TierSetSettings, input: ClearTier, evaluation: Evaluation): number {
  const now = Math.max(draft.at, draft.state.settledAt);
  const ladder = ladderOf(draft.state, set, draft.program);
  const before = standingOf(ladder, draft.state.standings[set.id], now);
  return draft.post(kindOf(before, evaluation), { input, ...effects(ladder, before, evaluation, now) });
}
