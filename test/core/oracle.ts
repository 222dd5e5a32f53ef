import type { Deed } from '../support/deeds.js';
import { type CurrencyCode, DAY, START } from '../support/world.js';
import type { When } from './oracle-book.js';
import { earnings, inMoney } from './oracle-earning.js';
import { LADDER_NAMES } from './oracle-ladders.js';
import { CODES, type OracleHold } from './oracle-purse.js';
import { OracleReturns } from './oracle-returns.js';

type Of<T extends Deed['type']> = Deed & { readonly type: T };

const isCode = (code: string | null): code is CurrencyCode => code === 'POINTS' || code === 'STARS';

/**
 * The same semantics once more, as slow and plain as they can be told: every point lies in one list by
 * itself, everything else is looked up in what happened. Knows the simulated programme by heart.
 */
export class Oracle extends OracleReturns {
  status = 'ACTIVE';
  private seen: Readonly<Record<string, number>> = {};
  private transferred: readonly { code: CurrencyCode; at: number; amount: number }[] = [];

  /** The code of the refusal, or null. */
  give(deed: Deed, now: number, effectiveAt: number | null): string | null {
    const at = effectiveAt ?? Math.max(now, this.settled());
    if (this.world.clock === 'REAL' && at > now) return 'EFFECTIVE_AT_IN_FUTURE';
    if (at < START) return 'EFFECTIVE_BEFORE_ENROLLMENT';
    const forget = this.remember();
    const when = { now, at, isLate: at < this.settled(), known: this.entries.length };
    this.fallDue(at);
    const refusal = this.act(deed, when);
    if (refusal) forget();
    else this.fallDue(this.settled());
    return refusal;
  }

  /** What of the room that a limit on transfers leaves was used in a period. */
  given(code: CurrencyCode, window: number): number {
    const period = this.world.transfers?.maxPerPeriod?.period ?? 'EVER';
    const counted = this.transferred.filter((each) => each.code === code && this.calendar.periodOf(each.at, period) === window);
    return counted.reduce((sum, { amount }) => sum + amount, 0);
  }

  private act(deed: Deed, when: When): string | null {
    switch (deed.type) {
      case 'SETTLE':
        return null;
      case 'STATUS':
        if (this.status === 'CLOSED') return 'MEMBER_NOT_ACTIVE';
        if (this.status === deed.status) return 'MEMBER_STATUS_UNCHANGED';
        this.status = deed.status;
        return this.done('MEMBER_STATUS_CHANGED', when);
      case 'CAPTURE':
      case 'RELEASE': {
        const hold = this.purse.holds.find(({ of }) => of === deed.hold);
        if (!hold) return 'HOLD_NOT_FOUND';
        if (hold.status !== 'OPEN') return 'HOLD_ENDED';
        if (deed.type === 'CAPTURE') return this.capture(hold, deed, when);
        this.release(hold, 'RELEASED', when.at);
        return this.done('HOLD_RELEASED', when);
      }
      case 'ADJUST':
        return this.adjust(deed, when);
      case 'ACTIVATE':
      case 'CANCEL': {
        const waiting = this.purse.waiting.filter(({ of }) => of === deed.activity);
        if (waiting.length === 0) return 'NOTHING_PENDING';
        if (deed.type === 'ACTIVATE') this.activate(waiting, when.at);
        else this.cancel(waiting);
        this.done(deed.type === 'ACTIVATE' ? 'POINTS_ACTIVATED' : 'POINTS_CANCELLED', when);
        return this.upgrade(when);
      }
      case 'RETURN':
        return this.takeBack(deed, when);
      case 'REVERSE':
        return this.reverse(deed, when);
      default:
        // Everything else is for members only who are active.
        if (this.status !== 'ACTIVE') return 'MEMBER_NOT_ACTIVE';
        return this.actAsMember(deed, when);
    }
  }

