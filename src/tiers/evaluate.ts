import type { Draft } from '../journal/core/draft.js';
import type { Instant, Standing, StandingChange } from '../journal/core/entry.js';
import type { DueStep } from '../journal/core/settle.js';
import { dueOf } from '../journal/core/standings.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';
import { afterActivity, type Evaluation, nextUpgrade, type TierReason, whenDue } from './evaluation.js';
import { addTo, changeOf, gathered, ladderOf, standingOf } from './progress.js';
import type { Measure, TierSetSettings } from './tier-set.js';
import { type Ladder, windowOf } from './windows.js';

/** What a command adds towards tiers, or with negative amounts takes back. */
export interface Qualification {
  /** Minor money units. */
  readonly spend: number;
  /** Points by currency id. */
  readonly points: Readonly<Record<string, number>>;
  /** Activities: 1 for one that happened, -1 for one that is taken back. */
  readonly activity?: { readonly count: number; readonly of: { readonly purchases: true } | { readonly event: string } };
  /** When it counts: of a return, the instant of its purchase. The command's own instant where left out. */
  readonly at?: Instant;
}

/** Why a tier changed; stored in the entry. */
export interface TierChange {
  readonly tierSet: string;
  readonly from: string;
  readonly to: string;
  readonly reason: TierReason;
  /** What the qualification window held for each measure, in the units of the set. */
  readonly gathered?: readonly number[];
}

/** A member's standing at an instant. Who has none yet stands on the first tier since enrolment. */
export const standingAt = (state: StreamState, set: TierSetSettings, program: Program, at: Instant): Standing =>
  standingOf(ladderOf(state, set, program), state.standings[set.id], at);

/**
 * The standings that a qualifying command leaves, for its own entry. What lies before every window that still counts
 * counts to no standing. Call `upgrade` once the entry is posted.
 */
export function qualify(draft: Draft<Program>, added: Qualification): StandingChange[] {
  const { program, state } = draft;
  const now = Math.max(draft.at, state.settledAt);
  const changes: StandingChange[] = [];
  for (const set of program.settings.tierSets) {
    const amounts = set.measures.map((measure) => amountOf(measure, added));
    if (amounts.every((amount) => amount === 0)) continue;
    const change = qualified(ladderOf(state, set, program), state.standings[set.id], amounts, added.at ?? draft.at, now);
    if (change) changes.push(change);
  }
  return changes;
}

function qualified(ladder: Ladder, stored: Standing | undefined, amounts: readonly number[], at: Instant, now: Instant) {
  const before = standingOf(ladder, stored, now);
  const added = addTo(ladder, before, amounts, at, now);
  if (!added) return null;
  const { upgradesAt: _, ...standing } = added.standing;
  const upgradesAt = nextUpgrade(ladder, standing, now);
  const [first = 0, ...more] = amounts;
  return {
    ...changeOf(ladder, { ...standing, ...(upgradesAt !== undefined && { upgradesAt }) }, now),
    added: first,
    ...(more.some(Boolean) && { addedMore: more }),
    ...(added.late && { late: added.late }),
  };
}

function amountOf(measure: Measure, { spend, points, activity }: Qualification): number {
  if (measure.measure === 'SPEND') return spend;
  if (measure.measure === 'POINTS') return points[measure.currency] ?? 0;
  if (!activity) return 0;
  const { of } = measure;
  const counts = of === null || ('purchases' in of ? 'purchases' in activity.of : 'event' in activity.of && activity.of.event === of.event);
  return counts ? activity.count : 0;
}

/** Raises the member to the tiers that were reached; a jump over a tier is one change. In grace it may renew a tier. */
export function upgrade(draft: Draft<Program>): void {
  const now = Math.max(draft.at, draft.state.settledAt);
  for (const set of draft.program.settings.tierSets) {
    const ladder = ladderOf(draft.state, set, draft.program);
    const before = standingOf(ladder, draft.state.standings[set.id], now);
    const evaluation = afterActivity(ladder, before, now, draft.at);
    if (!evaluation) continue;
    draft.post(kindOf(before, evaluation), effects(ladder, before, evaluation, now, gathered(ladder, before, windowOf(ladder, now).start)));
  }
}

/** What entries of evaluation are called: a tier changed, or it was kept. */
export const kindOf = (before: Standing, { standing }: Evaluation): string =>
  before.tier === standing.tier ? 'TIER_KEPT' : 'TIER_CHANGED';

/** What such an entry holds. */
export function effects(
  ladder: Ladder,
  before: Standing,
  { standing, reason }: Evaluation,
  at: Instant,
  sums?: readonly number[],
): { because: TierChange; standings: StandingChange[] } {
  const because = { tierSet: ladder.set.id, from: before.tier, to: standing.tier, reason, ...(sums && { gathered: sums }) };
  return { because, standings: [changeOf(ladder, standing, at)] };
}

/** Whatever ends by time: a tier's period, a grace, a tier given by hand, the wait for an upgrade. Each set is evaluated once at an instant. */
export const endTierPeriods: DueStep<Program> = {
  next: ({ program, state }) => Math.min(...program.settings.tierSets.map(({ id }) => dueOf(state.standings[id]))),
  post(draft, at) {
    const { program } = draft;
    for (const set of program.settings.tierSets) {
      const stored = draft.state.standings[set.id];
      if (!stored || dueOf(stored) > at) continue;
      const ladder = ladderOf(draft.state, set, program);
      const before = standingOf(ladder, stored, at);
      const evaluation = whenDue(ladder, before, at);
      const sums = gathered(ladder, before, windowOf(ladder, at - 1).start, at);
      draft.postDue(kindOf(before, evaluation), at, effects(ladder, before, evaluation, at, sums));
    }
  },
};
