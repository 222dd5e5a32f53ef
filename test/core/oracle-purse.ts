import type { CurrencyCode } from '../support/world.js';

/** One single point. */
export interface Point {
  readonly code: CurrencyCode;
  readonly expires: number;
  readonly source: string;
  /** Number of the entry that opened the lot it lies in. */
  readonly lot: number;
}

export interface OracleLot extends Point {
  readonly remaining: number;
}

/** Points set aside, by the entry that did so. */
export interface OracleHold {
  readonly of: number;
  readonly code: CurrencyCode;
  readonly status: 'OPEN' | 'CAPTURED' | 'RELEASED' | 'TIMED_OUT';
  readonly endedBy: number | null;
  readonly captured: number;
  readonly until: number;
  readonly points: readonly Point[];
}

/** Points that an activity earned and that wait. */
export interface Waiting {
  readonly of: number;
  readonly code: CurrencyCode;
  readonly source: string;
  readonly amount: number;
  readonly event: string | null;
  /** When the waiting is over: without an event they become active, with one it did not come. */
  readonly until: number;
}

export const CODES = ['POINTS', 'STARS'] as const;
const TOTALS = { earned: 0, spent: 0, expired: 0 };
type ByCode = Readonly<Record<CurrencyCode, number>>;
const NONE: ByCode = { POINTS: 0, STARS: 0 };

/** All points of one member, each by itself. Lists are replaced, never changed. */
export class Purse {
  points: readonly Point[] = [];
  holds: readonly OracleHold[] = [];
  waiting: readonly Waiting[] = [];
  debt: ByCode = NONE;
  /** To when activities have put off the expiry of all points. */
  slid: ByCode = NONE;
  totals: Readonly<Record<CurrencyCode, typeof TOTALS>> = { POINTS: TOTALS, STARS: TOTALS };

  count(code: CurrencyCode, total: keyof typeof TOTALS, amount: number): void {
    this.totals = { ...this.totals, [code]: { ...this.totals[code], [total]: this.totals[code][total] + amount } };
  }

  owe(code: CurrencyCode, amount: number): void {
    this.debt = { ...this.debt, [code]: this.debt[code] + amount };
  }

  active(code: CurrencyCode): number {
    return this.points.filter((point) => point.code === code).length;
  }

  /** Puts points into the lot of that expiry and source; where there is none, entry `entry` opens it. */
  put(code: CurrencyCode, expires: number, source: string, amount: number, entry: number): void {
    const open = this.points.find((point) => point.code === code && point.expires === expires && point.source === source);
    const point = { code, expires, source, lot: open?.lot ?? entry };
    this.points = [...this.points, ...Array.from({ length: amount }, () => ({ ...point }))];
  }

  /** Points that are new to the member: they repay what is owed, the rest is put. */
  get(code: CurrencyCode, expires: number, source: string, amount: number, entry: number): void {
    const repaid = Math.min(amount, this.debt[code]);
    this.owe(code, -repaid);
    this.put(code, expires, source, amount - repaid, entry);
    this.count(code, 'earned', amount);
  }

  /** The points that expire first, out of their lots; null when there are not enough. */
  take(code: CurrencyCode, amount: number): readonly Point[] | null {
    const taken = new Set(
      this.points
        .filter((point) => point.code === code)
        .sort(spendOrder)
        .slice(0, amount),
    );
    if (taken.size < amount) return null;
    this.points = this.points.filter((point) => !taken.has(point));
    return [...taken].sort(spendOrder);
  }

  /** Takes back what was earned; what is not there is owed, or let go. Says how many it took. */
  clawBack(code: CurrencyCode, amount: number, isDebtAllowed: boolean): number {
    const there = Math.min(amount, this.active(code));
    this.take(code, there);
    const owed = isDebtAllowed ? amount - there : 0;
    this.owe(code, owed);
    this.count(code, 'earned', -there - owed);
    return there + owed;
  }

  /** Puts points back, to live at least until `until`; those that expired meanwhile are gone. */
  giveBack(points: readonly Point[], at: number, entry: number, until = 0): void {
    for (const { code, source, ...point } of points) {
      const expires = Math.max(point.expires, this.slid[code], until);
      if (expires <= at) this.count(code, 'expired', 1);
      else this.put(code, expires, source, 1, entry);
    }
  }

  /** All points live at least to the instant, or to the one to which they were put off before. */
  slide(code: CurrencyCode, until: number, entry: number): void {
    const expires = Math.max(until, this.slid[code]);
    this.slid = { ...this.slid, [code]: expires };
    const moved = this.points.filter((point) => point.code === code && point.expires < expires);
    this.points = this.points.filter((point) => !moved.includes(point));
    for (const { source } of moved) this.put(code, expires, source, 1, entry);
  }

  replace(hold: OracleHold, change: Partial<OracleHold>): void {
    this.holds = this.holds.map((each) => (each === hold ? { ...hold, ...change } : each));
  }

  /** Takes the last that wait of an activity in a currency, at most so many. Says how many. */
  unwait(of: number, code: CurrencyCode, amount: number): number {
    let missing = amount;
    const left = [...this.waiting].reverse().map((each) => {
      if (each.of !== of || each.code !== code) return each;
      const part = Math.min(missing, each.amount);
      missing -= part;
      return { ...each, amount: each.amount - part };
    });
    this.waiting = left.reverse().filter((each) => each.amount > 0);
    return amount - missing;
  }

  lots(): OracleLot[] {
    const lots = new Map<string, OracleLot>();
    for (const point of this.points) {
      const name = [point.code, point.expires, point.source].join();
      lots.set(name, { ...point, remaining: (lots.get(name)?.remaining ?? 0) + 1 });
    }
    return [...lots.values()].sort(spendOrder);
  }

  wallet(code: CurrencyCode) {
    const held = this.holds.filter((hold) => hold.code === code).reduce((sum, { points }) => sum + points.length, 0);
    const pending = this.waiting.filter((each) => each.code === code).reduce((sum, { amount }) => sum + amount, 0);
    return { active: this.active(code), pending, held, debt: this.debt[code], ...this.totals[code] };
  }
}

export const spendOrder = (a: Point, b: Point): number => {
  if (a.expires !== b.expires) return a.expires < b.expires ? -1 : 1;
  if (a.lot !== b.lot) return a.lot - b.lot;
  const [ours, theirs] = [`${a.code} ${a.source}`, `${b.code} ${b.source}`];
  return ours < theirs ? -1 : ours > theirs ? 1 : 0;
};
