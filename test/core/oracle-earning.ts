import type { Deed, Item } from '../support/deeds.js';
import { type Cap, type CurrencyCode, DAY, START } from '../support/world.js';
import type { OracleCalendar } from './oracle-calendar.js';
import { CODES } from './oracle-purse.js';

/** What one rule gave. */
export interface Share {
  readonly rule: string;
  readonly points: number;
}

export type Award = Readonly<Record<CurrencyCode, readonly Share[]>>;

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
export const pointsOf = (shares: readonly Share[]): number => sum(shares.map(({ points }) => points));

/** So many of these make a point; every rule gives a whole number of them, also for a half, third or quarter of a line. */
export const PARTS = 24_000;

export const isWinter = (at: number): boolean => at >= START + 10 * DAY && at < START + 40 * DAY;
const quantityOf = (items: readonly Item[], sku: string): number =>
  sum(items.filter((item) => item.sku === sku).map((item) => item.quantity));

/** The part of some cents that was paid with money. */
export const inMoney = (cents: number, { cents: all, paid }: Deed & { type: 'PURCHASE' }): number =>
  all === 0 ? 0 : Math.floor((cents * (all - (paid?.value ?? 0))) / all);

/** The part of the whole that was paid with money. */
const moneyPart = (deed: Deed & { type: 'PURCHASE' }): [part: number, whole: number] =>
  deed.cents === 0 ? [1, 1] : [deed.cents - (deed.paid?.value ?? 0), deed.cents];

/** What an activity earns before caps, rule by rule. */
export function earnings(deed: Deed & { type: 'PURCHASE' | 'EVENT' }, at: number): Award {
  if (deed.type === 'EVENT') {
    return {
      POINTS: deed.name === 'review' ? [{ rule: 'review', points: 3 }] : [],
      STARS: deed.name === 'visit' ? [{ rule: 'visit', points: 2 }] : [],
    };
  }
  const money = inMoney(deed.cents, deed);
  const items = deed.items ?? [];
  const base = Math.floor(money / 1_000);
  const winter = isWinter(at) ? Math.floor((2 * money + 5 * money) / 2_000) : base;
  const [part, cents] = moneyPart(deed);
  const apples = 5_000 * quantityOf(items, 'apple') * part;
  const all = Math.floor(((isWinter(at) ? 7 : 2) * money * cents + apples) / (2_000 * cents));
  // Half a star for each, of which a half again goes to the even number.
  const loaves = quantityOf(items, 'bread') * part;
  const whole = Math.floor(loaves / (2 * cents));
  const rest = loaves - whole * 2 * cents;
  const bread = whole + (rest > cents || (rest === cents && whole % 2 === 1) ? 1 : 0);
  return {
    POINTS: [
      { rule: 'base', points: base },
      { rule: 'winter', points: winter - base },
      { rule: 'apple', points: all - winter },
    ],
    STARS: [
      { rule: 'way', points: Math.floor((3 * money + 1_000) / 2_000) },
      { rule: 'bread', points: bread },
    ],
  };
}

/** What a line of a purchase earned, in parts of a point for each cent of the whole, before caps and rounding. */
export function earnedByLine(
  deed: Deed & { type: 'PURCHASE' },
  at: number,
  { sku, quantity, cents }: Item,
): Readonly<Record<CurrencyCode, number>> {
  const money = inMoney(cents ?? 0, deed);
  const [part, all] = moneyPart(deed);
  return {
    POINTS: money * (isWinter(at) ? 84 : 24) * all + (sku === 'apple' ? 60_000 * quantity * part : 0),
    STARS: money * 36 * all + (sku === 'bread' ? 12_000 * quantity * part : 0),
  };
}

/** What counted to a cap, activity by activity. */
interface Counted {
  readonly cap: string;
  readonly of: number;
  readonly window: number;
  readonly points: number;
  /** What was taken back since. */
  readonly back: number;
}

/** What a member earned under the caps of the programme. */
export class OracleCaps {
  counted: readonly Counted[] = [];

  constructor(
    private readonly caps: readonly Cap[],
    private readonly calendar: OracleCalendar,
  ) {}

  used(cap: string, window: number): number {
    return sum(this.counted.filter((each) => each.cap === cap && each.window === window).map(({ points, back }) => points - back));
  }

  /** What is left of an award, those of single rules first; null when it is more than one activity may earn. Last rules give way first. */
  limit(award: Award, of: number, at: number): Award | null {
    const left: Record<CurrencyCode, readonly Share[]> = { ...award };
    const counted: Counted[] = [];
    for (const code of CODES) {
      const caps = this.caps.filter((cap) => cap.code === code && this.counts(cap, at));
      const order = [...caps.filter(({ rule }) => rule !== null), ...caps.filter(({ rule }) => rule === null)];
      const biting = order.filter((cap) => {
        const asked = pointsOf(left[code].filter((share) => isOf(cap, share)));
        if (asked === 0) return false;
        if (cap.period === 'ACTIVITY') return asked > cap.max;
        const room = Math.max(0, cap.max - this.used(cap.id, this.calendar.periodOf(at, cap.period)));
        left[code] = cut(left[code], cap, asked - room);
        return true;
      });
      if (biting.some(({ period }) => period === 'ACTIVITY')) return null;
      for (const cap of biting) {
        if (cap.period === 'ACTIVITY') continue;
        const points = pointsOf(left[code].filter((share) => isOf(cap, share)));
        counted.push({ cap: cap.id, of, window: this.calendar.periodOf(at, cap.period), points, back: 0 });
      }
    }
    this.counted = [...this.counted, ...counted];
    return left;
  }

  /** So many of the points that an activity earned in a currency have been taken back in all: there is room for them again, rounded down. */
  giveBack(of: number, code: CurrencyCode, taken: number, total: number): void {
    const isMeant = (each: Counted) => each.of === of && this.caps.find(({ id }) => id === each.cap)?.code === code;
    this.counted = this.counted.map((each) => (isMeant(each) ? { ...each, back: Math.floor((each.points * taken) / total) } : each));
  }

  /** What is late, in a period before the latest in which a cap counted, is not held against it. */
  private counts({ id, period }: Cap, at: number): boolean {
    return period === 'ACTIVITY' || this.counted.every(({ cap, window }) => cap !== id || window <= this.calendar.periodOf(at, period));
  }
}

const isOf = ({ rule }: Cap, share: Share): boolean => rule === null || rule === share.rule;

function cut(shares: readonly Share[], cap: Cap, excess: number): readonly Share[] {
  let missing = Math.max(0, excess);
  const left = [...shares].reverse().map((share) => {
    const less = isOf(cap, share) ? Math.min(missing, share.points) : 0;
    missing -= less;
    return { ...share, points: share.points - less };
  });
  return left.reverse();
}
