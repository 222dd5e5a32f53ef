import { type Call, type DeedKind, ENTRY_FIELDS, ERROR_FIELDS, type Payload, sometimesTwice, toldBy } from '../deed.js';
import { CONVERSION } from '../shop.js';

const MUTATION = `mutation Fly($input: ConvertPointsInput!) { convertPoints(input: $input) { replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }`;

/** Points into miles; what is no whole step stays. */
export const conversion: DeedKind = {
  name: 'conversion',
  weight: 6,
  plan: ({ random, member, name, shop }) => {
    const [who, key, amount] = [member(), name('fly'), random.int(CONVERSION.step, 5 * CONVERSION.step)];
    const call: Call = {
      query: MUTATION,
      variables: () => ({ input: { member: { externalId: who }, idempotencyKey: key, conversion: shop.conversion, amount } }),
      commands: [
        {
          kind: 'conversion',
          member: who,
          key,
          order: null,
          entryKind: 'POINTS_CONVERTED',
          effect: { is: 'converts', amount },
          refusals: ['INSUFFICIENT_POINTS'],
        },
      ],
      told: ({ convertPoints }: { convertPoints: Payload }) => [toldBy(convertPoints)],
    };
    return { steps: sometimesTwice(random, call), reads: [] };
  },
};
