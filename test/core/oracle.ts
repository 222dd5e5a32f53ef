import { type CurrencyCode, DAY, type Deed, type Expiry, START, type World } from '../support/arbitraries.js';

/** One single point. */
interface Point {
  readonly code: CurrencyCode;
  readonly expires: number;
  readonly source: string;
  /** Number of the entry that opened the lot it lies in. */
  readonly lot: number;
  /** Order of the lots that one entry opened: as the entry lists them. */
  readonly nth: number;
}

export interface OracleEntry {
  readonly kind: string;
  readonly at: number;
  readonly isLate: boolean;
  /** What it changed, by currency; or the tier set and the tier it moved to. */
  readonly what: string;
}

export interface OracleLot extends Point {
  readonly remaining: number;
}

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
type Ladder = keyof typeof LADDERS;

const year = (at: number) => new Date(at).getUTCFullYear();
const newYear = (after: number) => Date.UTC(year(after) + 1, 0, 1);

function expiryOf({ days, roundUpTo }: Expiry, at: number): number {
  if (days === null) return Infinity;
  const end = at + days * DAY;
  const [y, m, d] = [new Date(end).getUTCFullYear(), new Date(end).getUTCMonth(), new Date(end).getUTCDate()];
  if (roundUpTo === 'DAY') return Date.UTC(y, m, d + 1);
  if (roundUpTo === 'MONTH') return Date.UTC(y, m + 1, 1);
  if (roundUpTo === 'QUARTER') return Date.UTC(y, m < 3 ? 3 : m < 6 ? 6 : m < 9 ? 9 : 12, 1);
  if (roundUpTo === 'YEAR') return Date.UTC(y + 1, 0, 1);
  return end;
}

/**
 * The same semantics once more, as slow and plain as they can be told: every point lies in one list by
 * itself, everything else is looked up in what happened. Knows the simulated programme by heart.
 */
export class Oracle {
  points: Point[] = [];
  entries: OracleEntry[] = [{ kind: 'MEMBER_ENROLLED', at: START, isLate: false, what: '' }];
  totals = { POINTS: { earned: 0, spent: 0, expired: 0 }, STARS: { earned: 0, spent: 0, expired: 0 } };
  status = 'ACTIVE';
  tiers: Record<Ladder, { tier: number; until: number; since: number }> = {
    status: { tier: 0, until: Infinity, since: START },
    club: { tier: 0, until: Infinity, since: START },
  };
  private qualified: { ladder: Ladder; at: number; amount: number }[] = [];
  private seen: string[] = [];
  private opened = 0;

  constructor(private readonly world: World) {}

  /** The code of the refusal, or null. */
  give(deed: Deed, now: number, effectiveAt: number | null): string | null {
    const at = effectiveAt ?? Math.max(now, this.settled());
    if (this.world.clock === 'REAL' && at > now) return 'EFFECTIVE_AT_IN_FUTURE';
    if (at < START) return 'EFFECTIVE_BEFORE_ENROLLMENT';
    const { points, entries, totals, tiers } = structuredClone({
      points: this.points,
      entries: this.entries,
      totals: this.totals,
      tiers: this.tiers,
    });
    const isLate = at < this.settled();
    this.fallDue(at);
    const refusal = this.act(deed, at, isLate);
    if (refusal) Object.assign(this, { points, entries, totals, tiers });
    else this.fallDue(this.settled());
    return refusal;
  }

  lots(): OracleLot[] {
    const lots = new Map<string, OracleLot>();
    for (const point of this.points) {
      const name = [point.code, point.expires, point.source].join();
      lots.set(name, { ...point, remaining: (lots.get(name)?.remaining ?? 0) + 1 });
    }
    return [...lots.values()].sort(spendOrder);
  }

  /** What counts to a ladder in the year of an instant. */
  progress(ladder: Ladder, at: number): number {
    const counted = this.qualified.filter((each) => each.ladder === ladder && year(each.at) === year(at));
    return counted.reduce((sum, each) => sum + each.amount, 0);
  }

  settled(): number {
    return Math.max(...this.entries.map((entry) => entry.at));
  }

