import type { CounterChange } from '../journal/core/counters.js';
import type { Refusal } from '../journal/core/decide.js';
import type { Instant } from '../journal/core/entry.js';
import type { StreamState } from '../journal/core/state.js';
import type { CapPeriod } from '../programs/calendar.js';
import type { Program } from '../programs/program.js';
import type { Award, RuleShare } from './earn.js';

/** How many points of a currency a member can earn: in a period, where the cap gives what is left, or by one activity, which is refused as a whole. */
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
}

/** What a cap did to an award. Kept in the entry, so that a return can give the room back. */
export interface CapUse {
  readonly cap: string;
  readonly name: string;
  readonly window: Instant;
  readonly requested: number;
  readonly granted: number;
  /** What counted to it, where another cap cut that further. */
  readonly counted?: number;
}

export interface CappedAward extends Award {
  /** What the rules gave before caps. */
  readonly requested: number;
  readonly caps: readonly CapUse[];
}

const sumOf = (shares: readonly RuleShare[]): number => shares.reduce((sum, { points }) => sum + points, 0);

/** The shares cut to `granted` in all; the last rules give way first. `which` says whose shares may be cut. */
function cut(shares: readonly RuleShare[], excess: number, which: (share: RuleShare) => boolean): RuleShare[] {
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

/**
 * What is left of awards under the programme's caps, and how full the caps are then. Caps of single rules bite first. An
 * activity of a period before the one that a cap counts in now is not counted.
 */
export function applyCaps(
  program: Program,
  { counters }: Pick<StreamState, 'counters'>,
  awards: readonly Award[],
  at: Instant,
): { readonly awards: readonly CappedAward[]; readonly counters: readonly CounterChange[] } | Refusal {
  const caps = [...(program.settings.caps ?? [])].sort((a, b) => Number(a.rule === null) - Number(b.rule === null));
  const changes: CounterChange[] = [];
  const capped: CappedAward[] = [];
  for (const award of awards) {
    let { shares } = award;
    const uses: CapUse[] = [];
    for (const cap of caps) {
      if (cap.currency !== award.currency.id) continue;
      const counts = (share: RuleShare) => cap.rule === null || share.rule === cap.rule;
      const requested = sumOf(shares.filter(counts));
      if (requested === 0) continue;
      if (cap.period === 'ACTIVITY') {
        if (requested > cap.max) return tooMuch(cap, requested);
        continue;
      }
      const window = program.calendar.periodOf(at, cap.period);
      const counter = counters[cap.id];
      if (counter && counter.window > window) continue;
      const used = counter?.window === window ? counter.used : 0;
      const granted = Math.min(requested, Math.max(0, cap.max - used));
      if (granted < requested) shares = cut(shares, requested - granted, counts);
      uses.push({ cap: cap.id, name: cap.name, window, requested, granted });
    }
    // A total cap may have cut what a rule's own cap had granted: what counts is what is left in the end.
    for (const [i, { cap: id, window, granted }] of uses.entries()) {
      const { rule } = caps.find((cap) => cap.id === id) as CapSettings;
      const given = sumOf(shares.filter((share) => rule === null || share.rule === rule));
      const counter = counters[id];
      changes.push({ counter: id, window, used: (counter?.window === window ? counter.used : 0) + given });
      if (given < granted) uses[i] = { ...(uses[i] as CapUse), counted: given };
    }
    const points = new Map(shares.map(({ rule, points }) => [`rule:${rule}`, points]));
    const lots = award.lots.flatMap((lot) => {
      const amount = points.get(lot.source) ?? 0;
      return amount > 0 ? [{ ...lot, amount }] : [];
    });
    capped.push({ ...award, shares, amount: sumOf(shares), lots, requested: award.amount, caps: uses });
  }
  return { awards: capped, counters: changes };
}

const tooMuch = ({ name, max }: CapSettings, requested: number): Refusal => ({
  code: 'ACTIVITY_LIMIT_EXCEEDED',
  message: `"${name}" allows ${max} points for one activity; this one would earn ${requested}. It was not recorded.`,
  data: { remaining: max, required: requested },
});

/**
 * The counters after `before` to `after` of the `total` points of an award were taken back: in the period in which they
 * were earned there is room again.
 */
export function giveRoomBack(
  { counters }: Pick<StreamState, 'counters'>,
  caps: readonly CapUse[],
  total: number,
  before: number,
  after: number,
): CounterChange[] {
  return caps.flatMap(({ cap, window, granted, counted = granted }) => {
    const counter = counters[cap];
    if (counter?.window !== window || total === 0) return [];
    const part = (taken: number) => Math.floor((Math.min(counted, total) * taken) / total);
    const back = part(after) - part(before);
    return back === 0 ? [] : [{ counter: cap, window, used: Math.max(0, counter.used - back) }];
  });
}
