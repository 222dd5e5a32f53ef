import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localId } from '../../../src/graphql/global-id.js';
import type { StoredEntry } from '../../../src/journal/stored-entry.js';
import { followUps } from '../../../src/rewards/follow-up.js';
import * as api from '../../support/generated.js';
import { buy, newKey, TestLaurel } from '../../support/laurel.js';
import { eventually } from '../../support/receiver.js';
import { RewardShop } from '../../support/reward-shop.js';

describe('rewards that are given', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  test('by staff, whatever the price, the time and the limit; stock and codes count', async () => {
    const shop = await RewardShop.open(laurel);
    await shop.member('ada');
    const later = { from: new Date('2021-01-01T00:00:00Z') as never };
    const reward = await shop.reward({ stock: 1, limit: { max: 1, period: 'EVER' }, available: later, voucher: { kind: 'ITEM' } });
    const grant = async () =>
      (
        await shop.caller.run(api.GrantRewardDocument, {
          input: { member: { externalId: 'ada' }, reward, idempotencyKey: newKey(), reason: 'sorry' },
        })
      ).grantReward;
    expect(await grant()).toMatchObject({
      errors: [],
      entry: { kind: 'REWARD_GRANTED', summary: 'You were given "Mug".', changes: [] },
      redemption: { status: 'ISSUED', price: [], voucher: { usesLeft: 1 } },
    });
    expect((await grant())?.errors).toMatchObject([{ code: 'REWARD_SOLD_OUT' }]);
  });

  test('by a rule: as often as its entry says, and once however often that is followed', async () => {
    const shop = await RewardShop.open(laurel);
    const reward = await shop.reward({ voucher: { kind: 'ITEM' } });
    const member = await shop.member('ada', 10);
    const { viewer } = await shop.caller.run(api.ViewerDocument, {});
    const grants = [{ reward: localId('reward', reward) as string, count: 2 }];
    const { journal, voucherCodes, reads } = laurel.app.services;
    const { rows } = await reads.query('select effective_at from journal where stream_id = $1 order by number desc limit 1', [
      localId('member', member),
    ]);
    const entry = {
      ...{
        programId: localId('program', viewer?.programId as string),
        streamId: localId('member', member),
        number: 2,
        kind: 'CARD_COMPLETED',
      },
      ...{ effectiveAt: Number(rows[0].effective_at), data: { because: { grants } } },
    } as unknown as StoredEntry;
    for (let i = 0; i < 3; i += 1) for (const command of followUps(entry, () => voucherCodes.offer())) await journal.submit(command);
    const own = (await shop.caller.run(api.MemberRedemptionsDocument, { ref: { externalId: 'ada' } })).member;
    expect(own?.redemptions.nodes.map(({ status, price }) => [status, price])).toEqual([
      ['ISSUED', []],
      ['ISSUED', []],
    ]);
    expect(await shop.points('ada')).toBe(10);
  });

  test('by a full stamp card, within a moment; it cannot be archived while the card gives it', async () => {
    const shop = await RewardShop.open(laurel);
    const { caller } = shop;
    const reward = await shop.reward({ voucher: { kind: 'ITEM' } });
    await caller.run(api.CreatePointCurrencyDocument, { input: { code: 'STAMPS', name: 'Stamps', expiry: { mode: 'NEVER' } } });
    const card = { name: 'Card', currencyCode: 'STAMPS', stampCard: { size: 2, reward } };
    const rule = (await caller.run(api.CreateEarningRuleDocument, { input: card })).createEarningRule?.earningRule?.id as string;
    const archive = async () => (await caller.run(api.ArchiveRewardDocument, { reward })).archiveReward?.errors.map(({ path }) => path);
    expect(await archive()).toEqual([['reward']]);
    await shop.member('ada', 10);
    await shop.advance('2020-01-16T10:00:00Z');
    await buy(caller, 'ada', '10');
    const own = async () => (await caller.run(api.MemberRedemptionsDocument, { ref: { externalId: 'ada' } })).member?.redemptions.nodes;
    await eventually(async () => (await own())?.length === 1, 'the reward of a full card');
    expect((await own())?.map(({ status, price }) => [status, price])).toEqual([['ISSUED', []]]);
    await caller.run(api.SetEarningRuleActiveDocument, { input: { id: rule, isActive: false } });
    expect(await archive()).toEqual([]);
  });
});
