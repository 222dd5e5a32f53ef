import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ApiKeyType } from '../access/api-key.types.js';
import { EarningCap, earningCap } from '../earning/cap.types.js';
import { EarningRule, earningRule } from '../earning/earning-rule.types.js';
import { ReturnPolicyType } from '../earning/return.types.js';
import { DEFAULT_RETURNS } from '../earning/return-policy.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import { AdjustmentPolicyType, adjustmentPolicy } from '../points/adjustment.types.js';
import { UNLIMITED_ADJUSTMENTS } from '../points/adjustment-policy.js';
import { PointConversion, pointConversion } from '../points/conversion.types.js';
import { TransferPolicyType, transferPolicy } from '../points/transfer.types.js';
import { NO_TRANSFERS } from '../points/transfer-policy.js';
import { TierSet, tierSet } from '../tiers/tier.types.js';
import type { Program } from './program.js';
import type { PointCurrencySettings } from './settings.js';

export enum ExpiryMode {
  NEVER = 'NEVER',
  AFTER_PERIOD = 'AFTER_PERIOD',
  ON_DATES = 'ON_DATES',
  SLIDING = 'SLIDING',
}
registerEnumType(ExpiryMode, {
  name: 'ExpiryMode',
  description: 'How the expiry of points is set.',
  valuesConfig: {
    NEVER: { description: 'Points do not expire.' },
    AFTER_PERIOD: { description: 'Points expire a period after they became active.' },
    ON_DATES: { description: 'Points expire at the end of the next of certain days of the year.' },
    SLIDING: { description: 'All points of a member expire together, a period after the last activity of certain kinds.' },
  },
});

export enum CalendarUnitType {
  DAY = 'DAY',
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  YEAR = 'YEAR',
}
registerEnumType(CalendarUnitType, {
  name: 'CalendarUnit',
  description: "A unit of the calendar in the programme's zone.",
  valuesConfig: {
    DAY: { description: 'To the end of the day.' },
    MONTH: { description: 'To the end of the month.' },
    QUARTER: { description: 'To the end of the quarter.' },
    YEAR: { description: 'To the end of the year.' },
  },
});

@ObjectType({ description: 'When points of a currency lose their value.' })
@ReadableWithParent()
export class ExpiryPolicy {
  @Field(() => ExpiryMode, { description: 'How the expiry is set.' })
  mode!: ExpiryMode;
  @Field(() => String, { nullable: true, description: 'ISO 8601 duration, like P365D or P12M; null for NEVER and ON_DATES.' })
  period!: string | null;
  @Field(() => CalendarUnitType, {
    nullable: true,
    description: 'The end of this unit is awaited after the period; null: to the millisecond.',
  })
  roundUpTo!: CalendarUnitType | null;
  @Field(() => [String], { nullable: true, description: 'Local days of the year, like 03-31; null unless ON_DATES.' })
  dates!: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Kinds of activity that put the expiry off: PURCHASE, or the name of an event; null unless SLIDING.',
  })
  extendedBy!: string[] | null;
}

@InputType({ description: 'When points of a currency lose their value.' })
export class ExpiryPolicyInput {
  @Field(() => ExpiryMode, { description: 'How the expiry is set.' })
  mode!: ExpiryMode;
  @Field(() => String, { nullable: true, description: 'ISO 8601 duration, like P365D or P12M; required for AFTER_PERIOD and SLIDING.' })
  period?: string | null;
  @Field(() => CalendarUnitType, { nullable: true, description: 'Wait for the end of this unit; leave out for none.' })
  roundUpTo?: CalendarUnitType | null;
  @Field(() => [String], { nullable: true, description: 'Local days of the year, like 03-31, at most 12; required for ON_DATES.' })
  dates?: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description:
      'Kinds of activity that put the expiry off: PURCHASE, or the name of an event, at most 20; PURCHASE when left out. For SLIDING.',
  })
  extendedBy?: string[] | null;
}

export enum ActivationMode {
  IMMEDIATE = 'IMMEDIATE',
  AFTER_PERIOD = 'AFTER_PERIOD',
  ON_DATE = 'ON_DATE',
  ON_EVENT = 'ON_EVENT',
}
registerEnumType(ActivationMode, {
  name: 'ActivationMode',
  description: 'When earned points become spendable.',
  valuesConfig: {
    IMMEDIATE: { description: 'At once.' },
    AFTER_PERIOD: { description: 'A period after they were earned; they are pending until then.' },
    ON_DATE: { description: 'At the beginning of a local day; those earned later at once.' },
    ON_EVENT: { description: 'When a named event follows; cancelled by themselves if it does not come in time.' },
  },
});

