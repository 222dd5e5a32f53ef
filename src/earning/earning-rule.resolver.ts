import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { localId, newUuid } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import { currencyOf } from '../points/currency.js';
import { toMinor } from '../programs/money.js';
import type { Program } from '../programs/program.js';
import { publish } from '../programs/publish.js';
import {
  CreateEarningRuleInput,
  EarningRulePayload,
  earningRule,
  type PointsPerItemInput,
  SetEarningRuleActiveInput,
} from './earning-rule.types.js';
import { parseConditions } from './parse-conditions.js';
import type { EarningRuleSettings } from './rule.js';

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
  const { pointsPerSpend, fixedPoints, pointsPerItem } = input;
  if ([pointsPerSpend, fixedPoints, pointsPerItem].filter((kind) => kind != null).length !== 1)
    throw new Refused(invalid('Give exactly one kind of rule: pointsPerSpend, fixedPoints or pointsPerItem.'));
  if (pointsPerSpend) {
    const per = toMinor(pointsPerSpend.per, program.settings.currencyCode);
    if (per === null || per <= 0)
      throw new Refused(invalid('per is an amount above 0 in the money of the programme.', 'pointsPerSpend', 'per'));
    return { ...base, kind: 'POINTS_PER_SPEND', points: positive(pointsPerSpend.points, 'pointsPerSpend'), per };
  }
  if (fixedPoints) {
    if (fixedPoints.event === '') throw new Refused(invalid('Name the event.', 'fixedPoints', 'event'));
    return { ...base, kind: 'FIXED_POINTS', points: positive(fixedPoints.points, 'fixedPoints'), event: fixedPoints.event };
  }
  const { sku, points } = pointsPerItem as PointsPerItemInput;
  if (sku === '' || sku.length > 255) throw new Refused(invalid('Name the product.', 'pointsPerItem', 'sku'));
  return { ...base, kind: 'POINTS_PER_ITEM', points: positive(points, 'pointsPerItem'), sku };
}

const positive = (points: string, kind: string): string => {
  if (Number(points) <= 0) throw new Refused(invalid('points must be above 0.', kind, 'points'));
  return points;
};
