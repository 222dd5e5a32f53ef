import { Refused } from '../graphql/attempt.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Program } from '../programs/program.js';
import type { EarningRuleSettings } from './kinds/kinds.js';
import { ALL_KIND_TYPES } from './kinds/kinds.types.js';
import type { EarningRuleBase } from './rule.js';

/** What the one kind that an input gives says; null: it gives none. @throws Refused */
export function kindIn(input: object, program: Program, currency: string): Omit<EarningRuleSettings, keyof EarningRuleBase> | null {
  const fields = input as Readonly<Record<string, unknown>>;
  const given = ALL_KIND_TYPES.filter(({ field }) => fields[field] != null);
  const [types, ...more] = given;
  if (more.length > 0) throw new Refused(invalid(`Give one kind of rule only: ${given.map(({ field }) => field).join(' or ')}.`));
  return types ? types.parse(fields[types.field], program, currency) : null;
}

/** The kinds that there are, for a message. */
export const kindNames = (): string => ALL_KIND_TYPES.map(({ field }) => field).join(', ');
