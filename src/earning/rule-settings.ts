import { Refused } from '../graphql/attempt.js';
import { newUuid } from '../graphql/global-id.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import { currencyOf } from '../points/currency.js';
import type { Program } from '../programs/program.js';
import type { CreateEarningRuleInput, UpdateEarningRuleInput } from './earning-rule.types.js';
import type { EarningRuleSettings } from './kinds/kinds.js';
import { ALL_KIND_TYPES } from './kinds/kinds.types.js';
import { parseConditions } from './parse-conditions.js';
import type { EarningRuleBase } from './rule.js';

/** A new rule, of the settings' next version. @throws Refused */
export function newRule(input: CreateEarningRuleInput, program: Program): EarningRuleSettings {
  requireName(input.name, 'name');
  const named = currencyOf(program, input.currencyCode ?? null);
  if ('refusal' in named) throw new Refused(named.refusal);
  const conditions = parseConditions(input.conditions, program, 'conditions');
  const kind = kindIn(input, program, named.currency.id);
  if (!kind) throw new Refused(invalid(`Give exactly one kind of rule: ${ALL_KIND_TYPES.map(({ field }) => field).join(', ')}.`));
  const base: EarningRuleBase = {
    id: newUuid(),
    name: input.name,
    version: program.version + 1,
    since: program.now(),
    currency: named.currency.id,
    rounding: input.rounding ?? 'DOWN',
    isActive: true,
    validFrom: input.validFrom?.getTime() ?? null,
    validTo: input.validTo?.getTime() ?? null,
    ...(conditions && { conditions }),
  };
  return { ...base, ...kind } as EarningRuleSettings;
}

const VERSIONS_MAX = 100;

/** What says which version of a rule a change makes. Where a rule of earlier days names none, it was in the present settings as it is. */
export const nextVersion = (
  rule: EarningRuleSettings,
  program: Program,
): Pick<EarningRuleBase, 'version' | 'earlierVersions' | 'since'> => ({
  version: program.version + 1,
  earlierVersions: [...(rule.earlierVersions ?? []), rule.version ?? program.version].slice(1 - VERSIONS_MAX),
  since: program.now(),
});

/** A rule with what an input changes, of the settings' next version. @throws Refused */
export function changedRule(rule: EarningRuleSettings, input: UpdateEarningRuleInput, program: Program): EarningRuleSettings {
  const { name, rounding, validFrom, validTo, conditions: asked } = input;
  if (name != null) requireName(name, 'name');
  const kind = kindIn(input, program, rule.currency);
  if (kind && kind.kind !== rule.kind) throw new Refused(invalid('A rule stays of its kind. Make a new one, and switch this one off.'));
  const { conditions: before, ...rest } = rule;
  const conditions = asked === undefined ? before : parseConditions(asked, program, 'conditions');
  return {
    ...rest,
    ...kind,
    ...nextVersion(rule, program),
    ...(name != null && { name }),
    ...(rounding != null && { rounding }),
    ...(validFrom !== undefined && { validFrom: validFrom?.getTime() ?? null }),
    ...(validTo !== undefined && { validTo: validTo?.getTime() ?? null }),
    ...(conditions && { conditions }),
  } as EarningRuleSettings;
}

/** What the one kind that an input gives says; null: it gives none. */
function kindIn(input: object, program: Program, currency: string): Omit<EarningRuleSettings, keyof EarningRuleBase> | null {
  const fields = input as Readonly<Record<string, unknown>>;
  const given = ALL_KIND_TYPES.filter(({ field }) => fields[field] != null);
  const [types, ...more] = given;
  if (more.length > 0) throw new Refused(invalid(`Give exactly one kind of rule, not ${given.map(({ field }) => field).join(' and ')}.`));
  return types ? types.parse(fields[types.field], program, currency) : null;
}
