import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Program } from '../programs/program.js';
import { rankOf, type TierSetSettings } from '../tiers/tier-set.js';
import { Facts } from './facts.js';
import { builder } from './query-builder.js';
import type { LastTime, ProfileField, Range, SegmentCondition } from './segment.js';

type Test = RawBuilder<boolean>;

/** The query's text and its parameters. */
export type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>;

/**
 * Of members, by their UUIDs: a row for each with `id` and, in the order of the conditions, `is_0`, `is_1`…, and `behind`, the number of
 * entries that had to be read. Who is no active member has no row.
 */
export function compileTests(program: Program, conditions: readonly SegmentCondition[], memberIds: readonly string[]): Statement {
  const facts = new Facts(conditions, program);
  const tests = conditions.map((condition, i) => test(condition, facts, program).as(`is_${i}`));
  return from(program, facts)
    .select('m.id')
    .select(tests)
    .select((facts.needsEntries ? sql<string>`q.number - q.folded` : sql<string>`0`).as('behind'))
    .where(sql<boolean>`m.id = any(${memberIds}::uuid[])`)
    .compile();
}

/** One row with the number of active members of whom each condition is true: `size_0`, `size_1`… */
export function compileSizes(program: Program, conditions: readonly SegmentCondition[]): Statement {
  const facts = new Facts(conditions, program);
  const sizes = conditions.map((condition, i) => sql<string>`count(*) filter (where ${test(condition, facts, program)})`.as(`size_${i}`));
  return from(program, facts).select(sizes).compile();
}

/** Ids of active members of whom a condition is true, in their order. */
export function compileMembers(
  program: Program,
  condition: SegmentCondition,
  { after, before, isForward, limit }: { after: string | null; before: string | null; isForward: boolean; limit: number },
): Statement {
  const facts = new Facts([condition], program);
  let query = from(program, facts)
    .select('m.id')
    .where(test(condition, facts, program))
    .orderBy('m.id', isForward ? 'asc' : 'desc')
    .limit(limit);
  if (after !== null) query = query.where('m.id', '>', after);
  if (before !== null) query = query.where('m.id', '<', before);
  return query.compile();
}

function from({ id }: Program, facts: Facts) {
  let query = builder
    .selectFrom('members as m')
    .innerJoin('streams as s', (join) => join.onRef('s.shard', '=', 'm.shard').onRef('s.stream_id', '=', 'm.id'))
    .where('m.program_id', '=', id)
    .where('s.status', '=', 'ACTIVE');
  if (facts.needsEntries) query = query.leftJoinLateral(sql<object>`(${SPAN})`.as('q'), (join) => join.onTrue()) as typeof query;
  for (const { name, query: lateral } of facts.laterals)
    query = query.leftJoinLateral(sql<object>`(${lateral})`.as(name), (join) => join.onTrue()) as typeof query;
  return query;
}

/** Which entries of a stream were taken out of the journal already. */
const SPAN = sql`select s.shard, s.stream_id, s.number, coalesce(max(f.number), 0) as folded, max(f.redeemed_at) as redeemed_at
  from purchase_folds f where f.shard = s.shard and f.stream_id = s.stream_id`;

const all = (tests: readonly Test[]): Test => (tests.length === 0 ? sql`true` : sql`(${sql.join(tests, sql` and `)})`);
const any = (tests: readonly Test[]): Test => (tests.length === 0 ? sql`false` : sql`(${sql.join(tests, sql` or `)})`);

/** True or false, never unknown: what is not known of a member is not true. */
function test(condition: SegmentCondition, facts: Facts, program: Program): Test {
  switch (condition.kind) {
    case 'ALL':
      return all(condition.of.map((each) => test(each, facts, program)));
    case 'ANY':
      return any(condition.of.map((each) => test(each, facts, program)));
    case 'NOT':
      return sql`not ${test(condition.of, facts, program)}`;
    default:
      return sql`coalesce(${leaf(condition, facts, program)}, false)`;
  }
}

type Leaf = Exclude<SegmentCondition, { readonly kind: 'ALL' | 'ANY' | 'NOT' }>;

