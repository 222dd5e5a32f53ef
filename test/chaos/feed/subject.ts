import type { Random } from '../random.js';
import { DOCUMENTS } from './documents.js';
import type { Followed, Shows } from './evidence.js';

/** Something to follow. */
export interface Subject {
  readonly shows: Shows;
  /** Null: the whole programme. */
  readonly member: { readonly externalId: string; readonly uuid: string } | null;
  readonly kinds: readonly string[] | null;
  /** How often the long texts of an entry are asked for, so that items are big; not at all when left out. */
  readonly padding?: number;
}

const padded = (query: string, times: number): string =>
  query.replace('entry {', `${Array.from({ length: times }, (_, i) => `p${i}: entry { summary explanation }`).join(' ')} entry {`);

export const subscriptionOf = ({ shows, member, kinds, padding = 0 }: Subject) => ({
  query: padded(DOCUMENTS[shows], padding),
  variables: { ...(member && { member: { externalId: member.externalId } }), ...(shows === 'journal' && kinds && { kinds }) },
});

/** Evidence of it, empty yet. */
export const evidenceOf = (name: string, programId: string, { shows, member, kinds }: Subject): Followed => ({
  name: `${name} ${shows} of ${member?.externalId ?? 'all'}${kinds ? `, ${kinds.join(' ')}` : ''}`,
  programId,
  streamId: member?.uuid ?? null,
  shows,
  kinds: kinds ?? null,
  log: [],
  resets: [],
  lockedOutAt: null,
});

const KINDS: readonly (readonly string[])[] = [['POINTS_SPENT', 'POINTS_TRANSFERRED'], ['TIER_CHANGED'], ['ACTIVITY_RECORDED']];
const PROGRAM_SHARE = 0.12;

/** Something of everything that can be followed; the members, hot ones rather often. */
export function anySubject(random: Random, members: readonly NonNullable<Subject['member']>[]): Subject {
  const kinds = random.chance(0.4) ? random.pick(KINDS) : null;
  if (random.chance(PROGRAM_SHARE)) return { shows: 'journal', member: null, kinds };
  const member = random.chance(0.5) ? random.pick(members.slice(0, 4)) : random.pick(members);
  const shows = random.pick<Shows>(['balance', 'balance', 'tier', 'journal']);
  return { shows, member, kinds: shows === 'journal' ? kinds : null };
}
