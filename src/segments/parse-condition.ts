import { Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';
import { currencyOf } from '../points/currency.js';
import { isDate } from '../programs/calendar.js';
import { toMinor } from '../programs/money.js';
import type { Program } from '../programs/program.js';
import { CONDITIONS_MAX, DAYS_MAX, DEPTH_MAX, type LastTime, type Range, type SegmentCondition, VALUES_MAX } from './segment.js';
import type {
  SegmentAttributeConditionInput,
  SegmentConditionInput,
  SegmentLastTimeConditionInput,
  SegmentProfileConditionInput,
  SegmentTierConditionInput,
} from './segment-input.types.js';

const TEXT_MAX = 255;
const KINDS = [
  'all',
  'any',
  'not',
  'profile',
  'attribute',
  'enrolled',
  'spend',
  'purchases',
  'lastPurchase',
  'lastRedemption',
  'balance',
  'tier',
] as const satisfies readonly (keyof SegmentConditionInput)[];

/** Where in the input a condition stands. */
type Path = readonly string[];

const refused = (message: string, path: Path): Refused => new Refused(invalid(message, ...path));

/** The condition of an input. @throws Refused naming what cannot be used, and where it stands */
export function parseCondition(input: SegmentConditionInput, program: Program): SegmentCondition {
  let count = 0;
  const parse = (each: SegmentConditionInput, path: Path, depth: number): SegmentCondition => {
    count += 1;
    if (count > CONDITIONS_MAX) throw refused(`A segment has at most ${CONDITIONS_MAX} conditions.`, ['condition']);
    if (depth > DEPTH_MAX) throw refused(`Conditions nest at most ${DEPTH_MAX} levels deep.`, path);
    const [kind, ...more] = KINDS.filter((name) => each[name] != null);
    if (!kind || more.length > 0) throw refused(`Give exactly one of ${KINDS.join(', ')}.`, path);
    const here = [...path, kind];
    if (kind === 'not') return { kind: 'NOT', of: parse(each.not as SegmentConditionInput, here, depth + 1) };
    if (kind === 'all' || kind === 'any') {
      const list = each[kind] as SegmentConditionInput[];
      if (list.length === 0) throw refused('Name at least one condition.', here);
      return { kind: kind === 'all' ? 'ALL' : 'ANY', of: list.map((one, i) => parse(one, [...here, String(i)], depth + 1)) };
    }
    return parseLeaf(each, kind, here, program);
  };
  return parse(input, ['condition'], 1);
}

type LeafKind = Exclude<(typeof KINDS)[number], 'all' | 'any' | 'not'>;

function parseLeaf(input: SegmentConditionInput, kind: LeafKind, path: Path, program: Program): SegmentCondition {
  const given = input as Required<{ [K in LeafKind]: NonNullable<SegmentConditionInput[K]> }>;
  switch (kind) {
    case 'profile':
      return profile(given.profile, path);
    case 'attribute':
      return attribute(given.attribute, path);
    case 'enrolled': {
      const { from = null, before = null } = given.enrolled;
      const hasInstant = from !== null || before !== null;
      const time = lastTime(given.enrolled, path, hasInstant);
      return { kind: 'ENROLLED', from: from?.getTime() ?? null, before: before?.getTime() ?? null, last: time };
    }
    case 'spend': {
      const { atLeast, atMost, days } = given.spend;
      return {
        kind: 'SPEND',
        range: range(money(atLeast, path, program), money(atMost, path, program), path),
        days: daysOf(days, path, 'days'),
      };
    }
    case 'purchases': {
      const { atLeast, atMost, days } = given.purchases;
      return { kind: 'PURCHASES', range: range(atLeast, atMost, path), days: daysOf(days, path, 'days') };
    }
    case 'lastPurchase':
      return { kind: 'LAST_PURCHASE', last: lastTime(given.lastPurchase, path) };
    case 'lastRedemption':
      return { kind: 'LAST_REDEMPTION', last: lastTime(given.lastRedemption, path) };
    case 'balance': {
      const { currencyCode = null, atLeast, atMost } = given.balance;
      const named = currencyOf(program, currencyCode);
      if ('refusal' in named) throw new Refused({ ...named.refusal, path: [...path, 'currencyCode'] });
      return { kind: 'BALANCE', currency: named.currency.id, range: range(atLeast, atMost, path) };
    }
    case 'tier':
      return tier(given.tier, path, program);
  }
}

function range(atLeast: number | null | undefined, atMost: number | null | undefined, path: Path): Range {
  if (atLeast == null && atMost == null) throw refused('Give atLeast, atMost or both.', path);
  if (atLeast != null && atMost != null && atLeast > atMost) throw refused('atLeast is not above atMost.', path);
  return { atLeast: atLeast ?? null, atMost: atMost ?? null };
}

function money(text: string | null | undefined, path: Path, { settings: { currencyCode } }: Program): number | null {
  if (text == null) return null;
  const minor = toMinor(text, currencyCode);
  if (minor === null) throw refused(`Give an amount of ${currencyCode}.`, path);
  return minor;
}

function daysOf(days: number | null | undefined, path: Path, name: string): number | null {
  if (days == null) return null;
  if (days < 1 || days > DAYS_MAX) throw refused(`${name} is 1 to ${DAYS_MAX}.`, [...path, name]);
  return days;
}

function lastTime(input: SegmentLastTimeConditionInput, path: Path, mayBeEmpty = false): LastTime {
  const time = {
    withinDays: daysOf(input.withinDays, path, 'withinDays'),
    notWithinDays: daysOf(input.notWithinDays, path, 'notWithinDays'),
  };
  if (!mayBeEmpty && time.withinDays === null && time.notWithinDays === null)
    throw refused('Give withinDays, notWithinDays or both.', path);
  return time;
}

function texts(values: readonly string[], path: Path): readonly string[] {
  if (values.length === 0 || values.length > VALUES_MAX) throw refused(`Name 1 to ${VALUES_MAX} values.`, path);
  if (values.some((text) => text.length > TEXT_MAX || !isStorable(text)))
    throw refused(`Values have at most ${TEXT_MAX} characters.`, path);
  return values;
}

function profile({ field, oneOf = null, isPresent = null }: SegmentProfileConditionInput, path: Path): SegmentCondition {
  if ((oneOf === null) === (isPresent === null)) throw refused('Give exactly one of oneOf and isPresent.', path);
  return { kind: 'PROFILE', field, oneOf: oneOf && texts(oneOf, [...path, 'oneOf']), isPresent: isPresent ?? true };
}

function attribute(input: SegmentAttributeConditionInput, path: Path): SegmentCondition {
  const { name, oneOf = null, isTrue = null, isPresent = null, atLeast = null, atMost = null, from = null, to = null } = input;
  if (name === '' || name.length > TEXT_MAX || !isStorable(name)) throw refused(`name has 1 to ${TEXT_MAX} characters.`, [...path, 'name']);
  const [isNumber, isDay] = [atLeast !== null || atMost !== null, from !== null || to !== null];
  if ([oneOf !== null, isTrue !== null, isPresent !== null, isNumber, isDay].filter(Boolean).length !== 1)
    throw refused('Ask in exactly one way: oneOf, isTrue, isPresent, atLeast and atMost, or from and to.', path);
  if (oneOf !== null) return { kind: 'ATTRIBUTE', name, test: { oneOf: texts(oneOf, [...path, 'oneOf']) } };
  if (isTrue !== null) return { kind: 'ATTRIBUTE', name, test: { oneOf: [isTrue] } };
  if (isPresent !== null) return { kind: 'ATTRIBUTE', name, test: { isPresent } };
  if (isNumber) return { kind: 'ATTRIBUTE', name, test: { atLeast, atMost } };
  for (const date of [from, to]) if (date !== null && !isDate(date)) throw refused('Dates are written like 1990-12-24.', path);
  return { kind: 'ATTRIBUTE', name, test: { from, to } };
}

function tier({ tierSet, atLeast = null, oneOf = null }: SegmentTierConditionInput, path: Path, { settings }: Program): SegmentCondition {
  const set = settings.tierSets.find(({ id }) => id === localId('tierSet', tierSet));
  if (!set) throw refused('There is no such tier set.', [...path, 'tierSet']);
  if ((atLeast === null) === (oneOf === null)) throw refused('Give exactly one of atLeast and oneOf.', path);
  const named = (id: string): string => {
    const known = set.tiers.find((each) => each.id === localId('tier', id));
    if (!known) throw refused('There is no such tier in this tier set.', path);
    return known.id;
  };
  if (oneOf !== null && (oneOf.length === 0 || oneOf.length > VALUES_MAX))
    throw refused(`Name 1 to ${VALUES_MAX} tiers.`, [...path, 'oneOf']);
  return { kind: 'TIER', tierSet: set.id, atLeast: atLeast && named(atLeast), oneOf: oneOf?.map(named) ?? null };
}
