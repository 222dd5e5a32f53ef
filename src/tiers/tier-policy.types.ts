import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ReadableWithParent } from '../graphql/policy.js';
import type { TierSetSettings } from './tier-set.js';

export enum QualificationWindowType {
  CALENDAR_YEAR = 'CALENDAR_YEAR',
  ANNIVERSARY = 'ANNIVERSARY',
  ROLLING = 'ROLLING',
  LIFETIME = 'LIFETIME',
}
registerEnumType(QualificationWindowType, {
  name: 'QualificationWindowType',
  description: "Over which time qualification is counted, in the programme's zone.",
  valuesConfig: {
    CALENDAR_YEAR: { description: 'A loyalty year, which begins on startsOn.' },
    ANNIVERSARY: { description: 'A year of membership, from the start of the day of enrolment, or of its anniversary.' },
    ROLLING: { description: 'A period that ends with the present day, counted in whole days.' },
    LIFETIME: { description: 'Since enrolment.' },
  },
});

export enum TierUpgradeTiming {
  IMMEDIATE = 'IMMEDIATE',
  NEXT_PERIOD = 'NEXT_PERIOD',
}
registerEnumType(TierUpgradeTiming, {
  name: 'TierUpgradeTiming',
  description: 'When a tier that was reached begins.',
  valuesConfig: {
    IMMEDIATE: { description: 'With the activity that reached it.' },
    NEXT_PERIOD: { description: 'With the next loyalty year, or year of membership, where it is still reached then.' },
  },
});

export enum TierDurationMode {
  PERIODS = 'PERIODS',
  FOR_PERIOD = 'FOR_PERIOD',
  FOREVER = 'FOREVER',
}
registerEnumType(TierDurationMode, {
  name: 'TierDurationMode',
  description: 'How long a tier lasts.',
  valuesConfig: {
    PERIODS: {
      description: 'To the end of the loyalty year, or year of membership, in which it begins, and furtherPeriods more.',
    },
    FOR_PERIOD: { description: 'A period from its beginning.' },
    FOREVER: { description: 'For good; it is never evaluated again.' },
  },
});

export enum TierDowngrade {
  ONE_DOWN = 'ONE_DOWN',
  BY_BALANCE = 'BY_BALANCE',
}
registerEnumType(TierDowngrade, {
  name: 'TierDowngrade',
  description: 'Where a member goes who has not requalified.',
  valuesConfig: {
    ONE_DOWN: { description: 'To the next tier below (soft landing), or higher where what was gathered gives more.' },
    BY_BALANCE: { description: 'To the tier that what was gathered gives.' },
  },
});

@InputType({ description: 'A day of the year.' })
export class MonthDayInput {
  @Field(() => Int, { description: '1 to 12.' })
  month!: number;
  @Field(() => Int, { description: '1 to 31; a day that the month has. 29 February is the 28th where there is none.' })
  day!: number;
}

@ObjectType({ description: 'A day of the year.' })
@ReadableWithParent()
export class MonthDay {
  @Field(() => Int, { description: '1 to 12.' })
  month!: number;
  @Field(() => Int, { description: '1 to 31. 29 February is the 28th where there is none.' })
  day!: number;
}

@InputType({ description: 'Over which time qualification is counted.' })
export class QualificationWindowInput {
  @Field(() => QualificationWindowType, { description: 'Which kind of window.' })
  type!: QualificationWindowType;
  @Field(() => MonthDayInput, {
    nullable: true,
    description: 'When the loyalty year begins; 1 January when left out. Not for ANNIVERSARY.',
  })
  startsOn?: MonthDayInput | null;
  @Field(() => String, {
    nullable: true,
    description: 'ROLLING: an ISO 8601 duration of at most 366 days, like P12M; required there.',
  })
  period?: string | null;
}

@ObjectType({ description: 'Over which time qualification is counted.' })
@ReadableWithParent()
export class QualificationWindow {
  @Field(() => QualificationWindowType, { description: 'Which kind of window.' })
  type!: QualificationWindowType;
  @Field(() => MonthDay, { nullable: true, description: 'When the loyalty year begins; null for ANNIVERSARY.' })
  startsOn!: MonthDay | null;
  @Field(() => String, { nullable: true, description: 'ROLLING: its length as ISO 8601 duration; null for the others.' })
  period!: string | null;
}

@InputType({ description: 'How long a tier lasts.' })
export class TierDurationInput {
  @Field(() => TierDurationMode, { description: 'How it is said.' })
  mode!: TierDurationMode;
  @Field(() => Int, { nullable: true, description: 'PERIODS: 0 to 5; 1 is the rest of this year and the next. 0 when left out.' })
  furtherPeriods?: number | null;
  @Field(() => String, { nullable: true, description: 'FOR_PERIOD: an ISO 8601 duration of whole days or longer units; required there.' })
  period?: string | null;
}

@ObjectType({ description: 'How long a tier lasts.' })
@ReadableWithParent()
export class TierDuration {
  @Field(() => TierDurationMode, { description: 'How it is said.' })
  mode!: TierDurationMode;
  @Field(() => Int, { nullable: true, description: 'PERIODS: how many more than the one it begins in; null for the others.' })
  furtherPeriods!: number | null;
  @Field(() => String, { nullable: true, description: 'FOR_PERIOD: the ISO 8601 duration; null for the others.' })
  period!: string | null;
}

@ObjectType({
  description:
    'Over which time a tier set counts, how long its tiers last, and what happens then. A window gives the tier that was reached in it, to its own end and furtherPeriods more.',
})
@ReadableWithParent()
export class TierPolicy {
  @Field(() => QualificationWindow, { description: 'Over which time qualification is counted.' })
  window!: QualificationWindow;
  @Field(() => TierUpgradeTiming, { description: 'When a tier that was reached begins.' })
  upgrades!: TierUpgradeTiming;
  @Field(() => TierDuration, { description: 'How long a tier lasts.' })
  lasts!: TierDuration;
  @Field(() => TierDowngrade, { description: 'Where a member goes who has not requalified.' })
  downgrade!: TierDowngrade;
  @Field(() => String, {
    nullable: true,
    description: 'How long after the end of its period a tier is kept for requalification, as ISO 8601 duration; null: not at all.',
  })
  grace!: string | null;
}

export const tierPolicy = ({ window, upgrades, lasts, downgrade, grace }: TierSetSettings): TierPolicy =>
  Object.assign(new TierPolicy(), {
    window: Object.assign(new QualificationWindow(), {
      type: window.type as QualificationWindowType,
      startsOn: 'startsOn' in window ? Object.assign(new MonthDay(), window.startsOn) : null,
      period: window.type === 'ROLLING' ? window.period : null,
    }),
    upgrades: upgrades as TierUpgradeTiming,
    lasts: Object.assign(new TierDuration(), {
      mode: lasts.mode as TierDurationMode,
      furtherPeriods: lasts.mode === 'PERIODS' ? lasts.further : null,
      period: lasts.mode === 'FOR_PERIOD' ? lasts.period : null,
    }),
    downgrade: downgrade as TierDowngrade,
    grace,
  });
