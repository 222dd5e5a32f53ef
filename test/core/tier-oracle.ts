/** How one ladder is run; amounts in cents, and a number of purchases and events. Days are those of UTC. */
export interface Rules {
  readonly window: 'APRIL_YEAR' | 'YEAR' | 'ANNIVERSARY' | 'ROLLING' | 'LIFETIME';
  readonly rollingDays: number;
  readonly upgrades: 'IMMEDIATE' | 'NEXT_PERIOD';
  /** Whole periods more than the one a tier begins in; days of its own; or for ever. */
  readonly lasts: { readonly further: number } | { readonly days: number } | 'FOREVER';
  readonly downgrade: 'ONE_DOWN' | 'BY_BALANCE';
  readonly graceDays: number | null;
  /** Of the two thresholds, spend and number, how many are needed. */
  readonly needed: 1 | 2;
}

export const STEPS = [
  ['basic', 0, 0],
  ['bronze', 100, 3],
  ['silver', 200, 5],
  ['gold', 300, 7],
] as const;

const DAY = 86_400_000;

interface Fact {
  readonly at: number;
  readonly cents: number;
  readonly count: number;
}

interface Place {
  rank: number;
  since: number;
  /** Infinity: never evaluated. */
  until: number;
  graceUntil: number | null;
}

/** A period with what was gathered in it, and from when to when it gives a tier. */
interface Gift {
  readonly rank: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Tiers once more, from the whole history each time: every purchase since enrolment is remembered and counted anew, every
 * period since enrolment is looked at. Shares nothing with what it checks.
 */
export class TierOracle {
  told: string[] = [];
  place: Place;
  manual: { until: number; rank: number; own: Place } | null = null;
  settled: number;
  private readonly facts: Fact[] = [];
  private readonly start: { month: number; day: number };

  constructor(
    private readonly rules: Rules,
    private readonly enrolledAt: number,
  ) {
    const enrolled = new Date(enrolledAt);
    this.start =
      rules.window === 'ANNIVERSARY'
        ? { month: enrolled.getUTCMonth(), day: enrolled.getUTCDate() }
        : { month: rules.window === 'APRIL_YEAR' ? 3 : 0, day: rules.window === 'APRIL_YEAR' ? 6 : 1 };
    this.place = { rank: 0, since: enrolledAt, until: Infinity, graceUntil: null };
    this.settled = enrolledAt;
  }

  count(cents: number, count: number, countsAt: number, at: number): void {
    this.pass(at);
    this.settled = Math.max(this.settled, at);
    this.facts.push({ at: countsAt, cents, count });
  }

  /** A purchase or event: counted, and tiers that are reached begin. */
  act(cents: number, at: number): void {
    this.count(cents, 1, at, at);
    this.look(at);
    this.pass(this.settled);
  }

  takeBack(cents: number, of: number, at: number): void {
    this.count(-cents, 0, of, at);
    this.pass(this.settled);
  }

  set(rank: number, until: number, at: number): boolean {
    const memory = this.remember();
    this.pass(at);
    const now = Math.max(at, this.settled);
    if (until <= now) return this.forget(memory);
    const before = this.manual?.rank ?? this.place.rank;
    this.tell(at, before, rank, 'SET_BY_HAND');
    const since = before === rank ? this.shown().since : now;
    this.manual = { until, rank, own: this.manual?.own ?? { ...this.place } };
    this.place = { rank, since, until, graceUntil: null };
    this.settled = now;
    return true;
  }

  clear(at: number): boolean {
    const memory = this.remember();
    this.pass(at);
    if (!this.manual) return this.forget(memory);
    const now = Math.max(at, this.settled);
    this.free(now, at, 'CLEARED_BY_HAND');
    this.settled = now;
    this.pass(now);
    return true;
  }

  sweep(at: number): void {
    this.pass(at);
    this.pass(Math.max(at, this.settled));
  }

  shown(): Place {
    return this.place;
  }

  private remember() {
    const { told, place, manual, settled } = this;
    return structuredClone({ told, place, manual, settled });
  }

  /** What is refused has not happened, nor what would have fallen due before it. */
  private forget(memory: ReturnType<TierOracle['remember']>): false {
    Object.assign(this, memory);
    return false;
  }

  private free(now: number, at: number, reason: string): void {
    const { rank, own } = this.manual as NonNullable<typeof this.manual>;
    const shownSince = this.place.since;
    this.manual = null;
    this.place = { ...own, graceUntil: own.graceUntil !== null && own.graceUntil <= now ? null : own.graceUntil };
    const quiet = this.told.length;
    if ((this.place.graceUntil ?? this.place.until) <= now) this.end(now);
    else this.look(now);
    this.told.length = quiet;
    this.place.since = this.place.rank === rank ? shownSince : now;
    this.tell(at, rank, this.place.rank, reason);
  }

  /** Everything that time alone brings, up to and including an instant. */
  private pass(until: number): void {
    for (;;) {
      const end = this.place.graceUntil ?? this.place.until;
      const boundary = this.nextUpgrade();
      const at = Math.min(end, boundary);
      if (at > until) return;
      if (this.manual) this.free(at, at, 'MANUAL_TIER_ENDED');
      else if (end <= at) this.end(at);
      else {
        const best = this.best(at, true);
        this.move(best.rank, best.to, at, 'UPGRADED');
      }
      this.settled = Math.max(this.settled, at);
    }
  }

  /** The next boundary of a period at which a higher tier begins. */
  private nextUpgrade(): number {
    if (this.rules.upgrades === 'IMMEDIATE' || this.manual) return Infinity;
    const at = this.period(this.settled, 1).start;
    return this.best(at, true).rank > this.place.rank ? at : Infinity;
  }

