import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Refused } from '../../graphql/attempt.js';
import { globalId, localId } from '../../graphql/global-id.js';
import { ReadableWithParent } from '../../graphql/policy.js';
import { Points } from '../../graphql/scalars.js';
import { invalid } from '../../graphql/user-error.types.js';
import type { Program } from '../../programs/program.js';
import { count, eventName } from '../parse-rule.js';
import { currencyCodeOf, EarningRule, type RuleKindTypes } from '../rule.types.js';
import type { StampCardSettings } from './stamp-card.js';

@ObjectType({ description: 'Points that a full card gives.' })
@ReadableWithParent()
export class CardPoints {
  @Field(() => String, { description: 'Code of their currency.' })
  currencyCode!: string;
  @Field(() => Points, { description: 'How many for each card.' })
  amount!: number;
}

@ObjectType({
  implements: EarningRule,
  description: 'A punch card. Stamps are points of its currency, and expire as that says; a full card takes them and gives what is on it.',
})
@ReadableWithParent()
export class StampCardRule extends EarningRule {
  @Field(() => Int, { description: 'Stamps for each visit.' })
  stamps!: number;
  @Field(() => Int, { nullable: true, description: 'How many stamps a member can get in a local day; null: no limit.' })
  perDay!: number | null;
  @Field(() => Int, { description: 'How many stamps a card has.' })
  size!: number;
  @Field(() => CardPoints, { nullable: true, description: 'Points for a full card; null: none.' })
  points!: CardPoints | null;
  @Field(() => ID, { nullable: true, description: 'The reward for a full card; null: none.' })
  reward!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the event that is a visit; null: purchases.' })
  event!: string | null;
}

@InputType({ description: 'Points that a full card gives.' })
export class CardPointsInput {
  @Field(() => String, { description: 'Code of their currency; another one than that of the stamps.' })
  currencyCode!: string;
  @Field(() => Points, { description: 'How many for each card; from 1 to 1,000,000.' })
  amount!: number;
}

@InputType({
  description:
    "A punch card. The rule's currency is that of the stamps; a member's card is what they have of it. A purchase for which no money was paid is no visit.",
})
export class StampCardInput {
  @Field(() => Int, { nullable: true, description: 'Stamps for each visit; 1 when left out.' })
  stamps?: number | null;
  @Field(() => Int, { nullable: true, description: 'How many stamps a member can get in a local day; no limit when left out.' })
  perDay?: number | null;
  @Field(() => Int, { description: 'How many stamps a card has.' })
  size!: number;
  @Field(() => CardPointsInput, { nullable: true, description: 'Points for a full card.' })
  points?: CardPointsInput | null;
  @Field(() => ID, { nullable: true, description: 'The reward for a full card.' })
  reward?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the event that is a visit; purchases when left out.' })
  event?: string | null;
}

export const stampCardTypes: RuleKindTypes<StampCardSettings, StampCardInput> = {
  field: 'stampCard',
  description: 'Kind: a punch card.',
  input: StampCardInput,
  object: StampCardRule,
  parse({ stamps, perDay, size, points, reward = null, event }, program, currency) {
    const rewardId = reward === null ? null : localId('reward', reward);
    if (reward !== null && !program.settings.rewards?.some(({ id, isArchived }) => id === rewardId && !isArchived))
      throw new Refused(invalid('There is no such reward.', 'stampCard', 'reward'));
    if (!points && rewardId === null) throw new Refused(invalid('Say what a full card gives: points or a reward.', 'stampCard'));
    return {
      kind: 'STAMP_CARD',
      stamps: count(stamps ?? 1, 1, 'stampCard', 'stamps'),
      perDay: perDay == null ? null : count(perDay, 1, 'stampCard', 'perDay'),
      size: count(size, 1, 'stampCard', 'size'),
      points: points ? cardPoints(points, program, currency) : null,
      reward: rewardId,
      event: eventName(event, 'stampCard'),
    };
  },
  show: ({ stamps, perDay, size, points, reward, event }, settings) => ({
    stamps,
    perDay,
    size,
    points: points && Object.assign(new CardPoints(), { currencyCode: currencyCodeOf(points.currency, settings), amount: points.amount }),
    reward: reward && globalId('reward', reward),
    event,
  }),
};

function cardPoints({ currencyCode, amount }: CardPointsInput, program: Program, stamps: string): StampCardSettings['points'] {
  const currency = program.currencyByCode(currencyCode);
  if (!currency || currency.id === stamps)
    throw new Refused(invalid('Name a point currency, and not that of the stamps.', 'stampCard', 'points', 'currencyCode'));
  return { currency: currency.id, amount: count(amount, 1, 'stampCard', 'amount') };
}