function leaf(condition: Leaf, facts: Facts, program: Program): Test {
  switch (condition.kind) {
    case 'PROFILE':
      return profile(condition);
    case 'ATTRIBUTE':
      return attribute(condition, facts);
    case 'ENROLLED':
      return enrolled(condition, facts);
    case 'SPEND':
      return within(facts.spend(condition.days), condition.range);
    case 'PURCHASES':
      return within(facts.purchases(condition.days), condition.range);
    case 'LAST_PURCHASE':
      return last(facts.lastPurchaseAt(), condition.last, facts);
    case 'LAST_REDEMPTION':
      return last(facts.lastRedemptionAt(), condition.last, facts);
    case 'BALANCE':
      return within(facts.balance(condition.currency), condition.range);
    case 'TIER':
      return tier(condition, program);
  }
}

function within(
  value: RawBuilder<number>,
  { atLeast, atMost }: { atLeast: Range['atLeast'] | string; atMost: Range['atMost'] | string },
): Test {
  return all([
    ...(atLeast === null ? [] : [sql<boolean>`${value} >= ${atLeast}::numeric`]),
    ...(atMost === null ? [] : [sql<boolean>`${value} <= ${atMost}::numeric`]),
  ]);
}

/** Who never did it has not done it within any days. */
const last = (at: RawBuilder<number>, { withinDays, notWithinDays }: LastTime, facts: Facts): Test =>
  all([
    ...(withinDays === null ? [] : [sql<boolean>`coalesce(${at} >= ${facts.startOf(withinDays)}::int8, false)`]),
    ...(notWithinDays === null ? [] : [sql<boolean>`coalesce(${at} < ${facts.startOf(notWithinDays)}::int8, true)`]),
  ]);

const COLUMNS: Readonly<Record<ProfileField, string>> = {
  EXTERNAL_ID: 'm.external_id',
  EMAIL: 'm.email_key',
  GIVEN_NAME: 'm.given_name',
  FAMILY_NAME: 'm.family_name',
};

function profile({ field, oneOf, isPresent }: Leaf & { kind: 'PROFILE' }): Test {
  const column = sql.ref(COLUMNS[field]);
  if (oneOf === null) return isPresent ? sql`${column} is not null` : sql`${column} is null`;
  return sql`${column} = any(${field === 'EMAIL' ? oneOf.map((each) => each.toLowerCase()) : oneOf}::text[])`;
}

/** Compared as the text that JSON.stringify made of it, so that the text "7" is not the number. */
function attribute({ name, test }: Leaf & { kind: 'ATTRIBUTE' }, facts: Facts): Test {
  const value = facts.attribute(name);
  if ('oneOf' in test) return sql`${value}::text = any(${test.oneOf.map((each) => JSON.stringify(each))}::text[])`;
  if ('isPresent' in test) {
    const isThere = sql<boolean>`coalesce(json_typeof${value} <> 'null', false)`;
    return test.isPresent ? isThere : sql`not ${isThere}`;
  }
  if ('from' in test) {
    const date = sql`case when ${value}::text ~ '^"\\d{4}-\\d\\d-\\d\\d"$' then ${value}::text collate "C" end`;
    return all([
      ...(test.from === null ? [] : [sql<boolean>`${date} >= ${JSON.stringify(test.from)}::text`]),
      ...(test.to === null ? [] : [sql<boolean>`${date} <= ${JSON.stringify(test.to)}::text`]),
    ]);
  }
  return within(sql`case when json_typeof${value} = 'number' then ${value}::text::numeric end`, test);
}

function enrolled({ from, before, last: time }: Leaf & { kind: 'ENROLLED' }, facts: Facts): Test {
  const at = sql<number>`(s.state -> 'enrolledAt')::text::int8`;
  return all([
    ...(from === null ? [] : [sql<boolean>`${at} >= ${from}::int8`]),
    ...(before === null ? [] : [sql<boolean>`${at} < ${before}::int8`]),
    last(at, time, facts),
  ]);
}

function tier({ tierSet, atLeast, oneOf }: Leaf & { kind: 'TIER' }, { settings }: Program): Test {
  const set = settings.tierSets.find(({ id }) => id === tierSet);
  if (!set) return sql`false`;
  const tiers = (oneOf ?? set.tiers.slice(rankOf(set, atLeast as string)).map(({ id }) => id)).map((id) => JSON.stringify(id));
  return sql`coalesce((s.state -> 'standings' -> ${tierSet}::text -> 'tier')::text, ${JSON.stringify(firstOf(set))}::text) = any(${tiers}::text[])`;
}

/** Where everybody stands of whom nothing else is known. */
const firstOf = ({ tiers: [first] }: TierSetSettings): string => first.id;