  private end(at: number): void {
    const { place, rules } = this;
    const best = this.best(at, true);
    if (best.rank >= place.rank) {
      this.move(best.rank, best.to, at, best.rank > place.rank ? 'UPGRADED' : 'REQUALIFIED');
      return;
    }
    if (place.graceUntil === null && rules.graceDays !== null && place.until + rules.graceDays * DAY > at) {
      this.tell(at, place.rank, place.rank, 'GRACE_BEGAN');
      place.graceUntil = place.until + rules.graceDays * DAY;
      return;
    }
    const reason = place.graceUntil === null ? 'PERIOD_ENDED' : 'GRACE_ENDED';
    const below = rules.downgrade === 'ONE_DOWN' ? place.rank - 1 : 0;
    if (below > best.rank) this.move(below, this.renewed(at), at, reason);
    else this.move(best.rank, best.to, at, reason);
  }

  private look(at: number): void {
    if (this.manual) return;
    const now = Math.max(at, this.settled);
    const best = this.best(now, false);
    const { rank, graceUntil } = this.place;
    if ((this.rules.upgrades === 'IMMEDIATE' || this.isByPeriods()) && best.rank > rank) this.move(best.rank, best.to, at, 'UPGRADED');
    else if (graceUntil !== null && best.rank >= rank) {
      this.move(rank, best.rank === rank ? best.to : this.renewed(now), at, 'REQUALIFIED');
    }
  }

  private move(rank: number, until: number, at: number, reason: string): void {
    const before = this.place;
    this.place = { rank, since: rank === before.rank ? before.since : at, until: rank === 0 ? Infinity : until, graceUntil: null };
    this.tell(at, before.rank, rank, reason);
  }

  private tell(at: number, from: number, to: number, reason: string): void {
    this.told.push(`${new Date(at).toISOString()} ${STEPS[from]?.[0]} > ${STEPS[to]?.[0]} ${reason}`);
  }

  /** The best of everything that gives a tier at an instant; of two alike, the one that gives it longer. */
  private best(at: number, isDue: boolean): { rank: number; to: number } {
    const gifts = this.gifts(at, isDue).filter(({ from, to }) => from <= at && at < to);
    const sorted = gifts.sort((a, b) => b.rank - a.rank || b.to - a.to);
    const best = sorted[0] ?? { rank: 0, to: Infinity };
    return { rank: best.rank, to: best.rank === 0 ? Infinity : best.to };
  }

  private gifts(at: number, isDue: boolean): Gift[] {
    const { window, lasts, upgrades, rollingDays } = this.rules;
    const gifts: Gift[] = [];
    const { graceUntil, until } = this.place;
    if (this.isByPeriods() && typeof lasts === 'object' && 'further' in lasts) {
      const waits = upgrades === 'NEXT_PERIOD' ? 1 : 0;
      for (let back = 0; this.period(at, -back).end > this.enrolledAt - 366 * DAY; back += 1) {
        const { start, end } = this.period(at, -back);
        const to = this.period(start, lasts.further + waits).end;
        gifts.push({ rank: this.rank(start, end), from: waits ? end : start, to });
      }
      if (graceUntil !== null && lasts.further + waits > 0) {
        gifts.push({ rank: this.rank(this.period(until - 1).start, Infinity), from: until, to: this.renewed(at) });
      }
      return gifts;
    }
    const opens = (t: number): number => {
      if (window === 'LIFETIME') return this.enrolledAt;
      return window === 'ROLLING' ? Math.floor(t / DAY) * DAY - (rollingDays - 1) * DAY : this.period(t).start;
    };
    const term = isDue ? this.renewed(at) : this.begun(at);
    gifts.push({ rank: this.rank(opens(isDue ? at - 1 : at), Infinity), from: at, to: term });
    if (graceUntil !== null) gifts.push({ rank: this.rank(opens(until - 1), Infinity), from: at, to: this.renewed(at) });
    return gifts;
  }

  private isByPeriods(): boolean {
    const { window, lasts } = this.rules;
    return window !== 'ROLLING' && window !== 'LIFETIME' && typeof lasts === 'object' && 'further' in lasts;
  }

  private begun(at: number): number {
    const { lasts, upgrades } = this.rules;
    if (lasts === 'FOREVER') return Infinity;
    if ('days' in lasts) return at + lasts.days * DAY;
    return this.period(at, lasts.further + (upgrades === 'NEXT_PERIOD' ? 1 : 0)).end;
  }

  /** At the end of a period a tier lasts as long as if the period that ended had given it. */
  private renewed(at: number): number {
    const { lasts, upgrades } = this.rules;
    if (lasts === 'FOREVER') return Infinity;
    if ('days' in lasts) return at + lasts.days * DAY;
    return this.period(at, Math.max(1, lasts.further + (upgrades === 'NEXT_PERIOD' ? 1 : 0)) - 1).end;
  }

  private rank(from: number, to: number): number {
    const counted = this.facts.filter(({ at }) => at >= from && at < to);
    const cents = counted.reduce((sum, fact) => sum + fact.cents, 0);
    const count = counted.reduce((sum, fact) => sum + fact.count, 0);
    return STEPS.findLastIndex(([, spend, number]) => Number(cents >= spend) + Number(count >= number) >= this.rules.needed);
  }

  private period(at: number, shift = 0): { start: number; end: number } {
    const { month, day } = this.start;
    let year = new Date(at).getUTCFullYear() + 1;
    while (Date.UTC(year, month, day) > at) year -= 1;
    return { start: Date.UTC(year + shift, month, day), end: Date.UTC(year + shift + 1, month, day) };
  }
}
