import { parseConditions } from '../earning/parse-conditions.js';
import { parseTimeOfDay } from '../earning/time-of-day.js';
import { Refused } from '../graphql/attempt.js';
import { localId, newUuid } from '../graphql/global-id.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import { currencyOf } from '../points/currency.js';
import type { CapPeriod } from '../programs/calendar.js';
import { toMinor } from '../programs/money.js';
import type { Program } from '../programs/program.js';
import type { PromotionBudget, PromotionEffect, PromotionSettings, PromotionTime } from './promotion.js';
import type {
  CreatePromotionInput,
  PromotionBudgetInput,
  PromotionMemberCapInput,
  PromotionScheduleInput,
  PromotionTerms,
  UpdatePromotionInput,
} from './promotion-input.types.js';

const MULTIPLIER_MAX = 100;
const SCHEDULE_MAX = 50;
const RULES_MAX = 100;
/** Decimals of a price of a point: with the largest budgets, numbers stay exact. */
const COST_PATTERN = /^\d{1,9}(\.\d{1,9})?$/;

const refused = (message: string, ...path: string[]): Refused => new Refused(invalid(message, ...path));

/** @throws Refused naming what cannot be used */
export function newPromotion(input: CreatePromotionInput, program: Program): PromotionSettings {
  requireName(input.name, 'name');
  const named = currencyOf(program, input.currencyCode ?? null);
  if ('refusal' in named) throw new Refused(named.refusal);
  const { costPerPoint = null } = input;
  if (costPerPoint !== null && (!COST_PATTERN.test(costPerPoint) || Number(costPerPoint) <= 0))
    throw refused('costPerPoint is an amount above 0, with at most 9 digits before and after the point.', 'costPerPoint');
  const blank: PromotionSettings = {
    id: newUuid(),
    version: 1,
    name: input.name,
    status: 'ACTIVE',
    currency: named.currency.id,
    effect: { kind: 'BONUS', points: 0 },
    ...{ validFrom: null, validTo: null, group: null, priority: 0 },
    ...(costPerPoint !== null && { costPerPoint }),
  };
  return withTerms(blank, { ...input, multiplier: input.multiplier ?? null, bonus: input.bonus ?? null }, program);
}

/** The next version of a promotion. @throws Refused naming what cannot be used */
export function changedPromotion(before: PromotionSettings, input: UpdatePromotionInput, program: Program): PromotionSettings {
  if (input.name != null) requireName(input.name, 'name');
  return withTerms({ ...before, version: before.version + 1, name: input.name ?? before.name }, input, program);
}

/** What is undefined stays; null takes away. */
function withTerms(before: PromotionSettings, input: PromotionTerms, program: Program): PromotionSettings {
  const kept = <T>(sent: unknown, now: T, parse: () => T): T => (sent === undefined ? now : parse());
  const { schedule, conditions, budget, memberCap, ...rest } = before;
  const next = {
    schedule: kept(input.schedule, schedule, () => scheduleOf(input.schedule)),
    conditions: kept(input.conditions, conditions, () => parseConditions(input.conditions, program, 'conditions')),
    budget: kept(input.budget, budget, () => budgetOf(input.budget, before, program)),
    memberCap: kept(input.memberCap, memberCap, () => memberCapOf(input.memberCap)),
  };
  const validFrom = kept(input.validFrom, before.validFrom, () => input.validFrom?.getTime() ?? null);
  const validTo = kept(input.validTo, before.validTo, () => input.validTo?.getTime() ?? null);
  if (validFrom !== null && validTo !== null && validFrom >= validTo) throw refused('validTo comes after validFrom.', 'validTo');
  if (input.group != null) requireName(input.group, 'group');
  return {
    ...rest,
    effect: effectOf(input, before, program),
    ...{ validFrom, validTo },
    group: kept(input.group, before.group, () => input.group ?? null),
    priority: kept(input.priority, before.priority, () => input.priority ?? 0),
    ...(next.schedule && { schedule: next.schedule }),
    ...(next.conditions && { conditions: next.conditions }),
    ...(next.budget && { budget: next.budget }),
    ...(next.memberCap && { memberCap: next.memberCap }),
  };
}

