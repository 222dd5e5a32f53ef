import type { Call, DeedKind, Told } from '../deed.js';
import { purchaseCall } from './purchase.js';

const MUTATION = 'mutation Enrol($input: EnrollMemberInput!) { enrollMember(input: $input) { member { id } errors { code } } }';

interface EnrolPayload {
  readonly member: { readonly id: string } | null;
  readonly errors: readonly { readonly code: string }[];
}

/** The externalId is what a key is elsewhere: an enrolment that finds it taken has been done before. */
function toldByEnrolment({ member, errors }: EnrolPayload): Told {
  const [error] = errors;
  if (!member || (error && error.code !== 'EXTERNAL_ID_TAKEN')) {
    return { what: 'refused', code: error?.code ?? 'NOTHING', replayed: false };
  }
  return { what: 'done', entryId: `ent_${member.id}_1`, number: 1, changes: [], replayed: error !== undefined };
}

export const enrolCall = (member: string): Call => ({
  query: MUTATION,
  variables: () => ({ input: { externalId: member, givenName: 'Robin' } }),
  commands: [{ kind: 'enrol', member, key: null, order: null, entryKind: 'MEMBER_ENROLLED', effect: { is: 'nothing' }, refusals: [] }],
  told: ({ enrollMember }: { enrollMember: EnrolPayload }) => [toldByEnrolment(enrollMember)],
});

/** Somebody new, often twice at the same time, who then buys. */
export const enrol: DeedKind = {
  name: 'enrol',
  weight: 4,
  plan: ({ random, name }) => {
    const member = name('new');
    const call = enrolCall(member);
    const bought = purchaseCall('enrol', { member, key: name('first'), order: name('order'), cents: random.int(1, 20_000) });
    return { steps: [random.chance(0.3) ? [call, call] : [call], [bought]], reads: [member] };
  },
};
