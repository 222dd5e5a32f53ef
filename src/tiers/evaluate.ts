import type { Draft } from '../journal/core/draft.js';
import type { Instant, Standing, StandingChange } from '../journal/core/entry.js';
import type { DueStep } from '../journal/core/settle.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';
import type { TierSetSettings, TierSettings } from './tier-set.js';

/** What a command adds towards tiers. */
export interface Qualification {
  /** Minor money units. */
  readonly spend: number;
  /** Points by currency id. */
  readonly points: Readonly<Record<string, number>>;
}

/** Why a tier changed; stored in the entry. */
export interface TierChange {
  readonly tierSet: string;
  readonly from: string;
  readonly to: string;
  readonly reason: 'UPGRADED' | 'PERIOD_ENDED';
}

/** A member's standing at an instant. Who has none yet stands on the first tier since enrolment. */
export function standingAt(state: StreamState, set: TierSetSettings, program: Program, at: Instant): Standing {
  const window = program.calendar.yearOf(at).start;
  const standing = state.standings[set.id];
  if (!standing) return { tier: set.tiers[0].id, since: state.enrolledAt, until: null, window, progress: 0 };
  // The window rolls over by itself: a member on the first tier needs no entry for a new year.
  return standing.window < window ? { ...standing, window, progress: 0 } : standing;
}

/** The highest tier whose threshold the progress reaches. */
export const tierFor = (set: TierSetSettings, progress: number): TierSettings =>
  set.tiers.findLast((tier) => tier.threshold <= progress) ?? set.tiers[0];

/** The tier's place in its ladder; -1 when a later version of the settings no longer has it. */
export const rankOf = (set: TierSetSettings, tier: string): number => set.tiers.findIndex(({ id }) => id === tier);

/** The standings that a qualifying command leaves, for its own entry. An earlier year's activity counts to no standing. */
export function qualify(draft: Draft<Program>, added: Qualification): StandingChange[] {
  const { program, state, at } = draft;
  const changes: StandingChange[] = [];
  for (const set of program.settings.tierSets) {
    const amount = set.qualifiesBy.measure === 'SPEND' ? added.spend : (added.points[set.qualifiesBy.currency] ?? 0);
    if (amount === 0) continue;
    const standing = standingAt(state, set, program, Math.max(at, state.settledAt));
    if (standing.window !== program.calendar.yearOf(at).start) continue;
    changes.push({ tierSet: set.id, ...standing, progress: standing.progress + amount, added: amount });
  }
  return changes;
}

/** Raises the member to the tiers that the progress reaches; a jump over a tier is one change. `dueAt`: it follows from time alone. */
export function upgrade(draft: Draft<Program>, dueAt: Instant | null = null): void {
  const { program } = draft;
  const at = Math.max(dueAt ?? draft.at, draft.state.settledAt);
  const post = (effects: Parameters<Draft<Program>['post']>[1]) =>
    dueAt === null ? draft.post('TIER_CHANGED', effects) : draft.postDue('TIER_CHANGED', dueAt, effects);
  for (const set of program.settings.tierSets) {
    const standing = standingAt(draft.state, set, program, at);
    const tier = tierFor(set, standing.progress);
    if (rankOf(set, tier.id) <= rankOf(set, standing.tier)) continue;
    const until = program.calendar.yearOf(at).end;
    const because: TierChange = { tierSet: set.id, from: standing.tier, to: tier.id, reason: 'UPGRADED' };
    post({ because, standings: [{ tierSet: set.id, ...standing, tier: tier.id, since: dueAt ?? draft.at, until, added: 0 }] });
  }
}

const nextUntil = (state: StreamState, set: TierSetSettings): Instant => state.standings[set.id]?.until ?? Infinity;

/** The end of a tier's period: what the new year gives, which at its first instant is nothing yet. */
export const endTierPeriods: DueStep<Program> = {
  next: (draft) => Math.min(...draft.program.settings.tierSets.map((set) => nextUntil(draft.state, set))),
  post(draft, at) {
    const { program } = draft;
    for (const set of program.settings.tierSets) {
      if (nextUntil(draft.state, set) > at) continue;
      const standing = standingAt(draft.state, set, program, at);
      const tier = tierFor(set, standing.progress);
      const until = tier.id === set.tiers[0].id ? null : program.calendar.yearOf(at).end;
      const because: TierChange = { tierSet: set.id, from: standing.tier, to: tier.id, reason: 'PERIOD_ENDED' };
      draft.postDue('TIER_CHANGED', at, {
        because,
        standings: [{ tierSet: set.id, ...standing, tier: tier.id, since: at, until, added: 0 }],
      });
    }
  },
};
