import { type Call, type DeedKind, ENTRY_FIELDS, ERROR_FIELDS, type Payload, sometimesTwice, toldBy } from '../deed.js';
import { TRANSFER_MAX } from '../shop.js';

const MUTATION = `mutation Give($input: TransferPointsInput!) { transferPoints(input: $input) { replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }`;

const transferCall = (from: string, to: string, key: string, currencyCode: string, amount: number): Call => ({
  query: MUTATION,
  // The reason is kept in both journals: it says which halves belong together.
  variables: () => ({
    input: { from: { externalId: from }, to: { externalId: to }, idempotencyKey: key, currencyCode, amount, reason: key },
  }),
  commands: [
    {
      kind: 'transfer',
      member: from,
      key,
      order: null,
      entryKind: 'POINTS_TRANSFERRED',
      effect: { is: 'transfers', change: { currencyCode, amount: -amount }, to },
      refusals: ['INSUFFICIENT_POINTS', 'TRANSFER_LIMIT_EXCEEDED'],
    },
  ],
  told: ({ transferPoints }: { transferPoints: Payload }) => [toldBy(transferPoints)],
});

/** Points for somebody else, sometimes in both directions at the same time; a few more than may be given at once. */
export const transfer: DeedKind = {
  name: 'transfer',
  weight: 9,
  plan: ({ random, member, name }) => {
    const [from, other] = [member(), member()];
    // Nobody gives to themselves.
    const to = other === from ? (from === 'hot-0' ? 'hot-1' : 'hot-0') : other;
    const currencyCode = random.chance(0.8) ? 'POINTS' : 'MILES';
    const amount = () => random.int(1, random.chance(0.1) ? TRANSFER_MAX + 20 : 60);
    const call = transferCall(from, to, name('gift'), currencyCode, amount());
    if (random.chance(0.7)) return { steps: sometimesTwice(random, call), reads: [to] };
    return { steps: [[call, transferCall(to, from, name('back'), currencyCode, amount())]], reads: [] };
  },
};