  private actAsMember(
    deed: Of<'SPEND' | 'HOLD' | 'TRANSFER' | 'RECEIVE' | 'CONVERT' | 'REINSTATE' | 'PURCHASE' | 'EVENT'>,
    when: When,
  ): string | null {
    const { purse } = this;
    const { now, at } = when;
    switch (deed.type) {
      case 'SPEND':
      case 'HOLD':
      case 'TRANSFER': {
        const { code, amount } = deed;
        if (!isCode(code)) return 'POINT_CURRENCY_NOT_FOUND';
        if (code === 'STARS' && !this.world.areStarsSpendable) return 'CURRENCY_NOT_SPENDABLE';
        const refusal = deed.type === 'TRANSFER' ? this.refuseTransfer(code, amount, at) : null;
        if (refusal) return refusal;
        const points = purse.take(code, amount);
        if (!points) return 'INSUFFICIENT_POINTS';
        if (deed.type === 'HOLD') {
          const hold = { of: this.next, code, status: 'OPEN', endedBy: null, captured: 0, until: at + deed.timeout, points } as const;
          purse.holds = [...purse.holds, hold];
          return this.done('POINTS_HELD', when);
        }
        purse.count(code, 'spent', amount);
        if (deed.type === 'SPEND') this.shop.add(this.next, 'SPENT', code, points);
        else this.transferred = [...this.transferred, { code, at, amount }];
        return this.done(deed.type === 'SPEND' ? 'POINTS_SPENT' : 'POINTS_TRANSFERRED', when);
      }
      case 'RECEIVE':
        for (const { days, amount } of deed.parts)
          purse.get(deed.code, days === null ? Infinity : now + days * DAY, 'transfer', amount, this.next);
        return this.done('POINTS_RECEIVED', when);
      case 'CONVERT': {
        if (deed.conversion !== 'swap') return 'CONVERSION_NOT_FOUND';
        const wanted = deed.amount ?? purse.active('POINTS');
        const steps = Math.floor(wanted / 7);
        if (wanted > purse.active('POINTS') || steps === 0) return 'INSUFFICIENT_POINTS';
        purse.take('POINTS', steps * 7);
        purse.count('POINTS', 'spent', steps * 7);
        this.grant('STARS', steps * 2, 'conversion:swap', at);
        return this.done('POINTS_CONVERTED', when);
      }
      case 'REINSTATE': {
        const expiry = this.shop.entry(deed.entry);
        if (expiry?.kind !== 'EXPIRED' || expiry.of > when.known) return 'ENTRY_NOT_FOUND';
        const left = expiry.amount - expiry.back;
        const amount = deed.amount ?? left;
        if (amount > left || left === 0) return 'REVERSAL_EXCEEDED';
        const asked = deed.days === null ? null : now + deed.days * DAY;
        if (asked !== null && asked <= at) return 'INVALID_INPUT';
        const expires = asked === null ? this.expiryOf(expiry.code, at) : Math.max(asked, purse.slid[expiry.code]);
        for (const { code, source } of this.shop.firstOf(deed.entry, amount)) purse.put(code, expires, source, 1, this.next);
        purse.count(expiry.code, 'expired', -amount);
        return this.done('POINTS_REINSTATED', when);
      }
      case 'PURCHASE':
      case 'EVENT':
        return this.record(deed, when);
    }
  }

  private refuseTransfer(code: CurrencyCode, amount: number, at: number): string | null {
    const { transfers } = this.world;
    if (!transfers) return 'TRANSFERS_NOT_ALLOWED';
    const { maxPerTransfer, maxPerPeriod } = transfers;
    const used = maxPerPeriod ? this.given(code, this.calendar.periodOf(at, maxPerPeriod.period)) : 0;
    const isTooMuch = amount > (maxPerTransfer ?? Infinity) || used + amount > (maxPerPeriod?.max ?? Infinity);
    return isTooMuch ? 'TRANSFER_LIMIT_EXCEEDED' : null;
  }

  private adjust({ code, amount, reason }: Of<'ADJUST'>, when: When): string | null {
    if (this.status === 'CLOSED') return 'MEMBER_NOT_ACTIVE';
    if (!isCode(code)) return 'POINT_CURRENCY_NOT_FOUND';
    if (amount > 0) {
      this.shop.add(this.next, 'GIVEN', code, [], amount);
      this.grant(code, amount, `adjustment:${reason}`, when.at);
    } else {
      const points = this.purse.take(code, -amount);
      if (!points) return 'INSUFFICIENT_POINTS';
      this.shop.add(this.next, 'ADJUSTED', code, points);
      this.purse.count(code, 'spent', -amount);
    }
    return this.done('POINTS_ADJUSTED', when);
  }