  private act(deed: Deed, at: number, isLate: boolean): string | null {
    const write = (kind: string, what: string) => this.entries.push({ kind, at, isLate, what });
    switch (deed.type) {
      case 'SETTLE':
        return null;
      case 'STATUS':
        if (this.status === 'CLOSED') return 'MEMBER_NOT_ACTIVE';
        if (this.status === deed.status) return 'MEMBER_STATUS_UNCHANGED';
        this.status = deed.status;
        write('MEMBER_STATUS_CHANGED', '');
        return null;
      case 'SPEND': {
        if (this.status !== 'ACTIVE') return 'MEMBER_NOT_ACTIVE';
        if (deed.code !== 'POINTS' && deed.code !== 'STARS') return 'POINT_CURRENCY_NOT_FOUND';
        if (deed.code === 'STARS' && !this.world.areStarsSpendable) return 'CURRENCY_NOT_SPENDABLE';
        if (!this.take(deed.code, deed.amount)) return 'INSUFFICIENT_POINTS';
        write('POINTS_SPENT', `${deed.code} ${-deed.amount}`);
        return null;
      }
      case 'ADJUST': {
        if (this.status === 'CLOSED') return 'MEMBER_NOT_ACTIVE';
        if (deed.code !== 'POINTS' && deed.code !== 'STARS') return 'POINT_CURRENCY_NOT_FOUND';
        if (deed.amount < 0 && !this.take(deed.code, -deed.amount)) return 'INSUFFICIENT_POINTS';
        if (deed.amount > 0) this.grant(deed.code, deed.amount, `adjustment:${deed.reason}`, at);
        write('POINTS_ADJUSTED', `${deed.code} ${deed.amount}`);
        return null;
      }
      case 'PURCHASE':
      case 'EVENT': {
        if (this.status !== 'ACTIVE') return 'MEMBER_NOT_ACTIVE';
        if (deed.externalId !== null && this.seen.includes(deed.externalId)) return 'ACTIVITY_ALREADY_RECORDED';
        if (deed.type === 'PURCHASE' && deed.money !== 'EUR') return 'CURRENCY_MISMATCH';
        if (deed.externalId !== null) this.seen.push(deed.externalId);
        const [points, stars] = this.earn(deed, at);
        const parts = [...(points > 0 ? [`POINTS ${points}`] : []), ...(stars > 0 ? [`STARS ${stars}`] : [])];
        if (year(at) >= year(this.settled())) {
          if (deed.type === 'PURCHASE') this.qualified.push({ ladder: 'status', at, amount: deed.cents });
          this.qualified.push({ ladder: 'club', at, amount: stars });
        }
        write('ACTIVITY_RECORDED', parts.join());
        for (const ladder of ['status', 'club'] as const) {
          const reached = this.reached(ladder, this.settled());
          if (reached <= this.tiers[ladder].tier) continue;
          this.tiers[ladder] = { tier: reached, until: newYear(this.settled()), since: at };
          write('TIER_CHANGED', `${ladder} ${LADDERS[ladder][reached]?.[0]}`);
        }
        return null;
      }
    }
  }

  private earn(deed: Deed, at: number): [points: number, stars: number] {
    if (deed.type === 'EVENT') {
      if (deed.name === 'review') this.grant('POINTS', 3, 'rule:review', at);
      if (deed.name === 'visit') this.grant('STARS', 2, 'rule:visit', at);
      return [deed.name === 'review' ? 3 : 0, deed.name === 'visit' ? 2 : 0];
    }
    if (deed.type !== 'PURCHASE') return [0, 0];
    const { cents } = deed;
    const isWinter = at >= START + 10 * DAY && at < START + 40 * DAY;
    const base = Math.floor(cents / 1000);
    const points = isWinter ? Math.floor((2 * cents + 5 * cents) / 2000) : base;
    const stars = Math.floor((3 * cents + 1000) / 2000);
    this.grant('POINTS', base, 'rule:base', at);
    this.grant('POINTS', points - base, 'rule:winter', at);
    this.grant('STARS', stars, 'rule:way', at);
    return [points, stars];
  }

  private grant(code: CurrencyCode, amount: number, source: string, at: number): void {
    const expires = expiryOf(code === 'POINTS' ? this.world.points : this.world.stars, at);
    const open = this.points.find((point) => point.code === code && point.expires === expires && point.source === source);
    const lot = open?.lot ?? this.entries.length + 1;
    const nth = open?.nth ?? (this.opened += 1);
    for (let i = 0; i < amount; i += 1) this.points.push({ code, expires, source, lot, nth });
    this.totals[code].earned += amount;
  }

  private take(code: CurrencyCode, amount: number): boolean {
    const taken = this.points
      .filter((point) => point.code === code)
      .sort(spendOrder)
      .slice(0, amount);
    if (taken.length < amount) return false;
    this.points = this.points.filter((point) => !taken.includes(point));
    this.totals[code].spent += amount;
    return true;
  }

  private fallDue(until: number): void {
    for (;;) {
      const ends = [...this.points.map((point) => point.expires), this.tiers.status.until, this.tiers.club.until];
      const at = Math.min(...ends);
      if (at > until) return;
      const due = this.points.filter((point) => point.expires === at).sort(spendOrder);
      for (const code of new Set(due.map((point) => point.code))) {
        const amount = due.filter((point) => point.code === code).length;
        this.points = this.points.filter((point) => point.code !== code || point.expires !== at);
        this.totals[code].expired += amount;
        this.entries.push({ kind: 'POINTS_EXPIRED', at, isLate: false, what: `${code} ${-amount}` });
      }
      for (const ladder of ['status', 'club'] as const) {
        if (this.tiers[ladder].until !== at) continue;
        const tier = this.reached(ladder, at);
        this.tiers[ladder] = { tier, until: tier === 0 ? Infinity : newYear(at), since: at };
        this.entries.push({ kind: 'TIER_CHANGED', at, isLate: false, what: `${ladder} ${LADDERS[ladder][tier]?.[0]}` });
      }
    }
  }

  private reached(ladder: Ladder, at: number): number {
    const progress = this.progress(ladder, at);
    return LADDERS[ladder].filter(([, threshold]) => threshold <= progress).length - 1;
  }
}

const spendOrder = (a: Point, b: Point): number =>
  a.expires !== b.expires ? (a.expires < b.expires ? -1 : 1) : a.lot - b.lot || a.nth - b.nth;
