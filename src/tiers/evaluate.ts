import type { Draft } from '../journal/core/draft.js';
import type { Instant, Standing, StandingChange } from '../journal/core/entry.js';
import type { DueStep } from '../journal/core/settle.js';
import { dueOf } from '../journal/core/standings.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';
import { afterActivity, afterReturn, type Evaluation, isSupported, nextUpgrade, type TierReason, whenDue } from './evaluation.js';
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
  const now = Math.max(draft.at, draft.state.settledAt);
  return changesOf(draft, added, added.at ?? draft.at, now, nextUpgrade);
}

/**
 * The same for an entry that follows from time alone, such as points that become active. A tier that is reached by it falls
 * due at that very instant, so that `endTierPeriods`, behind all other due steps, evaluates it once on the net state. What a
 * back-dated command brought may fall due before what is settled; it counts to what still counts now, like the command itself.
 */
export const qualifyDue = (draft: Draft<Program>, added: Qualification, at: Instant): StandingChange[] =>
  changesOf(draft, added, added.at ?? at, Math.max(at, draft.state.settledAt), (ladder, standing, now) =>
    afterActivity(ladder, standing, now) ? at : nextUpgrade(ladder, standing, now),
  );

function changesOf(
  draft: Draft<Program>,
  added: Qualification,
  at: Instant,
  now: Instant,
  upgradeOf: typeof nextUpgrade,
): StandingChange[] {
  const { program, state } = draft;
  return program.settings.tierSets.flatMap((set) => {
    const amounts = set.measures.map((measure) => amountOf(measure, added));
    if (amounts.every((amount) => amount === 0)) return [];
    const ladder = ladderOf(state, set, program);
    const after = addTo(ladder, standingOf(ladder, state.standings[set.id], now), amounts, at, now);
    if (!after) return [];
    const { upgradesAt: _, ...standing } = after.standing;
    const upgradesAt = upgradeOf(ladder, standing, now);
    const [first = 0, ...more] = amounts;
    return {
      ...changeOf(ladder, { ...standing, ...(upgradesAt !== undefined && { upgradesAt }) }, now),
      added: first,
      ...(more.some(Boolean) && { addedMore: more }),
      ...(after.late && { late: after.late }),
    };
  });
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

/** The tier sets in which what was gathered gives the member's tier now, as it is not where a tier lasts beyond its window. */
export function supported({ program, state, at }: Draft<Program>): ReadonlySet<string> {
  const now = Math.max(at, state.settledAt);
  const has = (set: TierSetSettings) => {
    const ladder = ladderOf(state, set, program);
    return isSupported(ladder, standingOf(ladder, state.standings[set.id], now), now);
  };
  return new Set(program.settings.tierSets.filter(has).map(({ id }) => id));
}

/** Lowers the member to the tiers that are left, in the sets where what was gathered gave a tier before a return and does not now. */
export function lower(draft: Draft<Program>, supportedBefore: ReadonlySet<string>): void {
  const now = Math.max(draft.at, draft.state.settledAt);
  for (const set of draft.program.settings.tierSets) {
    if (!supportedBefore.has(set.id)) continue;
    const ladder = ladderOf(draft.state, set, draft.program);
    const before = standingOf(ladder, draft.state.standings[set.id], now);
    const evaluation = afterReturn(ladder, before, now);
    if (evaluation)
      draft.post(
        kindOf(before, evaluation),
        effects(ladder, before, evaluation, now, gathered(ladder, before, windowOf(ladder, now).start)),
      );
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
