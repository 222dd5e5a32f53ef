import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Refused } from '../../graphql/attempt.js';
import { ReadableWithParent } from '../../graphql/policy.js';
import { Decimal } from '../../graphql/scalars.js';
import { isStorable } from '../../graphql/stored-text.js';
import { invalid } from '../../graphql/user-error.types.js';
import { fromMinor, toMinor } from '../../programs/money.js';
import { eventName } from '../parse-rule.js';
import { EarningRule, type RuleKindTypes } from '../rule.types.js';
import type { AchievementSettings } from './achievement.js';

export enum AchievementMeasure {
  SPEND = 'SPEND',
  ACTIVITIES = 'ACTIVITIES',
}
registerEnumType(AchievementMeasure, {
  name: 'AchievementMeasure',
  description: 'What counts towards an achievement.',
  valuesConfig: {
    SPEND: { description: 'Money of purchases.' },
    ACTIVITIES: { description: 'How many purchases, or events of one name.' },
  },
});

export enum AchievementPeriod {
  DAY = 'DAY',
  WEEK = 'WEEK',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
  EVER = 'EVER',
}
registerEnumType(AchievementPeriod, {
  name: 'AchievementPeriod',
  description: "The time in which the target must be reached, in the programme's zone. Each begins at nothing.",
  valuesConfig: {
    DAY: { description: 'A local day.' },
    WEEK: { description: 'A week from Monday.' },
    MONTH: { description: 'A calendar month.' },
    YEAR: { description: 'A calendar year.' },
    EVER: { description: 'All time.' },
  },
});

export enum AchievementRecurrence {
  ONCE = 'ONCE',
  EACH_PERIOD = 'EACH_PERIOD',
  ALWAYS = 'ALWAYS',
}
registerEnumType(AchievementRecurrence, {
  name: 'AchievementRecurrence',
  description: 'How often an achievement can be had.',
  valuesConfig: {
    ONCE: { description: 'Once for ever.' },
    EACH_PERIOD: { description: 'Once in each period.' },
    ALWAYS: { description: 'Each time that the target is reached; what is over begins the next run.' },
  },
});

@ObjectType({ implements: EarningRule, description: 'A bonus, and perhaps a badge, for reaching a target. Tiers do not multiply it.' })
@ReadableWithParent()
export class AchievementRule extends EarningRule {
  @Field(() => Decimal, { description: 'Points each time; 0: the badge alone.' })
  points!: string;
  @Field(() => AchievementMeasure, { description: 'What counts.' })
  measure!: AchievementMeasure;
  @Field(() => Decimal, { description: "How much is needed: money of the programme's currency, or a number of activities." })
  target!: string;
  @Field(() => AchievementPeriod, { description: 'In which time.' })
  period!: AchievementPeriod;
  @Field(() => AchievementRecurrence, { description: 'How often.' })
  recurrence!: AchievementRecurrence;
  @Field(() => String, { nullable: true, description: 'Name of the badge that goes with it; null: none.' })
  badge!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the event; null: purchases.' })
  event!: string | null;
}

@InputType({
  description:
    'A bonus, and perhaps a badge, for reaching a target. It counts from the rule on. What is returned does not count; a bonus that was given is not given again for what replaces it.',
})
export class AchievementInput {
  @Field(() => Decimal, { description: 'Points each time; 0 where there is a badge: that alone.' })
  points!: string;
  @Field(() => AchievementMeasure, { description: 'What counts.' })
  measure!: AchievementMeasure;
  @Field(() => Decimal, { description: "How much is needed, above 0: money of the programme's currency, or a whole number of activities." })
  target!: string;
  @Field(() => AchievementPeriod, { nullable: true, description: 'In which time; EVER when left out.' })
  period?: AchievementPeriod | null;
  @Field(() => AchievementRecurrence, { nullable: true, description: 'How often; ONCE when left out.' })
  recurrence?: AchievementRecurrence | null;
  @Field(() => String, { nullable: true, description: 'Name of the badge; at most 100 characters.' })
  badge?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the event, for ACTIVITIES; purchases when left out.' })
  event?: string | null;
}

const refused = (message: string, field: string) => new Refused(invalid(message, 'achievement', field));

export const achievementTypes: RuleKindTypes<AchievementSettings, AchievementInput> = {
  field: 'achievement',
  description: 'Kind: a bonus for reaching a target.',
  input: AchievementInput,
  object: AchievementRule,
  parse({ points, measure, target: text, period, recurrence, badge = null, event }, { settings }) {
    const target = measure === 'SPEND' ? toMinor(text, settings.currencyCode) : /^\d+$/.test(text) ? Number(text) : null;
    if (target === null || target <= 0)
      throw refused('target is above 0: money of the programme, or a whole number of activities.', 'target');
    if (measure === 'SPEND' && event != null) throw refused('Events have no money; count ACTIVITIES.', 'event');
    if (badge !== null && (badge === '' || badge.length > 100 || !isStorable(badge)))
      throw refused('A badge has a name of 1 to 100 characters.', 'badge');
    if (Number(points) < 0 || (Number(points) === 0 && badge === null)) throw refused('points must be above 0, or give a badge.', 'points');
    return {
      kind: 'ACHIEVEMENT',
      points,
      measure,
      target,
      period: period ?? 'EVER',
      recurrence: recurrence ?? 'ONCE',
      badge,
      event: eventName(event, 'achievement'),
    };
  },
  show: ({ points, measure, target, period, recurrence, badge, event }, { currencyCode }) => ({
    points,
    measure,
    target: measure === 'SPEND' ? fromMinor(target, currencyCode) : String(target),
    period,
    recurrence,
    badge,
    event,
  }),
};
