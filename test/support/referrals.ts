import * as api from './generated.js';
import { type Caller, newKey, type TestLaurel } from './laurel.js';
import { eventually } from './receiver.js';

/** Where shops with referrals begin. */
export const OPENED = '2020-01-01T00:00:00Z';

/** A shop with one currency, a point a dollar that is active at once, and 500 for a referrer and 200 for whom they refer. */
export async function openReferralShop(
  laurel: TestLaurel,
  referral: Partial<api.ReferralInput> = {},
  rule: Partial<api.CreateEarningRuleInput> = {},
): Promise<{ shop: Caller; ruleId: string }> {
  const shop = await laurel.program(OPENED);
  await shop.run(api.CreatePointCurrencyDocument, {
    input: { code: 'POINTS', name: 'Points', expiry: { mode: 'AFTER_PERIOD', period: 'P1Y' } },
  });
  await shop.run(api.CreateEarningRuleDocument, { input: { name: 'Base', pointsPerSpend: { points: '1', per: '1' } } });
  const { createEarningRule } = await shop.run(api.CreateEarningRuleDocument, {
    input: {
      name: 'Bring a friend',
      conditions: { minAmount: '20.00' },
      referral: { referrerPoints: 500, refereePoints: 200, qualifyWithin: 'P30D', returnWindow: 'P14D', ...referral },
      ...rule,
    },
  });
  const ruleId = createEarningRule?.earningRule?.id;
  if (!ruleId) throw new Error(JSON.stringify(createEarningRule?.errors));
  return { shop, ruleId };
}

export async function referralsOf(caller: Caller, externalId: string) {
  const { member } = await caller.run(api.ReferralsOfDocument, { ref: { externalId } });
  if (!member) throw new Error(`no ${externalId}`);
  return member;
}

/** Enrols a member on somebody's recommendation; gives the refusals. */
export async function enrollReferred(
  shop: Caller,
  externalId: string,
  referrer: string | null,
  more: Partial<api.EnrollMemberInput> = {},
): Promise<readonly { code: string }[]> {
  const referralCode = referrer === null ? null : (await referralsOf(shop, referrer)).referralCode;
  const { enrollMember } = await shop.run(api.EnrollMemberDocument, { input: { externalId, referralCode: referralCode ?? null, ...more } });
  return enrollMember?.errors ?? [];
}

export const advance = (shop: Caller, to: string) => shop.run(api.AdvanceClockDocument, { input: { to } });

/** Waits until every referrer was told what happened so far. */
export async function settled(laurel: TestLaurel): Promise<void> {
  const { reads } = laurel.app.services;
  await eventually(async () => {
    laurel.app.sweeper.wake();
    await laurel.app.sweeper.finished();
    const { rows } = await reads.query(
      `select 1 from journal j where j.kind like 'REFERRAL_%' and j.data -> 'input' ->> 'side' = 'REFEREE' and not exists (
         select from journal o where o.idempotency_key = 'referral:' || (j.data -> 'input' ->> 'referral') || ':' || j.number) limit 1`,
    );
    if (rows.length > 0) return false;
    const behind = await reads.query(
      "select 1 from reactor_positions p join lanes l using (lane) where p.reactor = 'referrals' and p.position < l.position limit 1",
    );
    return behind.rows.length === 0;
  }, 'referrers were told');
}

export const judge = (referral: string, reason = 'looked at'): { input: api.JudgeReferralInput } => ({
  input: { referral, reason, idempotencyKey: newKey() },
});
