import type { Deed } from '../support/deeds.js';
import { policyIn, type Returns } from '../support/world.js';
import { OracleBook, type When } from './oracle-book.js';
import { inMoney, pointsOf } from './oracle-earning.js';
import { CODES } from './oracle-purse.js';
import { type Bought, isGone, pointsIn, type Spent, withPart } from './oracle-shop.js';

const FIRST_POLICY: Returns = { earned: 'WITHIN_BALANCE', attribution: 'PROPORTIONAL', spent: 'RESTORE', grace: null };

/** What comes back: purchases, and points that were spent or given. */
export class OracleReturns extends OracleBook {
  protected policy({ now }: When): Returns {
    return this.world.returns?.[policyIn(now)] ?? FIRST_POLICY;
  }

  /** A return, or a cancellation. What earlier returns kept or let go under the policy of their time stays so. */
  protected takeBack({ purchase, part }: Deed & { type: 'RETURN' }, when: When): string | null {
    const before = this.shop.bought.find(({ of }) => of === purchase);
    if (!before) return 'PURCHASE_NOT_FOUND';
    if (isGone(before)) return 'ALREADY_RETURNED';
    const back = withPart(before, part);
    if (typeof back === 'string') return back;
    const policy = this.policy(when);
    const after = { ...before, ...back, isCancelled: part === null };
    const restored = this.restore(before, after, policy, when);
    const [settled, taken] = [{ ...before.settled }, { ...before.taken }];
    for (const code of CODES) {
      const total = pointsOf(before.award[code]);
      const due = (isGone(after) ? total : pointsIn(after, code, policy.attribution)) - settled[code];
      if (due <= 0) continue;
      settled[code] += due;
      if (policy.earned === 'KEEP') continue;
      const waited = this.purse.unwait(purchase, code, due);
      const active = policy.earned === 'PENDING_ONLY' ? 0 : this.purse.clawBack(code, due - waited, policy.earned === 'ALLOW_DEBT');
      taken[code] += waited + active;
      this.caps.giveBack(purchase, code, taken[code], total);
      if (code === 'STARS') this.ladders.qualify('club', -active, before.at, Math.max(when.at, this.settled()));
    }
    const money = inMoney(after.cents, after.deed) - inMoney(before.cents, before.deed);
    this.ladders.qualify('status', -money, before.at, Math.max(when.at, this.settled()));
    this.shop.replace(before, { ...after, settled, taken, restored });
    return this.done(part === null ? 'PURCHASE_CANCELLED' : 'PURCHASE_RETURNED', when);
  }

  /** Points that paid for what came back go back; says how many returns have settled in all. */
  private restore(before: Bought, after: Bought, { spent, grace }: Returns, when: When): number {
    const { paid } = before.deed;
    const spending = paid && (this.shop.entry(paid.entry) as Spent);
    if (!spending) return 0;
    const all = spending.amount;
    const due = isGone(after) ? all : Math.floor((all * after.cents) / Math.max(1, after.deed.cents));
    if (due <= before.restored) return before.restored;
    if (spent === 'RESTORE') {
      const amount = due - before.restored;
      const until = grace === null ? 0 : this.calendar.later(when.at, { days: grace, roundUpTo: null });
      this.purse.giveBack(this.shop.lastOf(spending.of, amount), when.at, this.next, until);
      this.purse.count(spending.code, 'spent', -amount);
      this.done('POINTS_RESTORED', when);
    }
    return due;
  }

  protected reverse({ entry, amount: asked }: Deed & { type: 'REVERSE' }, when: When): string | null {
    if (entry < 1 || entry > when.known) return 'ENTRY_NOT_FOUND';
    const spent = this.shop.entry(entry);
    if (!spent || spent.kind === 'EXPIRED' || spent.purchase !== null) return 'NOT_REVERSIBLE';
    const left = spent.amount - spent.back;
    const amount = asked ?? left;
    if (amount > left || left === 0) return 'REVERSAL_EXCEEDED';
    if (spent.kind === 'GIVEN') {
      this.shop.change(entry, { back: spent.back + amount });
      this.purse.clawBack(spent.code, amount, true);
    } else {
      this.purse.giveBack(this.shop.lastOf(entry, amount), when.at, this.next);
      this.purse.count(spent.code, 'spent', -amount);
    }
    return this.done('ENTRY_REVERSED', when);
  }
}
