import { START } from '../support/world.js';
import type { OracleCalendar } from './oracle-calendar.js';

const LADDERS = {
  status: [
    ['bronze', 0],
    ['silver', 6_000],
    ['gold', 18_000],
  ],
  club: [
    ['bronze', 0],
    ['silver', 10],
    ['gold', 25],
  ],
} as const;
export type LadderName = keyof typeof LADDERS;
export const LADDER_NAMES = ['status', 'club'] as const;

/** Where the member stands, by what was gathered in the calendar year. */
export class Ladders {
  tiers: Readonly<Record<LadderName, { tier: number; until: number; since: number }>> = {
    status: { tier: 0, until: Infinity, since: START },
    club: { tier: 0, until: Infinity, since: START },
  };
  private qualified: readonly { ladder: LadderName; year: number; amount: number }[] = [];

  constructor(private readonly calendar: OracleCalendar) {}

  /** What counts to a ladder in the year of an instant. */
  progress(ladder: LadderName, at: number): number {
    const year = this.calendar.year(at);
    const counted = this.qualified.filter((each) => each.ladder === ladder && each.year === year);
    return counted.reduce((total, each) => total + each.amount, 0);
  }

  /** What lies before the year of `settled` counts to nothing any more. What is taken leaves at least zero. */
  qualify(ladder: LadderName, amount: number, at: number, settled: number): void {
    const year = this.calendar.year(at);
    if (year < this.calendar.year(settled)) return;
    this.qualified = [...this.qualified, { ladder, year, amount: Math.max(amount, -this.progress(ladder, at)) }];
  }

  reached(ladder: LadderName, at: number): number {
    const progress = this.progress(ladder, at);
    return LADDERS[ladder].filter(([, threshold]) => threshold <= progress).length - 1;
  }

  /** Puts the member on a tier; says what that is called and to which. */
  move(ladder: LadderName, tier: number, until: number, at: number): [kind: string, what: string] {
    const before = this.tiers[ladder];
    const isSame = tier === before.tier;
    this.tiers = { ...this.tiers, [ladder]: { tier, until: tier === 0 ? Infinity : until, since: isSame ? before.since : at } };
    return [isSame ? 'TIER_KEPT' : 'TIER_CHANGED', `${ladder} ${LADDERS[ladder][tier]?.[0]}`];
  }
}
