import type { Deed } from '../support/deeds.js';
import { type CurrencyCode, DAY, START, type World } from '../support/world.js';
import { expiryOf, later, newYear, year } from './oracle-calendar.js';
import { CODES, type OracleHold, Purse, spendOrder, type Waiting } from './oracle-purse.js';

export interface OracleEntry {
  readonly kind: string;
  readonly at: number;
  readonly isLate: boolean;
  /** What it changed, by currency; or the tier set and the tier it moved to. */
  readonly what: string;
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
const LADDER_NAMES = ['status', 'club'] as const;

const AMOUNTS = ['active', 'pending', 'held', 'debt', 'earned', 'spent', 'expired'] as const;
type Amounts = Partial<Record<(typeof AMOUNTS)[number], number>>;

/** What changed in a wallet, in words; nothing where nothing did. */
export const inWords = (code: string, delta: Amounts): string[] => {
  const words = AMOUNTS.filter((amount) => delta[amount]).map((amount) => `${amount} ${delta[amount]}`);
  return words.length > 0 ? [`${code} ${words.join(' ')}`] : [];
};

const isCode = (code: string | null): code is CurrencyCode => code === 'POINTS' || code === 'STARS';

/**
 * The same semantics once more, as slow and plain as they can be told: every point lies in one list by
 * itself, everything else is looked up in what happened. Knows the simulated programme by heart.
 */
export class Oracle {
  purse = new Purse();
  entries: readonly OracleEntry[] = [{ kind: 'MEMBER_ENROLLED', at: START, isLate: false, what: '' }];
  status = 'ACTIVE';
  tiers: Readonly<Record<Ladder, { tier: number; until: number; since: number }>> = {
    status: { tier: 0, until: Infinity, since: START },
    club: { tier: 0, until: Infinity, since: START },
  };
  private qualified: readonly { ladder: Ladder; at: number; amount: number }[] = [];
  private seen: Readonly<Record<string, number>> = {};
  /** The wallets as of the last entry. */
  private told = CODES.map((code) => this.purse.wallet(code));

  constructor(private readonly world: World) {}

  /** The code of the refusal, or null. */
  give(deed: Deed, now: number, effectiveAt: number | null): string | null {
    const at = effectiveAt ?? Math.max(now, this.settled());
    if (this.world.clock === 'REAL' && at > now) return 'EFFECTIVE_AT_IN_FUTURE';
    if (at < START) return 'EFFECTIVE_BEFORE_ENROLLMENT';
    const before = { ...this, purse: Object.assign(new Purse(), this.purse) };
    const isLate = at < this.settled();
    this.fallDue(at);
    const refusal = this.act(deed, at, isLate);
    if (refusal) Object.assign(this, before);
    else this.fallDue(this.settled());
    return refusal;
  }

  /** What counts to a ladder in the year of an instant. */
  progress(ladder: Ladder, at: number): number {
    const counted = this.qualified.filter((each) => each.ladder === ladder && year(each.at) === year(at));
    return counted.reduce((sum, each) => sum + each.amount, 0);
  }

  settled(): number {
    return Math.max(...this.entries.map((entry) => entry.at));
  }

  /** Number of the entry that is written next. */
  private get next(): number {
    return this.entries.length + 1;
  }

  private write(kind: string, at: number, isLate = false, tier = ''): void {
    const wallets = CODES.map((code) => this.purse.wallet(code));
    const changes = CODES.flatMap((code, i) => {
      const deltas = AMOUNTS.map((amount) => [amount, (wallets[i]?.[amount] ?? 0) - (this.told[i]?.[amount] ?? 0)]);
      return inWords(code, Object.fromEntries(deltas));
    });
    this.told = wallets;
    this.entries = [...this.entries, { kind, at, isLate, what: tier || changes.join() }];
  }

