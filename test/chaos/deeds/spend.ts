import { type Call, type DeedKind, ENTRY_FIELDS, ERROR_FIELDS, type Payload, sometimesTwice, toldBy } from '../deed.js';

const MUTATION = `mutation Spend($input: SpendPointsInput!) { spendPoints(input: $input) { replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }`;

export const spendCall = (kind: string, member: string, key: string, currencyCode: string, amount: number): Call => ({
  query: MUTATION,
  variables: () => ({ input: { member: { externalId: member }, idempotencyKey: key, currencyCode, amount } }),
  commands: [
    {
      kind,
      member,
      key,
      order: null,
      entryKind: 'POINTS_SPENT',
      effect: { is: 'takes', change: { currencyCode, amount: -amount } },
      refusals: ['INSUFFICIENT_POINTS'],
    },
  ],
  told: ({ spendPoints }: { spendPoints: Payload }) => [toldBy(spendPoints)],
});

/** A spend that may or may not be covered: on hot members the balance is fought for. */
export const spend: DeedKind = {
  name: 'spend',
  weight: 26,
  plan: ({ random, member, name }) => {
    const call = spendCall('spend', member(), name('spend'), random.chance(0.8) ? 'POINTS' : 'MILES', random.int(1, 300));
    return { steps: sometimesTwice(random, call), reads: [] };
  },
};
