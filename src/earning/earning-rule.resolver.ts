import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { localId, newUuid } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import { currencyOf } from '../points/currency.js';
import type { Program } from '../programs/program.js';
import { publish } from '../programs/publish.js';
import { CreateEarningRuleInput, EarningRulePayload, SetEarningRuleActiveInput } from './earning-rule.types.js';
import type { EarningRuleSettings } from './kinds/kinds.js';
import { earningRule } from './kinds/kinds.types.js';
import { parseConditions } from './parse-conditions.js';
import { kindIn, kindNames } from './rule-settings.js';

@Resolver()
export class EarningRuleResolver {
  @Mutation(() => EarningRulePayload, { nullable: true, description: 'Adds an earning rule; it counts from now on. Scope program:write.' })
  @Requires('program:write')
  createEarningRule(
    @Ctx() context: Context,
    @Arg('input', () => CreateEarningRuleInput, { description: 'The new rule.' }) input: CreateEarningRuleInput,
  ) {
    return attempt(async () => {
      let rule: EarningRuleSettings | undefined;
      const { settings } = await publish(context, 'earningRules', (settings, program) => {
        rule = ruleSettings(input, program);
        return { ...settings, earningRules: [...settings.earningRules, rule] };
      });
      return { earningRule: rule ? earningRule(rule, settings) : null };
    });
  }

  @Mutation(() => EarningRulePayload, { nullable: true, description: 'Switches an earning rule on or off. Scope program:write.' })
  @Requires('program:write')
  setEarningRuleActive(
    @Ctx() context: Context,
    @Arg('input', () => SetEarningRuleActiveInput, { description: 'Which rule, and how.' }) { id, isActive }: SetEarningRuleActiveInput,
  ) {
    return attempt(async () => {
      const uuid = localId('earningRule', id);
      const { settings } = await publish(context, 'earningRules', (settings) => {
        if (!settings.earningRules.some((rule) => rule.id === uuid)) throw new Refused(invalid('There is no such earning rule.', 'id'));
        return { ...settings, earningRules: settings.earningRules.map((rule) => (rule.id === uuid ? { ...rule, isActive } : rule)) };
      });
      const rule = settings.earningRules.find((each) => each.id === uuid);
      return { earningRule: rule ? earningRule(rule, settings) : null };
    });
  }
}

function ruleSettings(input: CreateEarningRuleInput, program: Program): EarningRuleSettings {
  const named = currencyOf(program, input.currencyCode ?? null);
  if ('refusal' in named) throw new Refused(named.refusal);
  const conditions = parseConditions(input.conditions, program, 'conditions');
  const base = {
    id: newUuid(),
    name: input.name,
    currency: named.currency.id,
    rounding: input.rounding ?? 'DOWN',
    isActive: true,
    validFrom: input.validFrom?.getTime() ?? null,
    validTo: input.validTo?.getTime() ?? null,
    ...(conditions && { conditions }),
  } as const;
  const kind = kindIn(input, program, named.currency.id);
  if (!kind) throw new Refused(invalid(`Give exactly one kind of rule: ${kindNames()}.`));
  return { ...base, ...kind } as EarningRuleSettings;
}
