import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ReferralSettings } from '../../src/earning/kinds/referral.js';
import { meaningOf } from '../../src/referrals/meaning.js';
import { referralOf, stateOf } from '../../src/referrals/referral.js';
import { RuleMember, ruleBase, settingsOf } from '../support/rule-member.js';
import { check } from '../support/seed.js';

const DAY = 86_400_000;
const [WITHIN, WINDOW, LEAST] = [30, 14, 20_00];
const [REFERRER, REFEREE] = [500, 200];

const rule: ReferralSettings = {
  ...ruleBase,
  ...{ kind: 'REFERRAL', referrerPoints: REFERRER, refereePoints: REFEREE, event: null, flagAbove: null },
  ...{ qualifyWithin: `P${WITHIN}D`, returnWindow: `P${WINDOW}D`, conditions: { minAmount: LEAST } },
};

/** What somebody does to one of three referrals, so many hours after what came before. */
type Deed = { readonly hours: number; readonly who: number } & (
  | { readonly does: 'BUY'; readonly amount: number }
  | { readonly does: 'RETURN'; readonly part: number }
  | { readonly does: 'CANCEL' | 'FLAG' | 'APPROVE' | 'VOID' | 'CLOSE' | 'LOOK' | 'TELL' }
);

const deeds = fc.array(
  fc
    .record({
      hours: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 * 24 }), fc.constant(WINDOW * 24)),
      who: fc.integer({ min: 0, max: 2 }),
      does: fc.constantFrom<Deed['does'][]>(
        'BUY',
        'BUY',
        'BUY',
        'RETURN',
        'RETURN',
        'CANCEL',
        'FLAG',
        'APPROVE',
        'VOID',
        'CLOSE',
        'LOOK',
        'TELL',
        'TELL',
      ),
      amount: fc.oneof(fc.constantFrom(LEAST, 2 * LEAST), fc.integer({ min: 0, max: 2 * LEAST })),
      part: fc.oneof(fc.constant(LEAST), fc.integer({ min: 1, max: LEAST })),
    })
    .map((each) => each as Deed),
  { maxLength: 40 },
);

/** One referral as one would explain it: no lots, no records, no entries. */
class Model {
  state: 'OPEN' | 'APPROVED' | 'VOIDED' = 'OPEN';
  isFlagged = false;
  isClosed = false;
  approvesAt: number | null = null;
  /** What is left of each purchase. */
  readonly left = new Map<number, number>();
  qualifiedBy: number | null = null;

  pass(now: number): void {
    if (this.state !== 'OPEN') return;
    if (this.approvesAt === null && now >= WITHIN * DAY) this.state = 'VOIDED';
    if (this.approvesAt !== null && !this.isFlagged && now >= this.approvesAt) this.state = 'APPROVED';
  }

  buy(purchase: number, amount: number, now: number): void {
    this.left.set(purchase, amount);
    if (this.state !== 'OPEN' || this.approvesAt !== null || amount < LEAST) return;
    this.approvesAt = now + WINDOW * DAY;
    this.qualifiedBy = purchase;
  }

  giveBack(purchase: number, amount: number): void {
    const left = (this.left.get(purchase) as number) - amount;
    this.left.set(purchase, left);
    if (this.state === 'OPEN' && purchase === this.qualifiedBy && left < LEAST) this.state = 'VOIDED';
  }

  get shown(): string {
    if (this.state !== 'OPEN') return this.state;
    if (this.isFlagged) return 'FLAGGED';
    return this.approvesAt === null ? 'IN_PROGRESS' : 'PENDING';
  }

  get isPending(): boolean {
    return this.state === 'OPEN' && this.approvesAt !== null;
  }
}

/** A referrer and whom they referred, with what the reactor has still to tell. */
class Circle {
  now = 0;
  readonly referrer: RuleMember;
  readonly referees: RuleMember[];
  readonly models = [new Model(), new Model(), new Model()];
  private readonly told = [0, 0, 0];
  private readonly began: (number | null)[] = [null, null, null];

  constructor(cap: number | null) {
    const caps = cap === null ? [] : [{ id: 'cap', name: 'Cap', currency: 'points', rule: 'rule', period: 'EVER' as const, max: cap }];
    const settings = settingsOf([rule], { caps });
    this.referrer = new RuleMember(settings);
    this.referees = this.models.map(() => new RuleMember(settings));
    for (const [who, referee] of this.referees.entries())
      referee.give('START_REFERRAL', { referral: `referral ${who}`, referrer: 'referrer', rule: 'rule', flags: [] }, 0);
  }

  /** Tells the referrer what became of one referral, as far as it was not told yet; of late entries at the instants of theirs. */
  tell(who: number): void {
    const { entries } = this.referees[who] as RuleMember;
    for (const entry of entries.slice(this.told[who]))
      if (entry.kind.startsWith('REFERRAL_')) {
        const meaning = meaningOf({ ...entry, streamId: `referee ${who}` }, this.began[who] ?? null);
        const decision = this.referrer.give('FOLLOW_REFEREE', meaning, entry.effectiveAt);
        if ('refusal' in decision) throw new Error(decision.refusal.message);
        if (meaning.kind === 'REFERRAL_STARTED') this.began[who] = decision.number;
      }
    this.told[who] = entries.length;
  }

