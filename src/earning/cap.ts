import type { Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Instant } from '../journal/core/entry.js';
import type { CapPeriod } from '../programs/calendar.js';
import type { Program } from '../programs/program.js';
import { capsOf } from '../promotions/promotion-caps.js';
import { type CapCounts, countsOf, sharedKey, usedBefore } from './cap-counts.js';
import { type Award, type Share, sourceOf } from './earn.js';

/**
 * How many points of a currency a member, or all members together, can earn: in a period, where the cap gives what is left, or
 * by one activity, which is refused as a whole.
 */
export interface CapSettings {
  readonly id: string;
  readonly name: string;
  /** Id of the point currency. */
  readonly currency: string;
  /** Id of the one rule whose points count; null: those of all rules together. */
  readonly rule: string | null;
  /** ACTIVITY: a limit on one activity. */
  readonly period: CapPeriod | 'ACTIVITY';
  readonly max: number;
  /** All members of the programme together; each member alone, when left out. */
  readonly scope?: 'PROGRAM';
  /** It limits what this promotion adds, and nothing else. */
  readonly promotion?: string;
}

/** What a cap did to an award. Kept in the entry, so that a return can give the room back. */
export interface CapUse {
  readonly cap: string;
  /** Present where it is the limit of a promotion. */
  readonly promotion?: string;
  readonly name: string;
  readonly window: Instant;
  readonly requested: number;
  readonly granted: number;
  /** What counted in the end, where other caps left less than this one granted. */
  readonly counted?: number;
}

export interface CappedAward extends Award {
  /** What the rules gave before caps. */
  readonly requested: number;
  readonly caps: readonly CapUse[];
}

const sumOf = (shares: readonly Share[]): number => shares.reduce((sum, { points }) => sum + points, 0);

/** Whether a cap counts a share. */
const isOf = ({ rule, promotion }: CapSettings, share: Share): boolean => {
  if (promotion !== undefined) return 'promotion' in share && share.promotion === promotion;
  return rule === null || ('rule' in share && share.rule === rule);
};

const requestedOf = (cap: CapSettings, shares: readonly Share[]): number => sumOf(shares.filter((share) => isOf(cap, share)));

/** The shares without the excess; promotions and the last rules give way first. `which` says whose shares may be cut. */
function cut(shares: readonly Share[], excess: number, which: (share: Share) => boolean): Share[] {
  let missing = excess;
  return shares
    .toReversed()
    .map((share) => {
      const less = which(share) ? Math.min(missing, share.points) : 0;
      missing -= less;
      return less > 0 ? { ...share, points: share.points - less } : share;
    })
    .toReversed();
}

/** Caps of single rules and promotions bite first, and a member's own before those of all members, so that these are asked for no more than is needed. */
const inOrder = (caps: readonly CapSettings[]): readonly CapSettings[] => {
  const place = ({ rule, promotion, scope }: CapSettings) => (rule === null && promotion === undefined ? 2 : 0) + (scope ? 1 : 0);
  return [...caps].sort((a, b) => place(a) - place(b));
};

/**
 * What is left of awards under the programme's caps, and how full the caps are then. A member's cap counts in the latest
 * period alone: an activity of an earlier one is not counted. A cap of all members counts each activity in its own period.
 * @throws CountersNeeded
 */
export function applyCaps(
  draft: Draft<Program>,
  awards: readonly Award[],
): { readonly awards: readonly CappedAward[]; readonly counts: CapCounts } | Refusal {
  const { program, at } = draft;
  const caps = inOrder(capsOf(program.settings));
  const windowOf = ({ period }: CapSettings) => program.calendar.periodOf(at, period as CapPeriod);
  // All at once: what is asked for one by one is locked one by one.
  draft.shared.used(
    caps
      .filter((cap) => cap.scope && awards.some((award) => award.currency.id === cap.currency && requestedOf(cap, award.shares) > 0))
      .map((cap) => sharedKey(cap, windowOf(cap))),
  );
  const counted: (CapUse & { readonly delta: number })[] = [];
  const capped: CappedAward[] = [];
  for (const award of awards) {
    let { shares } = award;
    const uses: CapUse[] = [];
    for (const cap of caps) {
      if (cap.currency !== award.currency.id) continue;
      const requested = requestedOf(cap, shares);
      if (requested === 0) continue;
      if (cap.period === 'ACTIVITY') {
        if (requested > cap.max) return tooMuch(cap, requested);
        continue;
      }
      const window = windowOf(cap);
      const used = usedBefore(draft, cap, window);
      if (used === null) continue;
      const granted = Math.min(requested, Math.max(0, cap.max - used));
      if (granted < requested) shares = cut(shares, requested - granted, (share) => isOf(cap, share));
      const { id, name, promotion } = cap;
      uses.push({ cap: id, ...(promotion !== undefined && { promotion }), name, window, requested, granted });
    }
    // A total cap may have cut what a rule's own cap had granted: what counts is what is left in the end.
    const kept = uses.map((use) => {
      const delta = requestedOf(caps.find(({ id }) => id === use.cap) as CapSettings, shares);
      counted.push({ ...use, delta });
      return delta < use.granted ? { ...use, counted: delta } : use;
    });
    const points = new Map(shares.map((share) => [sourceOf(share), share.points]));
    const lots = award.lots.flatMap((lot) => {
      const amount = points.get(lot.source) ?? 0;
      return amount > 0 ? [{ ...lot, amount }] : [];
    });
    capped.push({ ...award, shares, amount: sumOf(shares), lots, requested: award.amount, caps: kept });
  }
  return { awards: capped, counts: countsOf(draft, counted) };
}

const tooMuch = ({ name, max }: CapSettings, requested: number): Refusal => ({
  code: 'ACTIVITY_LIMIT_EXCEEDED',
  message: `"${name}" allows ${max} points for one activity; this one would earn ${requested}. It was not recorded.`,
  data: { remaining: max, required: requested },
});
