import { type Call, type DeedKind, ENTRY_FIELDS, ERROR_FIELDS, type Payload, sometimesTwice, toldBy } from '../deed.js';

const MUTATION = `mutation Review($input: RecordActivityInput!) { recordActivity(input: $input) { replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }`;

/** A named event with a fixed award, without an order number. */
export const review: DeedKind = {
  name: 'review',
  weight: 6,
  plan: ({ random, member, name }) => {
    const [who, key] = [member(), name('review')];
    const call: Call = {
      query: MUTATION,
      variables: () => ({ input: { member: { externalId: who }, idempotencyKey: key, event: { name: 'review' } } }),
      commands: [
        { kind: 'review', member: who, key, order: null, entryKind: 'ACTIVITY_RECORDED', effect: { is: 'reviews' }, refusals: [] },
      ],
      told: ({ recordActivity }: { recordActivity: Payload }) => [toldBy(recordActivity)],
    };
    return { steps: sometimesTwice(random, call), reads: [] };
  },
};
