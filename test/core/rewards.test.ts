import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Program } from '../../src/programs/program.js';
import type { ProgramSettings } from '../../src/programs/settings.js';
import { type Redemption, redemptionOf } from '../../src/rewards/redemption.js';
import type { RewardSettings } from '../../src/rewards/reward.js';
import type { VoucherPoolSettings } from '../../src/vouchers/pool.js';
import { VALUE } from '../../src/vouchers/terms.js';
import { RewardCore } from '../support/reward-core.js';
import { type PlainRedemption, type PlainReward, RewardModel } from '../support/reward-model.js';
import { check } from '../support/seed.js';

const DAY = 86_400_000;
const START = Date.parse('2020-01-01T00:00:00Z');
const MEMBERS = ['ada', 'bob', 'cleo'];
const POOL = '01890a5d-ac96-774b-bcce-b302099a8057';

const REWARDS: readonly PlainReward[] = [
  { id: 'card', price: 20, stock: 4, codes: null, needsApproval: false, value: 100, days: 12 },
  { id: 'code', price: 5, stock: null, codes: 5, needsApproval: true, value: 60, days: 6 },
  { id: 'mug', price: 9, stock: 3, codes: null, needsApproval: true, value: null, days: 9 },
];

const always = { from: null, to: null };
const rewardOf = ({ id, price, stock, codes, needsApproval, value, days }: PlainReward): RewardSettings => ({
  ...{ id, version: 1, name: id, description: null, kind: 'GIFT_CARD', categories: [], images: [], visible: always, available: always },
  ...{ tiers: [], segments: [], stock, limit: null, needsApproval, validity: `P${days}D`, isArchived: false },
  prices: [{ parts: [{ currency: 'points', amount: price }], tier: null, season: always }],
  fulfilment: value === null ? 'NONE' : 'VOUCHER',
  voucher: value === null ? null : codes === null ? { terms: { type: 'GIFT_CARD', value } } : { pool: POOL },
});
const pool: VoucherPoolSettings = {
  id: POOL,
  name: 'P',
  terms: { type: 'GIFT_CARD', value: 60 },
  use: 'REWARDS',
  expiresAt: null,
  warnAt: 1,
};

const settings: ProgramSettings = {
  ...{ name: 'Shop', timeZone: 'UTC', currencyCode: 'EUR', tierSets: [], earningRules: [] },
  pointCurrencies: [{ id: 'points', code: 'POINTS', name: 'Points', isSpendable: true, isQualifying: false, expiry: { mode: 'NEVER' } }],
  rewards: REWARDS.map(rewardOf),
  voucherPools: [pool],
};

const which = fc.nat(60);
const amount = fc.nat(70).map((n) => n + 1);
const member = fc.constantFrom(...MEMBERS);
const wishes = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('GIVE' as const), member, amount }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('REDEEM' as const), member, reward: fc.nat(2), isGranted: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('APPROVE' as const), which }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('CANCELLED' as const, 'REVERSED' as const), which, isWrittenOff: fc.boolean() }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constantFrom('USE' as const, 'RESERVE' as const), which, amount, isAll: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('CAPTURE' as const, 'RELEASE' as const), which, nth: fc.nat(3), amount }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('REINSTATE' as const), which, nth: fc.nat(3), amount }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('VOID' as const), which }) },
);
type Wish = typeof wishes extends fc.Arbitrary<infer T> ? T : never;
const steps = fc.array(
  fc.record({ forward: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(4) }), wish: wishes }),
  {
    minLength: 20,
    maxLength: 90,
    size: 'max',
  },
);

/** The core beside the bookkeeper; both are told the same. */
class Shop {
  readonly core = new RewardCore(new Program('program', 1, null, settings));
  readonly model = new RewardModel(REWARDS);
  /** Member and number of each redemption of the model, in its order. */
  readonly places: { member: string; number: number }[] = [];
  now = START;

  constructor() {
    for (const each of MEMBERS) this.core.give('ENROLL_MEMBER', each, { profile: 'digest' }, this.now);
    this.core.give('PROGRAM_EVENT', 'program', { kind: 'PROGRAM_CREATED', detail: {} }, this.now);
    this.core.give('IMPORT_CODES', 'program', { pool: POOL, count: 5, from: 1 }, this.now);
    this.model.moveTo(this.now);
  }

