import type { Attack } from './support/attack.js';
import type { Person } from './support/graphql.js';
import type { Everything } from './support/program.js';
import { LEAVES, type Leaf } from './support/schema-walk.js';
import type { World } from './support/world.js';

/** Names of arguments that say which thing is meant. */
const NAMES = new Set([
  'id',
  'ids',
  'externalId',
  'externalIds',
  'email',
  'after',
  'before',
  'endpoint',
  'deliveries',
  'memberIds',
  'until',
]);
const naming = (leaf: Leaf): boolean => leaf.root !== 'subscription' && (leaf.scalar === 'ID' || NAMES.has(leaf.path.at(-1) as string));
/** A new thing may be given any name; that one is taken is said only within a programme. */
const isNew = (leaf: Leaf): boolean => /^(enroll|create|record)/.test(leaf.field) && !leaf.path.includes('member');
const FIELDS = [...new Set(LEAVES.filter((leaf) => naming(leaf) && !isNew(leaf)).map(({ field }) => field))];

/** An id of the same kind that nobody has. */
const absent = (id: string): string => id.replace(/(?<=_)([0-9a-z]{22})[0-9a-z]{4}/, (_, start) => `${start}0000`);

/** What is said of a thing, without its name. */
async function said(caller: Person, leaf: Leaf, value: string, memberId: string): Promise<string> {
  const { query, variables } = leaf.request(value, memberId);
  const { status, text } = await caller.ask(query, variables);
  return `${status} ${text.replaceAll(JSON.stringify(value).slice(1, -1), '…')}`;
}

/** Where the answer for a thing that is another's differs from that for a thing that is nobody's. */
async function differences(caller: Person, field: string, things: readonly (readonly [string, string])[], memberId: string) {
  const found: string[] = [];
  for (const leaf of LEAVES)
    if (leaf.field === field && naming(leaf) && !isNew(leaf))
      for (const [theirs, nobodys] of things) {
        const [foreign, nothing] = [await said(caller, leaf, theirs, memberId), await said(caller, leaf, nobodys, memberId)];
        if (foreign !== nothing)
          found.push(`${leaf.path.join('.')} ${theirs}: ${foreign.slice(0, 250)} INSTEAD OF ${nothing.slice(0, 250)}`);
      }
  return found;
}

const SECRET_KINDS: readonly (keyof Everything)[] = [
  ...(['member', 'entry', 'activity', 'program', 'programEntry', 'apiKey', 'staff', 'rule', 'tierSet', 'tier', 'pointCurrency'] as const),
  ...(['supportCase', 'caseEntry', 'category', 'thread', 'post'] as const),
];

const foreignThings = ({ rivalHas }: World): [string, string][] => [
  ...SECRET_KINDS.map((kind): [string, string] => [rivalHas[kind], absent(rivalHas[kind])]),
  // A sealed cursor of another's, against one that was changed.
  ...[rivalHas.feedCursor, rivalHas.memberCursor].map((cursor): [string, string] => [cursor, `${cursor.slice(0, -4)}AAAA`]),
];

export const FOREIGN: readonly Attack[] = [
  ...FIELDS.map(
    (field): Attack => ({
      name: `things of another programme in every argument of ${field}: as if they were nobody's`,
      run: (world) => differences(world.lab.admin, field, foreignThings(world), world.lab.malloryId),
      expect: [],
    }),
  ),
  ...FIELDS.map(
    (field): Attack => ({
      name: `things of others in every argument of ${field}, by a member: as if they were nobody's`,
      run: (world) => {
        const { lab, labHas } = world;
        const others: [string, string][] = [
          [lab.victimId, absent(lab.victimId)],
          [`ent_${lab.victimId}_1`, absent(`ent_${lab.victimId}_1`)],
          [`act_${lab.victimId}_3`, absent(`act_${lab.victimId}_3`)],
          [labHas.supportCase, absent(labHas.supportCase)],
          [labHas.caseEntry, absent(labHas.caseEntry)],
          ['victim', 'nobody'],
          ['victim@example.com', 'nobody@example.com'],
        ];
        return differences(lab.mallory, field, [...others, ...foreignThings(world)], lab.malloryId);
      },
      expect: [],
    }),
  ),
];