  do(deed: Deed): void {
    this.now += (deed.hours / 24) * DAY;
    const { now } = this;
    const [referee, model] = [this.referees[deed.who] as RuleMember, this.models[deed.who] as Model];
    if (deed.does === 'TELL') {
      this.tell(deed.who);
      return;
    }
    referee.give('SETTLE', null, now);
    model.pass(now);
    const said = { referral: `referral ${deed.who}`, reason: 'because' };
    const decided = (type: string, input: unknown) => !('refusal' in referee.give(type, input, now));
    const [purchase, left = 0] = [...model.left].filter(([, amount]) => amount > 0).at(-1) ?? [];
    switch (deed.does) {
      case 'BUY': {
        const decision = referee.buy(deed.amount, now);
        expect('refusal' in decision).toBe(model.isClosed);
        if (!('refusal' in decision)) model.buy(decision.number as number, deed.amount, now);
        break;
      }
      case 'RETURN':
      case 'CANCEL': {
        if (purchase === undefined) break;
        const amount = 'part' in deed && deed.does === 'RETURN' ? Math.min(left, deed.part) : left;
        referee.takeBack(purchase, now, deed.does === 'CANCEL' ? null : amount);
        model.giveBack(purchase, amount);
        break;
      }
      case 'FLAG':
        expect(decided('FLAG_REFERRAL', said)).toBe(model.state === 'OPEN');
        model.isFlagged ||= model.state === 'OPEN';
        break;
      case 'APPROVE':
        expect(decided('APPROVE_REFERRAL', said)).toBe(model.state === 'OPEN' && model.isFlagged);
        if (model.state === 'OPEN') model.isFlagged = false;
        break;
      case 'VOID':
        expect(decided('VOID_REFERRAL', said)).toBe(model.state === 'OPEN');
        if (model.state === 'OPEN') model.state = 'VOIDED';
        break;
      case 'CLOSE':
        referee.give('SET_MEMBER_STATUS', { status: 'CLOSED', reason: null }, now);
        model.isClosed = true;
        if (model.state === 'OPEN' && model.approvesAt === null) model.state = 'VOIDED';
        break;
    }
    model.pass(now);
  }
}

const purse = ({ state: { wallets } }: RuleMember) => {
  const { active = 0, pending = 0, earned = 0 } = wallets.points ?? {};
  return { active, pending, earned };
};

describe('referrals, whatever happens in whatever order', () => {
  test('are in the state that a plain model says, and each side has what that state gives, no more and no less', () => {
    const reached = new Set<string>();
    check(
      fc.property(deeds, (all) => {
        const circle = new Circle(null);
        for (const deed of all) {
          circle.do(deed);
          const [referee, model] = [circle.referees[deed.who] as RuleMember, circle.models[deed.who] as Model];
          if (deed.does === 'TELL') continue;
          expect(stateOf(referralOf(referee.state.records.get(1)) as never, circle.now)).toBe(model.shown);
          reached.add(model.shown);
          const given = model.state === 'APPROVED' ? REFEREE : 0;
          expect(purse(referee)).toEqual({ active: given, pending: model.isPending ? REFEREE : 0, earned: given });
        }
        for (const [who, model] of circle.models.entries()) {
          circle.do({ hours: 0, who, does: 'LOOK' });
          circle.tell(who);
          expect(referralOf(circle.referees[who]?.state.records.get(1) ?? null)?.ended?.state ?? 'OPEN').toBe(model.state);
        }
        const count = (is: (model: Model) => boolean) => circle.models.filter(is).length;
        const given = REFERRER * count(({ state }) => state === 'APPROVED');
        expect(purse(circle.referrer)).toEqual({ active: given, pending: REFERRER * count(({ isPending }) => isPending), earned: given });
      }),
      1_000,
    );
    expect([...reached].sort()).toEqual(['APPROVED', 'FLAGGED', 'IN_PROGRESS', 'PENDING', 'VOIDED']);
  });

  test('a cap of the referrer counts exactly what they have of it, and never more than it allows', () => {
    check(
      fc.property(deeds, fc.integer({ min: 0, max: 3 * REFERRER }), (all, cap) => {
        const circle = new Circle(cap);
        for (const deed of all) {
          circle.do(deed);
          const { active, pending } = purse(circle.referrer);
          expect(active + pending).toBeLessThanOrEqual(cap);
          expect(circle.referrer.state.counters.cap?.used ?? 0).toBe(active + pending);
        }
      }),
      500,
    );
  });

  test('that end void leave nothing behind: no points, no lots, no room taken', () => {
    check(
      fc.property(deeds, (all) => {
        const circle = new Circle(2 * REFERRER);
        for (const deed of all) circle.do(deed);
        for (const who of circle.models.keys()) {
          circle.do({ hours: 0, who, does: 'VOID' });
          circle.tell(who);
        }
        const approved = circle.models.filter(({ state }) => state === 'APPROVED').length;
        for (const [who, { state }] of circle.models.entries())
          if (state === 'VOIDED') expect(purse(circle.referees[who] as RuleMember)).toEqual({ active: 0, pending: 0, earned: 0 });
        if (approved > 0) return;
        expect(purse(circle.referrer)).toEqual({ active: 0, pending: 0, earned: 0 });
        expect(circle.referrer.state.lots.known).toEqual([]);
        expect(circle.referrer.state.counters.cap?.used ?? 0).toBe(0);
      }),
      500,
    );
  });
});
