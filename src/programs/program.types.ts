import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { ApiKeyType } from '../access/api-key.types.js';
import { EarningCap, earningCap } from '../earning/cap.types.js';
import { earningRule } from '../earning/kinds/kinds.types.js';
import { ReturnPolicyType, returnPolicyType } from '../earning/return.types.js';
import { DEFAULT_RETURNS } from '../earning/return-policy.js';
import { EarningRule } from '../earning/rule.types.js';
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
import { PromotionStackingPolicy, stackingPolicy } from '../promotions/promotion.types.js';
import { TierSet, tierSet } from '../tiers/tier.types.js';
import { PointCurrency, pointCurrency } from './point-currency.types.js';
import type { Program } from './program.js';

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
  @Field(() => PromotionStackingPolicy, { description: 'Which of several promotions apply.' })
  promotionStacking!: PromotionStackingPolicy;
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
    promotionStacking: stackingPolicy(settings.promotionStacking),
    earningCaps: (settings.caps ?? []).map((cap) => earningCap(cap, settings)),
    returnPolicy: returnPolicyType(settings.returns ?? DEFAULT_RETURNS),
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
