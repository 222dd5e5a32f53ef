import { type ClassType, Field, Int, InterfaceType, registerEnumType } from 'type-graphql';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import type { Program } from '../programs/program.js';
import type { ProgramSettings } from '../programs/settings.js';
import { ConditionsType, conditionsType } from './conditions.types.js';
import type { EarningRuleBase } from './rule.js';

export enum RoundingMode {
  DOWN = 'DOWN',
  HALF_UP = 'HALF_UP',
  HALF_EVEN = 'HALF_EVEN',
}
registerEnumType(RoundingMode, {
  name: 'RoundingMode',
  description: 'How an exact number of points becomes a whole one: once, at the end of one activity and currency.',
  valuesConfig: {
    DOWN: { description: 'Towards zero.' },
    HALF_UP: { description: 'To the nearest; a half goes up.' },
    HALF_EVEN: { description: 'To the nearest; a half goes to the even neighbour.' },
  },
});

@InterfaceType({
  description: 'Turns an activity into points. There are kinds of it, and more will come.',
  implements: Node,
})
@ReadableWithParent()
export abstract class EarningRule extends Node {
  @Field(() => String, { description: 'Name for people; it appears in explanations.' })
  name!: string;
  @Field(() => String, { description: 'Code of the point currency it gives.' })
  currencyCode!: string;
  @Field(() => Int, {
    nullable: true,
    description: "The version of the programme's settings in which it was made or changed last; null in rules of earlier days.",
  })
  version!: number | null;
  @Field(() => RoundingMode, { description: 'How its points are rounded.' })
  rounding!: RoundingMode;
  @Field(() => Boolean, { description: 'It is applied at all.' })
  isActive!: boolean;
  @Field(() => DateTime, { nullable: true, description: 'Counts for activities from this instant on; null: from ever.' })
  validFrom!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Counts for activities before this instant; null: for ever.' })
  validTo!: Date | null;
  @Field(() => ConditionsType, { nullable: true, description: 'When it counts, beyond what its kind says; null: always.' })
  conditions!: ConditionsType | null;
}

/** A kind of rule in the API: the field of the inputs that makes one, and the object that shows it. */
export interface RuleKindTypes<R extends EarningRuleBase, I extends object> {
  /** Name of the field in `CreateEarningRuleInput` and `UpdateEarningRuleInput`. */
  readonly field: string;
  readonly description: string;
  readonly input: ClassType<I>;
  readonly object: ClassType<EarningRule>;
  /** What the settings keep of the input. `currency` is the id of the point currency that the rule gives. @throws Refused */
  parse(input: I, program: Program, currency: string): Omit<R, keyof EarningRuleBase>;
  /** The object's own fields. */
  show(rule: R, settings: ProgramSettings): object;
}

/** The fields that all kinds have. */
export const ruleFields = (rule: EarningRuleBase, settings: ProgramSettings) => ({
  id: globalId('earningRule', rule.id),
  name: rule.name,
  version: rule.version ?? null,
  currencyCode: currencyCodeOf(rule.currency, settings),
  rounding: rule.rounding as RoundingMode,
  isActive: rule.isActive,
  validFrom: rule.validFrom === null ? null : new Date(rule.validFrom),
  validTo: rule.validTo === null ? null : new Date(rule.validTo),
  conditions: rule.conditions ? conditionsType(rule.conditions, settings.currencyCode) : null,
});

/** The code of a point currency, for display. */
export const currencyCodeOf = (currency: string, { pointCurrencies }: ProgramSettings): string =>
  pointCurrencies.find(({ id }) => id === currency)?.code ?? currency;