  private capture(hold: OracleHold, { amount, isFinal }: Of<'CAPTURE'>, when: When): string | null {
    const captured = amount ?? hold.points.length;
    if (captured > hold.points.length) return 'HOLD_EXCEEDED';
    const rest = hold.points.slice(captured);
    const isEnd = isFinal || rest.length === 0;
    this.purse.count(hold.code, 'spent', captured);
    this.shop.add(this.next, 'SPENT', hold.code, hold.points.slice(0, captured));
    if (isEnd) this.purse.giveBack(rest, when.at, this.next);
    const end = isEnd ? ({ status: 'CAPTURED', endedBy: this.next, points: [] } as const) : { points: rest };
    this.purse.replace(hold, { ...end, captured: hold.captured + captured });
    return this.done('HOLD_CAPTURED', when);
  }

  private record(deed: Of<'PURCHASE' | 'EVENT'>, when: When): string | null {
    const { at } = when;
    const own = this.next;
    if (deed.externalId !== null && deed.externalId in this.seen) return 'ACTIVITY_ALREADY_RECORDED';
    if (deed.type === 'PURCHASE') {
      if (deed.money !== 'EUR') return 'CURRENCY_MISMATCH';
      const refusal = this.pay(deed);
      if (refusal) return refusal;
    }
    const award = this.caps.limit(earnings(deed, at), own, at);
    if (!award) return 'ACTIVITY_LIMIT_EXCEEDED';
    this.slide(deed.type === 'EVENT' ? deed.name : deed.type, at);
    for (const code of CODES) for (const { rule, points } of award[code]) this.award(code, points, `rule:${rule}`, at);
    if (deed.type === 'PURCHASE') {
      this.ladders.qualify('status', inMoney(deed.cents, deed), at, this.settled());
      const isByItem = this.policy(when).attribution === 'BY_ITEM' && (deed.items ?? []).length > 0;
      const nothing = { POINTS: 0, STARS: 0 };
      const bought = { of: own, at, deed, award, isByItem, isCancelled: false, cents: 0, quantities: [] };
      this.shop.bought = [...this.shop.bought, { ...bought, settled: nothing, taken: nothing, restored: 0 }];
    }
    this.done('ACTIVITY_RECORDED', when);
    if (deed.type === 'EVENT') this.come(deed, when);
    if (deed.externalId !== null) this.seen = { ...this.seen, [deed.externalId]: own };
    return this.upgrade(when);
  }

  /** Ties a spending to the purchase that it pays for. */
  private pay({ cents, paid }: Of<'PURCHASE'>): string | null {
    if (!paid) return null;
    if (paid.value > cents) return 'INVALID_INPUT';
    const spent = this.shop.entry(paid.entry);
    if (spent?.kind !== 'SPENT') return 'ENTRY_NOT_FOUND';
    if (spent.purchase !== null || spent.back > 0) return 'POINTS_ALREADY_USED';
    this.shop.change(paid.entry, { purchase: this.next });
    return null;
  }

  /** What an activity earns: it waits, where its currency says so. */
  private award(code: CurrencyCode, amount: number, source: string, at: number): void {
    const activation = this.world.activation?.[code];
    const until = activation?.date ? this.calendar.startOf(activation.date) : activation ? this.calendar.later(at, activation) : at;
    if (amount === 0) return;
    if (activation && until > at) {
      this.purse.waiting = [...this.purse.waiting, { of: this.next, code, source, amount, event: activation.event, until }];
      return;
    }
    this.grant(code, amount, source, at);
    if (code === 'STARS') this.ladders.qualify('club', amount, at, this.settled());
  }

  /** An event came: what waits for it becomes active, of the activity that it is about or of all. */
  private come({ name, refersTo }: Of<'EVENT'>, { at, isLate }: When): void {
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
    if (points.extendedBy?.includes(kind)) this.purse.slide('POINTS', this.calendar.expiryOf(points, at), this.next);
    if (stars.extendedBy?.includes(kind)) this.purse.slide('STARS', this.calendar.expiryOf(stars, at), this.next);
  }

  private upgrade({ at, isLate }: When): null {
    for (const ladder of LADDER_NAMES) {
      const settled = this.settled();
      const tier = this.ladders.reached(ladder, settled);
      if (tier > this.ladders.tiers[ladder].tier) this.move(ladder, tier, this.calendar.newYear(settled), at, isLate);
    }
    return null;
  }
}