@ObjectType({ description: 'When earned points become spendable. Their validity counts from then, and so does what they count to tiers.' })
@ReadableWithParent()
export class ActivationPolicy {
  @Field(() => ActivationMode, { description: 'What they wait for.' })
  mode!: ActivationMode;
  @Field(() => String, { nullable: true, description: 'ISO 8601 duration; null unless AFTER_PERIOD.' })
  period!: string | null;
  @Field(() => CalendarUnitType, {
    nullable: true,
    description: 'The end of this unit is awaited after the period; null: to the millisecond.',
  })
  roundUpTo!: CalendarUnitType | null;
  @Field(() => String, { nullable: true, description: 'A local day, like 2026-12-24; null unless ON_DATE.' })
  date!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the event; null unless ON_EVENT.' })
  event!: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 8601 duration after which they are cancelled; null unless ON_EVENT.' })
  cancelAfter!: string | null;
}

@InputType({ description: 'When earned points become spendable.' })
export class ActivationPolicyInput {
  @Field(() => ActivationMode, { description: 'What they wait for.' })
  mode!: ActivationMode;
  @Field(() => String, { nullable: true, description: 'ISO 8601 duration, like P14D; required for AFTER_PERIOD.' })
  period?: string | null;
  @Field(() => CalendarUnitType, { nullable: true, description: 'Wait for the end of this unit; leave out for none.' })
  roundUpTo?: CalendarUnitType | null;
  @Field(() => String, { nullable: true, description: 'A local day, like 2026-12-24; required for ON_DATE.' })
  date?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the event, at most 100 characters; required for ON_EVENT.' })
  event?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 8601 duration after which they are cancelled; required for ON_EVENT.' })
  cancelAfter?: string | null;
}

@ObjectType({ implements: Node, description: 'A kind of points: stars, miles, cashback cents. Whole numbers only.' })
@ReadableWithParent()
export class PointCurrency extends Node {
  @Field(() => String, { description: 'Short name, unique in the programme; what mutations take as currencyCode.' })
  code!: string;
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => Boolean, { description: 'Points of this currency can be spent.' })
  isSpendable!: boolean;
  @Field(() => Boolean, { description: 'Earned points count for tier sets that qualify by this currency.' })
  isQualifying!: boolean;
  @Field(() => ExpiryPolicy, { description: 'When its points expire.' })
  expiry!: ExpiryPolicy;
  @Field(() => ActivationPolicy, { description: 'When earned points become spendable.' })
  activation!: ActivationPolicy;
}

const NO_ACTIVATION = { mode: ActivationMode.IMMEDIATE, period: null, roundUpTo: null, date: null, event: null, cancelAfter: null };

export const pointCurrency = ({ id, code, name, isSpendable, isQualifying, expiry, activation }: PointCurrencySettings): PointCurrency =>
  Object.assign(new PointCurrency(), {
    id: globalId('pointCurrency', id),
    code,
    name,
    isSpendable,
    isQualifying,
    expiry: Object.assign(new ExpiryPolicy(), { period: null, roundUpTo: null, dates: null, extendedBy: null, ...expiry }),
    activation: Object.assign(new ActivationPolicy(), NO_ACTIVATION, activation),
  });

@ObjectType({ description: 'What counts as now in the programme.' })
@ReadableWithParent()
export class ProgramClock {
  @Field(() => Boolean, { description: 'A test clock stands still until advanceClock moves it. The real clock is for good.' })
  isTest!: boolean;
  @Field(() => DateTime, { description: 'The instant that counts as now.' })
  now!: Date;
}

@ObjectType('Program', {
  implements: Node,
  description: 'A loyalty programme: a world of its own. Every key of a programme sees this programme only.',
})
@ReadableWithParent()
export class ProgramType extends Node {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => String, { description: 'IANA zone in which its days, months and years begin.' })
  timeZone!: string;
  @Field(() => String, { description: 'ISO 4217 code of the money that purchases are counted in.' })
  currencyCode!: string;
  @Field(() => Int, { description: 'Version of the settings in force, from 1.' })
  settingsVersion!: number;
  @Field(() => ProgramClock, { description: 'What counts as now.' })
  clock!: ProgramClock;
  @Field(() => [PointCurrency], { description: 'Its kinds of points.' })
  pointCurrencies!: PointCurrency[];
  @Field(() => [TierSet], { description: 'Its status ladders.' })
  tierSets!: TierSet[];
  @Field(() => [PointConversion], { description: 'Rates between its kinds of points.' })
  pointConversions!: PointConversion[];
  @Field(() => TransferPolicyType, { description: 'Whether and how much members may give each other.' })
  transferPolicy!: TransferPolicyType;
  @Field(() => AdjustmentPolicyType, { description: 'How many points may be given and taken by hand.' })
  adjustmentPolicy!: AdjustmentPolicyType;
  @Field(() => [EarningCap], { description: 'How much can be earned, by each member or by all together.' })
  earningCaps!: EarningCap[];
  @Field(() => ReturnPolicyType, { description: 'What becomes of the points of returned purchases.' })
  returnPolicy!: ReturnPolicyType;
  @Field(() => [EarningRule], { description: 'The rules by which activities earn points.' })
  earningRules!: EarningRule[];
}

