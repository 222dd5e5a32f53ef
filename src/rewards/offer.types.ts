import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Cost } from '../graphql/cost-declaration.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Points } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.types.js';
import { PointsPrice, RewardType } from './reward.types.js';

@ObjectType({ description: 'A reward as it is for a member now.' })
@ReadableWithParent()
export class RewardOffer {
  @Field(() => RewardType, { description: 'The reward.' })
  reward!: RewardType;
  @Field(() => Boolean, { nullable: true, description: 'redeemReward would give it now; null where no member was named.' })
  canRedeem!: boolean | null;
  @Field(() => [UserError], { description: 'All that stands against it, as redeemReward would say; empty when it can be had.' })
  @Cost({ listSize: 2 })
  obstacles!: UserError[];
  @Field(() => [PointsPrice], { description: 'What this member would pay; empty where it costs nothing, or no member was named.' })
  price!: PointsPrice[];
  @Field(() => [PointsPrice], { description: 'Points that the member lacks.' })
  missing!: PointsPrice[];
  @Field(() => Points, { description: 'How many of the last 200 activities had something of its categories; what is higher comes first.' })
  affinity!: number;
}

export const RewardOfferConnection = connectionType('RewardOffer', () => RewardOffer, 'rewards');
