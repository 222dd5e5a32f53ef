import { type Call, type Command, type DeedKind, ENTRY_FIELDS, ERROR_FIELDS, type Payload, sometimesTwice, toldBy } from '../deed.js';
import { dollars } from '../shop.js';

const MUTATION = `mutation Buy($input: RecordActivityInput!) { recordActivity(input: $input) { replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }`;

export interface Purchase {
  readonly member: string;
  readonly key: string;
  readonly order: string;
  readonly cents: number;
}

export const purchaseCommand = (kind: string, { member, key, order, cents }: Purchase): Command => ({
  kind,
  member,
  key,
  order,
  entryKind: 'ACTIVITY_RECORDED',
  effect: { is: 'buys', cents },
  refusals: ['ACTIVITY_ALREADY_RECORDED', 'ACTIVITY_LIMIT_EXCEEDED'],
});

export const purchaseInput = ({ member, key, order, cents }: Purchase) => ({
  member: { externalId: member },
  idempotencyKey: key,
  externalId: order,
  purchase: { amount: dollars(cents) },
});

export const purchaseCall = (kind: string, bought: Purchase): Call => ({
  query: MUTATION,
  variables: () => ({ input: purchaseInput(bought) }),
  commands: [purchaseCommand(kind, bought)],
  told: ({ recordActivity }: { recordActivity: Payload }) => [toldBy(recordActivity)],
});

/** One purchase with an order number. */
export const purchase: DeedKind = {
  name: 'purchase',
  weight: 30,
  plan: ({ random, member, name }) => {
    const call = purchaseCall('purchase', { member: member(), key: name('buy'), order: name('order'), cents: random.int(1, 8_000) });
    return { steps: sometimesTwice(random, call), reads: [] };
  },
};
