import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { timeText } from '../earning/time-of-day.js';
import { Cost } from '../graphql/cost-declaration.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { SupportPriorityType } from '../journal/journal.types.js';
import { PRIORITIES, type SupportPolicy } from './support-policy.js';

const WEEKDAY = 'Day of the week, from 1, Monday, to 7, Sunday.';
const FROM = "Local time in the programme's zone at which it begins, like 09:00.";
const TO = 'Local time at which it is over, like 17:00; 24:00 is the end of the day. Later than `from`.';
const FIRST_RESPONSE = 'Minutes of business hours until the first answer';
const RESOLUTION = 'Minutes of business hours until the case is solved; while it waits for the member, or is solved, none is counted';
const HOLIDAYS = "Days in the programme's zone without business hours, like 2026-12-25.";
const AUTO_CLOSE = 'Days, by the calendar, after which a solved case is closed';

@ObjectType({ description: 'A stretch of a day of the week in which support cases are worked on.' })
@ReadableWithParent()
export class BusinessHoursType {
  @Field(() => Int, { description: WEEKDAY })
  weekday!: number;
  @Field(() => String, { description: FROM })
  from!: string;
  @Field(() => String, { description: TO })
  to!: string;
}

@ObjectType({ description: 'What members are promised for cases of one priority.' })
@ReadableWithParent()
@Cost({ listSize: 4 })
export class SlaTargetType {
  @Field(() => SupportPriorityType, { description: 'Of which cases.' })
  priority!: SupportPriorityType;
  @Field(() => Int, { nullable: true, description: `${FIRST_RESPONSE}; null: none is promised.` })
  firstResponseMinutes!: number | null;
  @Field(() => Int, { nullable: true, description: `${RESOLUTION}. null: nothing is promised.` })
  resolutionMinutes!: number | null;
}

@ObjectType('SupportPolicy', { description: 'How the programme works on support cases.' })
@ReadableWithParent()
export class SupportPolicyType {
  @Field(() => [BusinessHoursType], { description: 'When cases are worked on; days that are not here have no business hours.' })
  hours!: BusinessHoursType[];
  @Field(() => [String], { description: HOLIDAYS })
  holidays!: string[];
  @Field(() => [SlaTargetType], { description: 'What is promised, for each priority.' })
  targets!: SlaTargetType[];
  @Field(() => Int, { nullable: true, description: `${AUTO_CLOSE}; null: never.` })
  autoCloseDays!: number | null;
}

@InputType({ description: 'A stretch of a day of the week in which support cases are worked on.' })
export class BusinessHoursInput {
  @Field(() => Int, { description: WEEKDAY })
  weekday!: number;
  @Field(() => String, { description: FROM })
  from!: string;
  @Field(() => String, { description: TO })
  to!: string;
}

@InputType({ description: 'What members are promised for cases of one priority.' })
export class SlaTargetInput {
  @Field(() => SupportPriorityType, { description: 'Of which cases.' })
  priority!: SupportPriorityType;
  @Field(() => Int, { nullable: true, description: `${FIRST_RESPONSE}, 1 to 30,000; none is promised when left out.` })
  firstResponseMinutes?: number | null;
  @Field(() => Int, { nullable: true, description: `${RESOLUTION}. 1 to 30,000; nothing is promised when left out.` })
  resolutionMinutes?: number | null;
}

@InputType({
  description: 'Changes to how the programme works on support cases. What is left out stays. What is due of cases already stays, too.',
})
export class UpdateSupportPolicyInput {
  @Field(() => [BusinessHoursInput], {
    nullable: true,
    description: 'Replaces all business hours. An hour a week at least, at most 50 stretches, none overlapping another.',
  })
  hours?: BusinessHoursInput[] | null;
  @Field(() => [String], { nullable: true, description: `Replaces all holidays, at most 200. ${HOLIDAYS}` })
  holidays?: string[] | null;
  @Field(() => [SlaTargetInput], { nullable: true, description: 'Targets of some priorities, each once; those of the others stay.' })
  targets?: SlaTargetInput[] | null;
  @Field(() => Int, { nullable: true, description: `${AUTO_CLOSE}, 1 to 365; null: never. Of cases that are solved from now on.` })
  autoCloseDays?: number | null;
}

@ObjectType({ implements: Payload, description: 'The policy from now on.' })
@ReadableWithParent()
export class UpdateSupportPolicyPayload extends Payload {
  @Field(() => SupportPolicyType, { nullable: true, description: 'The policy; null when refused.' })
  supportPolicy!: SupportPolicyType | null;
}

export const supportPolicyType = ({ hours, targets, autoCloseDays }: SupportPolicy): SupportPolicyType =>
  Object.assign(new SupportPolicyType(), {
    hours: hours.weekly.map(({ weekday, from, to }) =>
      Object.assign(new BusinessHoursType(), { weekday, from: timeText(from), to: timeText(to) }),
    ),
    holidays: [...hours.holidays],
    targets: PRIORITIES.map((priority) =>
      Object.assign(new SlaTargetType(), { priority: priority as SupportPriorityType, ...targets[priority] }),
    ),
    autoCloseDays,
  });
