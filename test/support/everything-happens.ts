import * as api from './generated.js';
import { buy, type Caller, newKey, spend } from './laurel.js';

/** Something of everything that happens to members: to ada, who buys a `sku`, and less to bob. For a programme of `openShop` on its test clock. */
export async function everythingHappens(caller: Caller, sku: string): Promise<void> {
  const member = { externalId: 'ada' };
  await buy(caller, 'ada', '120');
  await buy(caller, 'bob', '7');
  await caller.run(api.RecordActivityDocument, {
    input: {
      member,
      idempotencyKey: newKey(),
      purchase: { amount: '5', items: [{ sku, quantity: 1, amount: '5' }] },
    },
  });
  await caller.run(api.RecordActivityDocument, { input: { member, idempotencyKey: newKey(), event: { name: 'review' } } });
  await spend(caller, 'ada', 3);
  await caller.run(api.HoldPointsDocument, { input: { member, amount: 2, idempotencyKey: newKey() } });
  await caller.run(api.AdjustPointsDocument, { input: { member, amount: 1, reason: 'GOODWILL', idempotencyKey: newKey() } });
  await caller.run(api.SuspendMemberDocument, { input: { member } });
  await caller.run(api.ReactivateMemberDocument, { input: { member } });
  await caller.run(api.UpdateMemberDocument, { input: { member, givenName: newKey() } });
  for (const externalId of ['ada', 'bob']) {
    for (const tier of ['Platinum', 'Gold']) {
      const until = '2020-03-01T00:00:00Z';
      await caller.run(api.SetTierDocument, {
        input: { member: { externalId }, tier, until, reason: 'GOODWILL', idempotencyKey: newKey() },
      });
    }
  }
  await caller.run(api.CreateApiKeyDocument, { input: { name: 'noted', scopes: ['backdate'] } });
}