  private act(deed: Deed, at: number, isLate: boolean): string | null {
    const { purse } = this;
    const write = (kind: string) => this.write(kind, at, isLate);
    switch (deed.type) {
      case 'SETTLE':
        return null;
      case 'STATUS':
        if (this.status === 'CLOSED') return 'MEMBER_NOT_ACTIVE';
        if (this.status === deed.status) return 'MEMBER_STATUS_UNCHANGED';
        this.status = deed.status;
        write('MEMBER_STATUS_CHANGED');
        return null;
      case 'SPEND':
      case 'HOLD': {
        if (this.status !== 'ACTIVE') return 'MEMBER_NOT_ACTIVE';
        if (!isCode(deed.code)) return 'POINT_CURRENCY_NOT_FOUND';
        if (deed.code === 'STARS' && !this.world.areStarsSpendable) return 'CURRENCY_NOT_SPENDABLE';
        const points = purse.take(deed.code, deed.amount);
        if (!points) return 'INSUFFICIENT_POINTS';
        if (deed.type === 'SPEND') purse.count(deed.code, 'spent', deed.amount);
        else {
          const hold = {
            of: this.next,
            code: deed.code,
            status: 'OPEN',
            endedBy: null,
            captured: 0,
            until: at + deed.timeout,
            points,
          } as const;
          purse.holds = [...purse.holds, hold];
        }
        write(deed.type === 'SPEND' ? 'POINTS_SPENT' : 'POINTS_HELD');
        return null;
      }
      case 'CAPTURE':
      case 'RELEASE': {
        const hold = purse.holds.find(({ of }) => of === deed.hold);
        if (!hold) return 'HOLD_NOT_FOUND';
        if (hold.status !== 'OPEN') return 'HOLD_ENDED';
        if (deed.type === 'CAPTURE') return this.capture(hold, deed, at, isLate);
        this.release(hold, 'RELEASED', at);
        write('HOLD_RELEASED');
        return null;
      }
      case 'ADJUST': {
        if (this.status === 'CLOSED') return 'MEMBER_NOT_ACTIVE';
        if (!isCode(deed.code)) return 'POINT_CURRENCY_NOT_FOUND';
        if (deed.amount > 0) this.grant(deed.code, deed.amount, `adjustment:${deed.reason}`, at);
        else if (!purse.take(deed.code, -deed.amount)) return 'INSUFFICIENT_POINTS';
        else purse.count(deed.code, 'spent', -deed.amount);
        write('POINTS_ADJUSTED');
        return null;
      }
      case 'ACTIVATE':
      case 'CANCEL': {
        const waiting = purse.waiting.filter(({ of }) => of === deed.activity);
        if (waiting.length === 0) return 'NOTHING_PENDING';
        if (deed.type === 'ACTIVATE') this.activate(waiting, at);
        else purse.waiting = purse.waiting.filter((each) => !waiting.includes(each));
        write(deed.type === 'ACTIVATE' ? 'POINTS_ACTIVATED' : 'POINTS_CANCELLED');
        this.upgrade(at, isLate);
        return null;
      }
      case 'PURCHASE':
      case 'EVENT': {
        if (this.status !== 'ACTIVE') return 'MEMBER_NOT_ACTIVE';
        if (deed.externalId !== null && deed.externalId in this.seen) return 'ACTIVITY_ALREADY_RECORDED';
        if (deed.type === 'PURCHASE' && deed.money !== 'EUR') return 'CURRENCY_MISMATCH';
        const own = this.next;
        this.slide(deed.type === 'EVENT' ? deed.name : deed.type, at);
        if (deed.type === 'PURCHASE') this.qualify('status', deed.cents, at);
        this.earn(deed, at);
        write('ACTIVITY_RECORDED');
        if (deed.type === 'EVENT') this.come(deed, at, isLate);
        if (deed.externalId !== null) this.seen = { ...this.seen, [deed.externalId]: own };
        this.upgrade(at, isLate);
        return null;
      }
    }
  }

  private capture(hold: OracleHold, { amount, isFinal }: Deed & { type: 'CAPTURE' }, at: number, isLate: boolean): string | null {
    const captured = amount ?? hold.points.length;
    if (captured > hold.points.length) return 'HOLD_EXCEEDED';
    const rest = hold.points.slice(captured);
    const isEnd = isFinal || rest.length === 0;
    this.purse.count(hold.code, 'spent', captured);
    if (isEnd) this.purse.giveBack(rest, at, this.next);
    const end = isEnd ? ({ status: 'CAPTURED', endedBy: this.next, points: [] } as const) : { points: rest };
    this.purse.replace(hold, { ...end, captured: hold.captured + captured });
    this.write('HOLD_CAPTURED', at, isLate);
    return null;
  }

  private release(hold: OracleHold, status: 'RELEASED' | 'TIMED_OUT', at: number): void {
    this.purse.giveBack(hold.points, at, this.next);
    this.purse.replace(hold, { status, endedBy: this.next, points: [] });
  }

  private earn(deed: Deed & { type: 'PURCHASE' | 'EVENT' }, at: number): void {
    if (deed.type === 'EVENT') {
      if (deed.name === 'review') this.award('POINTS', 3, 'rule:review', at);
      if (deed.name === 'visit') this.award('STARS', 2, 'rule:visit', at);
      return;
    }
    const { cents } = deed;
    const isWinter = at >= START + 10 * DAY && at < START + 40 * DAY;
    const base = Math.floor(cents / 1000);
    const points = isWinter ? Math.floor((2 * cents + 5 * cents) / 2000) : base;
    this.award('POINTS', base, 'rule:base', at);
    this.award('POINTS', points - base, 'rule:winter', at);
    this.award('STARS', Math.floor((3 * cents + 1000) / 2000), 'rule:way', at);
  }

  /** What an activity earns: it waits, where its currency says so. */
  private award(code: CurrencyCode, amount: number, source: string, at: number): void {
    const activation = this.world.activation?.[code];
    if (amount === 0) return;
    if (activation) {
      const until = later(at, activation.days, activation.roundUpTo);
      this.purse.waiting = [...this.purse.waiting, { of: this.next, code, source, amount, event: activation.event, until }];
      return;
    }
    this.grant(code, amount, source, at);
    if (code === 'STARS') this.qualify('club', amount, at);
  }

