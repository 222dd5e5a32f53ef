import * as api from './generated.js';
import { buy, type Caller, enroll, newKey, type TestLaurel } from './laurel.js';

type Changes<T> = Partial<T>;

/** A shop with a point a dollar, POINTS that end after a year, and what rewards need, on a test clock at 2020-01-15. */
export class RewardShop {
  private constructor(readonly caller: Caller) {}

  static async open(laurel: TestLaurel, at = '2020-01-15T10:00:00Z'): Promise<RewardShop> {
    const caller = await laurel.program(at);
    const expiry = { mode: 'AFTER_PERIOD' as const, period: 'P1Y' };
    await caller.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points', isQualifying: true, expiry } });
    await caller.run(api.CreateEarningRuleDocument, { input: { name: 'Base', pointsPerSpend: { points: '1', per: '1' } } });
    return new RewardShop(caller);
  }

  /** Enrols somebody with so many points. */
  async member(externalId: string, points = 0): Promise<string> {
    const id = await enroll(this.caller, externalId);
    if (points > 0) await buy(this.caller, externalId, String(points));
    return id;
  }

  /** A reward of 100 points without a voucher, but for what is said otherwise. */
  async reward(changes: Changes<api.CreateRewardInput> = {}): Promise<string> {
    const { createReward } = await this.caller.run(api.CreateRewardDocument, {
      input: { name: 'Mug', kind: 'EXPERIENCE', prices: [{ points: [{ amount: 100 }] }], ...changes },
    });
    if (!createReward?.reward) throw new Error(JSON.stringify(createReward?.errors));
    return createReward.reward.id;
  }

  async redeem(externalId: string, reward: string, changes: Changes<api.RedeemRewardInput> = {}) {
    const input = { member: { externalId }, reward, idempotencyKey: newKey(), ...changes };
    const { redeemReward } = await this.caller.run(api.RedeemRewardDocument, { input });
    if (!redeemReward) throw new Error('no payload');
    return redeemReward;
  }

  /** Redeems what must be had, and gives the redemption. */
  async have(externalId: string, reward: string, changes: Changes<api.RedeemRewardInput> = {}) {
    const { redemption, errors } = await this.redeem(externalId, reward, changes);
    if (!redemption) throw new Error(JSON.stringify(errors));
    return redemption;
  }

  async points(externalId: string): Promise<number | undefined> {
    return (await this.caller.run(api.HoldingsDocument, { ref: { externalId } })).member?.wallet?.active;
  }

  async advance(to: string): Promise<void> {
    await this.caller.run(api.AdvanceClockDocument, { input: { to } });
  }

  async cancel(redemption: string, changes: Changes<api.EndRedemptionInput> = {}) {
    const input = { redemption, idempotencyKey: newKey(), ...changes };
    return (await this.caller.run(api.CancelRedemptionDocument, { input })).cancelRedemption;
  }

  async redemption(id: string) {
    return (await this.caller.run(api.RedemptionByIdDocument, { id })).redemption;
  }

  async voucher(code: string) {
    return (await this.caller.run(api.VoucherByCodeDocument, { code })).voucher;
  }

  async use(code: string, amount: string | null = null, idempotencyKey = newKey()) {
    return (await this.caller.run(api.RedeemVoucherDocument, { input: { code, amount, idempotencyKey } })).redeemVoucher;
  }
}