  redemption(i: number): Redemption {
    const { member, number } = this.places[i] as { member: string; number: number };
    return redemptionOf(this.core.state(member).records.get(number)) as Redemption;
  }

  step({ forward, wish }: { forward: number; wish: Wish }): [string, boolean, unknown] {
    this.now += forward * DAY;
    this.model.moveTo(this.now);
    const outcome = this.give(wish);
    for (const stream of this.core.states.keys()) this.core.give('SETTLE', stream, {}, this.now);
    return outcome;
  }

  /** One of the redemptions; where the wish needs one that has a reservation, or was used, such a one if there is any. */
  private choose({ do: what, which }: Extract<Wish, { which: number }>): number {
    const all = this.model.redemptions.map((_, i) => i);
    const fitting = all.filter((i) => {
      const { voucher, status } = this.model.redemptions[i] as PlainRedemption;
      if (what === 'REVERSED') return status === 'USED';
      if (what === 'CAPTURE' || what === 'RELEASE') return (voucher?.reserved.size ?? 0) > 0;
      return what === 'REINSTATE' ? (voucher?.uses.size ?? 0) > 0 : true;
    });
    const from = fitting.length > 0 ? fitting : all;
    return from[which % from.length] as number;
  }

  private give(wish: Wish): [string, boolean, unknown] {
    const { core, model, now } = this;
    if (wish.do === 'GIVE') {
      const input = { amount: wish.amount, currencyCode: 'POINTS', reason: 'GOODWILL', note: null };
      model.give(wish.member, wish.amount);
      return [wish.do, true, core.give('ADJUST_POINTS', wish.member, input, now)];
    }
    if (wish.do === 'REDEEM') {
      const reward = REWARDS[wish.reward] as PlainReward;
      const input = { reward: reward.id, offered: core.offer(), reason: null };
      const number = core.give(wish.isGranted ? 'GRANT_REWARD' : 'REDEEM_REWARD', wish.member, input, now);
      const isGranted = model.redeem(wish.member, reward, wish.isGranted);
      if (typeof number === 'number') this.places.push({ member: wish.member, number });
      return [wish.do, isGranted, number];
    }
    if (model.redemptions.length === 0) return ['NOTHING', true, 0];
    const i = this.choose(wish);
    const plain = model.redemptions[i] as PlainRedemption;
    const { member, number } = this.places[i] as { member: string; number: number };
    if (wish.do === 'APPROVE') {
      const done = core.give('APPROVE_REDEMPTION', member, { redemption: number, offered: core.offer(), reason: null }, now);
      return [wish.do, model.approve(plain), done];
    }
    const handed = this.redemption(i).voucher;
    if (wish.do === 'CANCELLED' || wish.do === 'REVERSED') {
      const input = { redemption: number, how: wish.do, isWrittenOff: wish.isWrittenOff, reason: null };
      const done = core.give('END_REDEMPTION', member, input, now, handed ? [handed.id] : []);
      return [wish.do, model.end(plain, wish.do, wish.isWrittenOff), done];
    }
    const { voucher } = plain;
    if (!voucher || !handed) return ['NO_VOUCHER', voucher === null && handed === null, 0];
    const { id, ...terms } = handed;
    const issued = { ...terms, redemption: { member, number } };
    if (wish.do === 'VOID') {
      const done = core.give('VOID_VOUCHER', id, { issued, reason: null }, now);
      return [wish.do, model.void(voucher), done];
    }
    if (wish.do === 'USE' || wish.do === 'RESERVE') {
      const part = wish.isAll ? Math.max(1, voucher.remaining) : wish.amount;
      const [type, more] = wish.do === 'USE' ? ['REDEEM_VOUCHER', { reservation: null }] : ['RESERVE_VOUCHER', { timeoutSeconds: 86_400 }];
      const done = core.give(type as string, id, { issued, amount: part, ...(more as object) }, now);
      const of = typeof done === 'number' ? done : 0;
      return [wish.do, wish.do === 'USE' ? model.use(plain, voucher, part, of) : model.reserve(voucher, part, of), done];
    }
    if (!('nth' in wish)) return ['NOTHING', true, 0];
    const keys = wish.do === 'REINSTATE' ? [...voucher.uses.keys()] : [...voucher.reserved.keys()];
    const of = keys[wish.nth % Math.max(1, keys.length)] ?? 1;
    if (wish.do === 'REINSTATE') {
      const done = core.give('REINSTATE_VOUCHER', id, { entry: of, amount: wish.amount, reason: null }, now);
      return [wish.do, model.reinstate(plain, voucher, of, wish.amount), done];
    }
    const part = wish.do === 'CAPTURE' ? 1 + (wish.amount % ((voucher.reserved.get(of)?.amount ?? 0) + 2)) : null;
    const done =
      part === null
        ? core.give('RELEASE_VOUCHER', id, { reservation: of }, now)
        : core.give('REDEEM_VOUCHER', id, { issued, amount: part, reservation: of }, now);
    return [wish.do, model.settleReservation(plain, voucher, of, part, typeof done === 'number' ? done : 0), done];
  }

