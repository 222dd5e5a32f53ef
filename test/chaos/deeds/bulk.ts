import { type DeedKind, ENTRY_FIELDS, ERROR_FIELDS, type Payload, sometimesTwice, toldBy } from '../deed.js';
import { type Purchase, purchaseCommand, purchaseInput } from './purchase.js';

const MUTATION = `mutation Bulk($activities: [RecordActivityInput!]!) {
  recordActivities(input: { activities: $activities }) { outcomes { replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }
}`;

/** Purchases of several members in one call; now and then many, now and then an order that is in the list twice. */
export const bulk: DeedKind = {
  name: 'bulk',
  weight: 5,
  plan: ({ random, member, name }) => {
    const list: Purchase[] = [];
    const length = random.chance(0.05) ? random.int(100, 400) : random.int(2, 12);
    for (let i = 0; i < length; i += 1) {
      const before = list.at(-1);
      const isRepeated = before !== undefined && random.chance(0.06);
      const bought = isRepeated ? before : { member: member(), order: name(`order-${i}`), cents: random.int(1, 8_000) };
      list.push({ ...bought, key: name(`bulk-${i}`) });
    }
    const call = {
      query: MUTATION,
      variables: () => ({ activities: list.map(purchaseInput) }),
      commands: list.map((bought) => purchaseCommand('bulk', bought)),
      told: ({ recordActivities }: { recordActivities: { outcomes: Payload[] } }) => recordActivities.outcomes.map(toldBy),
    };
    return { steps: sometimesTwice(random, call), reads: [] };
  },
};