  private grant(code: CurrencyCode, amount: number, source: string, at: number): void {
    const own = expiryOf(code === 'POINTS' ? this.world.points : this.world.stars, at);
    this.purse.put(code, Math.max(own, this.purse.slid[code]), source, amount, this.next);
    this.purse.count(code, 'earned', amount);
  }

  private activate(waiting: readonly Waiting[], at: number): void {
    this.purse.waiting = this.purse.waiting.filter((each) => !waiting.includes(each));
    for (const { code, amount, source } of waiting) {
      this.grant(code, amount, source, at);
      if (code === 'STARS') this.qualify('club', amount, at);
    }
  }

  /** An event came: what waits for it becomes active, of the activity that it is about or of all. */
  private come({ name, refersTo }: Deed & { type: 'EVENT' }, at: number, isLate: boolean): void {
    const { waiting } = this.purse;
    const due = (of: number) => Math.min(...waiting.filter((each) => each.of === of).map(({ until }) => until));
    const activities = new Set(waiting.filter(({ event }) => event === name).map(({ of }) => of));
    for (const activity of [...activities].sort((a, b) => due(a) - due(b) || a - b)) {
      if (refersTo != null && this.seen[refersTo] !== activity) continue;
      this.activate(
        waiting.filter(({ of, event }) => of === activity && event === name),
        at,
      );
      this.write('POINTS_ACTIVATED', at, isLate);
    }
  }

  private slide(kind: string, at: number): void {
    const { points, stars } = this.world;
    if (points.extendedBy?.includes(kind)) this.purse.slide('POINTS', expiryOf(points, at), this.next);
    if (stars.extendedBy?.includes(kind)) this.purse.slide('STARS', expiryOf(stars, at), this.next);
  }

  /** What lies before the present year counts to nothing any more. */
  private qualify(ladder: Ladder, amount: number, at: number): void {
    if (year(at) >= year(this.settled())) this.qualified = [...this.qualified, { ladder, at, amount }];
  }

  private upgrade(at: number, isLate: boolean): void {
    for (const ladder of LADDER_NAMES) {
      const tier = this.reached(ladder, this.settled());
      if (tier > this.tiers[ladder].tier) this.move(ladder, tier, newYear(this.settled()), at, isLate);
    }
  }

  private move(ladder: Ladder, tier: number, until: number, at: number, isLate = false): void {
    const before = this.tiers[ladder];
    const since = tier === before.tier ? before.since : at;
    this.tiers = { ...this.tiers, [ladder]: { tier, until: tier === 0 ? Infinity : until, since } };
    this.write(tier === before.tier ? 'TIER_KEPT' : 'TIER_CHANGED', at, isLate, `${ladder} ${LADDERS[ladder][tier]?.[0]}`);
  }

  private fallDue(until: number): void {
    for (;;) {
      const { points, waiting, holds } = this.purse;
      const times = [...points.map(({ expires }) => expires), ...waiting.map((each) => each.until)];
      times.push(...holds.filter(({ status }) => status === 'OPEN').map((hold) => hold.until));
      const at = Math.min(...times, this.tiers.status.until, this.tiers.club.until);
      if (at > until) return;
      this.endWaiting(at);
      for (const hold of holds.filter((each) => each.status === 'OPEN' && each.until === at)) {
        this.release(hold, 'TIMED_OUT', at);
        this.write('HOLD_RELEASED', at);
      }
      this.expire(at);
      for (const ladder of LADDER_NAMES) {
        const tier = this.reached(ladder, Math.max(at, this.settled()));
        const isEnd = this.tiers[ladder].until === at;
        if (isEnd || tier > this.tiers[ladder].tier) this.move(ladder, tier, newYear(at), at);
      }
    }
  }

  private endWaiting(at: number): void {
    const { waiting } = this.purse;
    for (const activity of new Set(waiting.map(({ of }) => of))) {
      const over = waiting.filter((each) => each.of === activity && each.until === at);
      const active = over.filter(({ event }) => event === null);
      if (active.length > 0) {
        this.activate(active, at);
        this.write('POINTS_ACTIVATED', at);
      }
      if (active.length === over.length) continue;
      this.purse.waiting = this.purse.waiting.filter((each) => !over.includes(each));
      this.write('POINTS_CANCELLED', at);
    }
  }

  private expire(at: number): void {
    const due = this.purse.points.filter(({ expires }) => expires === at).sort(spendOrder);
    for (const code of new Set(due.map((point) => point.code))) {
      const gone = due.filter((point) => point.code === code);
      this.purse.points = this.purse.points.filter((point) => !gone.includes(point));
      this.purse.count(code, 'expired', gone.length);
      this.write('POINTS_EXPIRED', at);
    }
  }

  private reached(ladder: Ladder, at: number): number {
    const progress = this.progress(ladder, at);
    return LADDERS[ladder].filter(([, threshold]) => threshold <= progress).length - 1;
  }
}