  compare(): void {
    const { core, model } = this;
    for (const each of MEMBERS) {
      const { active = 0, spent = 0, earned = 0 } = core.state(each).wallets.points ?? {};
      const paid = model.redemptions
        .filter(({ member, status }) => member === each && status !== 'CANCELLED')
        .reduce((sum, { paid }) => sum + paid, 0);
      expect([each, active, spent]).toEqual([each, model.points.get(each) ?? 0, paid]);
      expect(earned).toBe(active + spent);
    }
    for (const reward of REWARDS) if (reward.stock !== null) expect(core.used(`stock:${reward.id}`)).toBe(model.stockUsed(reward));
    expect(core.used(`drawn:${POOL}`)).toBe(model.drawn.get('code') ?? 0);
    const positions = model.redemptions.flatMap((_, i) => this.redemption(i).voucher?.pool?.position ?? []);
    expect(positions.sort((a, b) => a - b)).toEqual(positions.map((_, i) => i + 1));
    model.redemptions.forEach(({ status, voucher }, i) => {
      const redemption = this.redemption(i);
      expect([i, redemption.status]).toEqual([i, status]);
      if (!voucher || !redemption.voucher) return;
      const state = core.state(redemption.voucher.id);
      if (state.number === 0) return expect([voucher.spent, voucher.reserved.size]).toEqual([0, 0]);
      const { active = 0, held = 0, spent = 0, expired = 0 } = state.wallets[VALUE] ?? {};
      const reserved = [...voucher.reserved.values()].reduce((sum, each) => sum + each.amount, 0);
      expect([active, held, spent, expired, state.status]).toEqual([
        ...[voucher.remaining, reserved, voucher.spent, voucher.expired],
        voucher.isVoid ? 'CLOSED' : 'ACTIVE',
      ]);
      expect(active + held + spent + expired).toBe(voucher.value);
    });
  }
}

describe('rewards beside a plain bookkeeper', () => {
  test('Rewards 2, Rewards 3, Rewards 4: points, stock, codes and vouchers are conserved, whatever is done in which order', () => {
    const seen = new Map<string, number>();
    check(
      fc.property(steps, (all) => {
        const shop = new Shop();
        for (const step of all) {
          const [what, isGranted, done] = shop.step(step);
          expect([what, done, typeof done === 'number']).toEqual([what, done, isGranted]);
          shop.compare();
          seen.set(`${what} ${isGranted}`, (seen.get(`${what} ${isGranted}`) ?? 0) + 1);
        }
      }),
      120,
    );
    const kinds = ['REDEEM', 'APPROVE', 'CANCELLED', 'REVERSED', 'USE', 'RESERVE', 'CAPTURE', 'RELEASE', 'REINSTATE', 'VOID'];
    for (const kind of kinds)
      for (const isGranted of [true, false])
        expect([kind, isGranted, (seen.get(`${kind} ${isGranted}`) ?? 0) > 0]).toEqual([kind, isGranted, true]);
  });
});