function effectOf(input: PromotionTerms, { effect, currency }: PromotionSettings, { settings }: Program): PromotionEffect {
  const isMultiplier = effect.kind === 'MULTIPLIER';
  const { multiplier = isMultiplier ? effect.by : null, bonus = isMultiplier ? null : effect.points } = input;
  if ((multiplier === null) === (bonus === null)) throw refused('Give exactly one of multiplier and bonus.');
  if (bonus !== null) {
    if (bonus <= 0) throw refused('bonus is above 0.', 'bonus');
    if (input.ruleIds?.length) throw refused('A bonus is given once for an activity, not by rule.', 'ruleIds');
    return { kind: 'BONUS', points: bonus };
  }
  const by = multiplier as string;
  if (!(Number(by) > 1 && Number(by) <= MULTIPLIER_MAX))
    throw refused(`multiplier is above 1 and at most ${MULTIPLIER_MAX}.`, 'multiplier');
  if (input.ruleIds === undefined) return { kind: 'MULTIPLIER', by, rules: isMultiplier ? effect.rules : null };
  if ((input.ruleIds?.length ?? 0) > RULES_MAX) throw refused(`Name at most ${RULES_MAX} rules.`, 'ruleIds');
  const rules = input.ruleIds?.map((id) => {
    const rule = settings.earningRules.find((each) => each.id === localId('earningRule', id) && each.currency === currency);
    if (!rule) throw refused('There is no earning rule with this id that gives this currency.', 'ruleIds');
    return rule.id;
  });
  return { kind: 'MULTIPLIER', by, rules: rules?.length ? rules : null };
}

function scheduleOf(times: readonly PromotionScheduleInput[] | null | undefined): readonly PromotionTime[] | undefined {
  if (!times?.length) return undefined;
  if (times.length > SCHEDULE_MAX) throw refused(`A schedule has at most ${SCHEDULE_MAX} times.`, 'schedule');
  return times.map(({ weekdays = null, from, to }, i) => {
    const [begins, ends] = [parseTimeOfDay(from ?? '00:00'), parseTimeOfDay(to ?? '24:00')];
    if (begins === null || ends === null || begins === ends || begins === 24 * 60)
      throw refused('A time goes from one time of the day to another, like 09:00 to 11:00.', 'schedule', String(i));
    if (weekdays?.some((day) => day < 1 || day > 7))
      throw refused('Days of the week go from 1, Monday, to 7, Sunday.', 'schedule', String(i), 'weekdays');
    return { weekdays: weekdays?.length ? [...new Set(weekdays)] : null, from: begins, to: ends };
  });
}

function budgetOf(
  input: PromotionBudgetInput | null | undefined,
  { costPerPoint }: PromotionSettings,
  { settings }: Program,
): PromotionBudget | undefined {
  if (!input) return undefined;
  const { points = null, money: text = null } = input;
  if (points === null && text === null) throw refused('Give points, money or both.', 'budget');
  if (points !== null && points < 0) throw refused('points is 0 or more.', 'budget', 'points');
  if (text !== null && costPerPoint === undefined)
    throw refused('A budget in money needs costPerPoint, which is said when the promotion is made.', 'budget', 'money');
  const money = text === null ? null : toMinor(text, settings.currencyCode);
  if (text !== null && (money === null || money < 0)) throw refused('money is an amount of the money of the programme.', 'budget', 'money');
  return { points, money };
}

function memberCapOf(input: PromotionMemberCapInput | null | undefined): PromotionSettings['memberCap'] {
  if (!input) return undefined;
  const { period, max } = input;
  if (period === 'ACTIVITY') throw refused('period is DAY, WEEK, MONTH, YEAR or EVER.', 'memberCap', 'period');
  if (max < 0) throw refused('max is 0 or more.', 'memberCap', 'max');
  return { period: period as CapPeriod, max };
}