export const programType = (program: Program): ProgramType => {
  const { settings, id, version, testClock } = program;
  return Object.assign(new ProgramType(), {
    id: globalId('program', id),
    name: settings.name,
    timeZone: settings.timeZone,
    currencyCode: settings.currencyCode,
    settingsVersion: version,
    clock: Object.assign(new ProgramClock(), { isTest: testClock !== null, now: new Date(program.now()) }),
    pointConversions: (settings.conversions ?? []).map((each) => pointConversion(each, settings)),
    transferPolicy: transferPolicy(settings.transfers ?? NO_TRANSFERS),
    adjustmentPolicy: adjustmentPolicy(settings.adjustments ?? UNLIMITED_ADJUSTMENTS),
    earningCaps: (settings.caps ?? []).map((cap) => earningCap(cap, settings)),
    returnPolicy: Object.assign(new ReturnPolicyType(), settings.returns ?? DEFAULT_RETURNS),
    pointCurrencies: settings.pointCurrencies.map(pointCurrency),
    tierSets: settings.tierSets.map((set) => tierSet(set, settings)),
    earningRules: settings.earningRules.map((rule) => earningRule(rule, settings)),
  });
};

@InputType({ description: 'The first admin of a programme.' })
export class FirstAdminInput {
  @Field(() => String, { description: 'Name for people; at most 255 characters.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'E-mail address; needed to sign in through an identity provider.' })
  email?: string | null;
}

@InputType({ description: 'A new programme.' })
export class CreateProgramInput {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'IANA zone, like Europe/Berlin; UTC when left out. It cannot be changed later.' })
  timeZone?: string | null;
  @Field(() => String, { description: 'ISO 4217 code of its money, like USD. It cannot be changed later.' })
  currencyCode!: string;
  @Field(() => DateTime, { nullable: true, description: 'Starts on a test clock at this instant; on the real clock when left out.' })
  testClockAt?: Date | null;
  @Field(() => FirstAdminInput, { nullable: true, description: 'Its first admin, named "First admin" when left out.' })
  admin?: FirstAdminInput | null;
}

@InputType({ description: 'A new kind of points.' })
export class CreatePointCurrencyInput {
  @Field(() => String, { description: '1 to 16 letters A-Z, digits and _, like POINTS. It cannot be changed later.' })
  code!: string;
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => Boolean, { nullable: true, description: 'Can be spent; true when left out.' })
  isSpendable?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Counts for tier sets that qualify by it; false when left out.' })
  isQualifying?: boolean | null;
  @Field(() => ExpiryPolicyInput, { nullable: true, description: 'When its points expire; never, when left out.' })
  expiry?: ExpiryPolicyInput | null;
  @Field(() => ActivationPolicyInput, { nullable: true, description: 'When earned points become spendable; at once when left out.' })
  activation?: ActivationPolicyInput | null;
}

@InputType({ description: 'Moves the test clock.' })
export class AdvanceClockInput {
  @Field(() => DateTime, { description: 'The instant that shall count as now. Not before the present one.' })
  to!: Date;
}

@ObjectType({ implements: Payload, description: 'A new programme and its first key.' })
@ReadableWithParent()
export class CreateProgramPayload extends Payload {
  @Field(() => ProgramType, { nullable: true, description: 'The programme; null when refused.' })
  program!: ProgramType | null;
  @Field(() => ApiKeyType, { nullable: true, description: 'Its first key, with every scope of a programme.' })
  apiKey!: ApiKeyType | null;
  @Field(() => String, { nullable: true, description: 'The secret of that key. It is shown this once.' })
  secret!: string | null;
}

@ObjectType({ implements: Payload, description: 'The programme after the change.' })
@ReadableWithParent()
export class ProgramPayload extends Payload {
  @Field(() => ProgramType, { nullable: true, description: 'The programme after the change; null when refused.' })
  program!: ProgramType | null;
}

@ObjectType({ implements: Payload, description: 'A new kind of points.' })
@ReadableWithParent()
export class CreatePointCurrencyPayload extends Payload {
  @Field(() => PointCurrency, { nullable: true, description: 'The new currency; null when refused.' })
  pointCurrency!: PointCurrency | null;
}
