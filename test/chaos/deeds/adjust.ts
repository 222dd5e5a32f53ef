import { type Call, type DeedKind, ENTRY_FIELDS, ERROR_FIELDS, type Payload, sometimesTwice, toldBy } from '../deed.js';

const MUTATION = `mutation Adjust($input: AdjustPointsInput!) { adjustPoints(input: $input) { replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }`;

/** Points given or taken by hand, under different reasons and so in different lots. */
export const adjust: DeedKind = {
  name: 'adjust',
  weight: 12,
  plan: ({ random, member, name }) => {
    const [who, key, currencyCode] = [member(), name('adjust'), random.pick(['POINTS', 'MILES'])];
    const amount = random.chance(0.55) ? random.int(1, 60) : -random.int(1, 60);
    const reason = random.pick(['GOODWILL', 'CORRECTION', 'OTHER']);
    const call: Call = {
      query: MUTATION,
      variables: () => ({
        input: {
          member: { externalId: who },
          idempotencyKey: key,
          currencyCode,
          amount,
          reason,
        },
      }),
      commands: [
        {
          kind: 'adjust',
          member: who,
          key,
          order: null,
          entryKind: 'POINTS_ADJUSTED',
          effect: { is: amount > 0 ? 'gives' : 'takes', change: { currencyCode, amount } },
          refusals: amount < 0 ? ['INSUFFICIENT_POINTS'] : [],
        },
      ],
      told: ({ adjustPoints }: { adjustPoints: Payload }) => [toldBy(adjustPoints)],
    };
    return { steps: sometimesTwice(random, call), reads: [] };
  },
};
