import { type CurrencyCode, START, type World } from '../support/world.js';
import { OracleCalendar } from './oracle-calendar.js';
import { OracleCaps, pointsOf } from './oracle-earning.js';
import { LADDER_NAMES, type LadderName, Ladders } from './oracle-ladders.js';
import { CODES, type OracleHold, Purse, spendOrder, type Waiting } from './oracle-purse.js';
import { Shop } from './oracle-shop.js';

export interface OracleEntry {
  readonly kind: string;
  readonly at: number;
  readonly isLate: boolean;
  /** What it changed, by currency; or the tier set and the tier it moved to. */
  readonly what: string;
}

const AMOUNTS = ['active', 'pending', 'held', 'debt', 'earned', 'spent', 'expired'] as const;
type Amounts = Partial<Record<(typeof AMOUNTS)[number], number>>;

/** What changed in a wallet, in words; nothing where nothing did. */
export const inWords = (code: string, delta: Amounts): string[] => {
  const words = AMOUNTS.filter((amount) => delta[amount]).map((amount) => `${amount} ${delta[amount]}`);
  return words.length > 0 ? [`${code} ${words.join(' ')}`] : [];
};

/** When a command counts. */
export interface When {
  readonly now: number;
  readonly at: number;
  readonly isLate: boolean;
  /** Number of the last entry before the command. What only falls due with it cannot be meant by it. */
  readonly known: number;
}

/** What happened to the member, and what time alone makes of it. */
export class OracleBook {
  readonly calendar: OracleCalendar;
  readonly purse = new Purse();
  readonly shop = new Shop();
  readonly caps: OracleCaps;
  readonly ladders: Ladders;
  entries: readonly OracleEntry[] = [{ kind: 'MEMBER_ENROLLED', at: START, isLate: false, what: '' }];
  /** The wallets as of the last entry. */
  private told = CODES.map((code) => this.purse.wallet(code));

  constructor(protected readonly world: World) {
    this.calendar = new OracleCalendar(world.zone ?? 'UTC');
    this.caps = new OracleCaps(world.caps ?? [], this.calendar);
    this.ladders = new Ladders(this.calendar);
  }

  settled(): number {
    return Math.max(...this.entries.map((entry) => entry.at));
  }

  /** Remembers everything; the answer puts it all back. */
  protected remember(): () => void {
    const parts = [this, this.purse, this.shop, this.caps, this.ladders];
    const before = parts.map((part) => ({ ...part }));
    return () => {
      parts.forEach((part, i) => {
        Object.assign(part, before[i]);
      });
    };
  }

  /** Number of the entry that is written next. */
  protected get next(): number {
    return this.entries.length + 1;
  }

  protected write(kind: string, at: number, isLate = false, tier = ''): void {
    const wallets = CODES.map((code) => this.purse.wallet(code));
    const changes = CODES.flatMap((code, i) => {
      const deltas = AMOUNTS.map((amount) => [amount, (wallets[i]?.[amount] ?? 0) - (this.told[i]?.[amount] ?? 0)]);
      return inWords(code, Object.fromEntries(deltas));
    });
    this.told = wallets;
    this.entries = [...this.entries, { kind, at, isLate, what: tier || changes.join() }];
  }

  protected done(kind: string, { at, isLate }: When): null {
    this.write(kind, at, isLate);
    return null;
  }

  protected expiryOf(code: CurrencyCode, at: number): number {
    return Math.max(this.calendar.expiryOf(code === 'POINTS' ? this.world.points : this.world.stars, at), this.purse.slid[code]);
  }

  protected grant(code: CurrencyCode, amount: number, source: string, at: number): void {
    this.purse.get(code, this.expiryOf(code, at), source, amount, this.next);
  }

  protected activate(waiting: readonly Waiting[], at: number): void {
    this.purse.waiting = this.purse.waiting.filter((each) => !waiting.includes(each));
    for (const { code, amount, source } of waiting) {
      this.grant(code, amount, source, at);
      if (code === 'STARS') this.ladders.qualify('club', amount, at, this.settled());
    }
  }

  /** Points that will never become active. Of those that a purchase earned, a return has nothing to take any more; caps have room for them. */
  protected cancel(waiting: readonly Waiting[]): void {
    this.purse.waiting = this.purse.waiting.filter((each) => !waiting.includes(each));
    for (const { of, code, amount } of waiting) {
      const bought = this.shop.bought.find((each) => each.of === of);
      const taken = (bought?.taken[code] ?? 0) + amount;
      this.caps.giveBack(of, code, taken, bought ? pointsOf(bought.award[code]) : amount);
      if (!bought) continue;
      const settled = { ...bought.settled, [code]: bought.settled[code] + amount };
      this.shop.replace(bought, { settled, taken: { ...bought.taken, [code]: taken } });
    }
  }

  protected release(hold: OracleHold, status: 'RELEASED' | 'TIMED_OUT', at: number): void {
    this.purse.giveBack(hold.points, at, this.next);
    this.purse.replace(hold, { status, endedBy: this.next, points: [] });
  }

  protected move(ladder: LadderName, tier: number, until: number, at: number, isLate = false): void {
    const [kind, what] = this.ladders.move(ladder, tier, until, at);
    this.write(kind, at, isLate, what);
  }

  protected fallDue(until: number): void {
    for (;;) {
      const { points, waiting, holds } = this.purse;
      const { tiers } = this.ladders;
      const times = [...points.map(({ expires }) => expires), ...waiting.map((each) => each.until)];
      times.push(...holds.filter(({ status }) => status === 'OPEN').map((hold) => hold.until));
      const at = Math.min(...times, tiers.status.until, tiers.club.until);
      if (at > until) return;
      this.endWaiting(at);
      for (const hold of holds.filter((each) => each.status === 'OPEN' && each.until === at)) {
        this.release(hold, 'TIMED_OUT', at);
        this.write('HOLD_RELEASED', at);
      }
      this.expire(at);
      for (const ladder of LADDER_NAMES) {
        const tier = this.ladders.reached(ladder, Math.max(at, this.settled()));
        const before = this.ladders.tiers[ladder];
        if (before.until === at || tier > before.tier) this.move(ladder, tier, this.calendar.newYear(at), at);
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
      this.cancel(over.filter(({ event }) => event !== null));
      this.write('POINTS_CANCELLED', at);
    }
  }

  private expire(at: number): void {
    const due = this.purse.points.filter(({ expires }) => expires === at).sort(spendOrder);
    for (const code of new Set(due.map((point) => point.code))) {
      const gone = due.filter((point) => point.code === code);
      this.purse.points = this.purse.points.filter((point) => !gone.includes(point));
      this.purse.count(code, 'expired', gone.length);
      this.shop.add(this.next, 'EXPIRED', code, gone);
      this.write('POINTS_EXPIRED', at);
    }
  }
}
