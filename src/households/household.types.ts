import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Cost } from '../graphql/cost-declaration.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Points } from '../graphql/scalars.js';
import { PointsEntry } from '../journal/journal.types.js';
import { MemberRef } from '../members/member.types.js';

export enum HouseholdRoleType {
  OWNER = 'OWNER',
  SPENDER = 'SPENDER',
  CONTRIBUTOR = 'CONTRIBUTOR',
}
registerEnumType(HouseholdRoleType, {
  name: 'HouseholdRole',
  description: 'What a member may do in a household. The points of all of them can be spent.',
  valuesConfig: {
    OWNER: { description: 'Spends, and answers for the household; there is always one.' },
    SPENDER: { description: 'Spends what the household has.' },
    CONTRIBUTOR: { description: 'Only gives: others spend these points, too.' },
  },
});

export enum HouseholdSpendingType {
  IN_PROPORTION = 'IN_PROPORTION',
  IN_ORDER = 'IN_ORDER',
}
registerEnumType(HouseholdSpendingType, {
  name: 'HouseholdSpending',
  description: 'From whom a household takes the points that it spends.',
  valuesConfig: {
    IN_PROPORTION: {
      description: 'From everybody, in proportion to what they have; what rounding leaves over, from the largest remainders.',
    },
    IN_ORDER: { description: 'From the first in order all of it, then from the next.' },
  },
});

@ObjectType('Household', {
  implements: Node,
  description: 'Members who spend their points together. Each earns for themselves and keeps their own tier. At most 20.',
})
@ReadableWithParent()
export class HouseholdType extends Node {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;
  @Field(() => HouseholdSpendingType, { description: 'From whom it takes the points that it spends.' })
  spending!: HouseholdSpendingType;
  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  householdId!: string;
}

@ObjectType('HouseholdMembership', { description: "A member's place in a household." })
@ReadableWithParent()
@Cost({ listSize: 5 })
export class HouseholdMembershipType {
  @Field(() => ID, { description: 'Who.' })
  memberId!: string;
  @Field(() => HouseholdRoleType, { description: 'What they may do in it.' })
  role!: HouseholdRoleType;
  @Field(() => DateTime, { description: 'When they joined.' })
  joinedAt!: Date;

  member!: string;
}

@ObjectType({ description: 'What a household can spend of one currency.' })
@ReadableWithParent()
@Cost({ listSize: 2 })
export class HouseholdWallet {
  @Field(() => String, { description: 'Code of the point currency.' })
  currencyCode!: string;
  @Field(() => Points, { description: 'The spendable points of all its members who are neither suspended nor closed.' })
  active!: number;
}

export const HouseholdConnection = connectionType('Household', () => HouseholdType, 'households');

export interface HouseholdRow {
  readonly id: string;
  readonly name: string;
  readonly spending: string;
  readonly createdAt: Date;
}

export const householdType = ({ id, name, spending, createdAt }: HouseholdRow): HouseholdType =>
  Object.assign(new HouseholdType(), {
    id: globalId('household', id),
    householdId: id,
    name,
    spending: spending as HouseholdSpendingType,
    createdAt,
  });

@InputType({ description: 'A household to make.' })
export class CreateHouseholdInput {
  @Field(() => String, { description: 'What it is called, 1 to 255 characters. Deleted with the household.' })
  name!: string;
  @Field(() => HouseholdSpendingType, {
    nullable: true,
    description: 'From whom it takes the points that it spends; IN_PROPORTION when left out.',
  })
  spending?: HouseholdSpendingType | null;
  @Field(() => MemberRef, { description: 'Its first member, who becomes its owner.' })
  owner!: MemberRef;
}

@InputType({ description: 'A member to take into a household.' })
export class JoinHouseholdInput {
  @Field(() => ID, { description: 'The household.' })
  household!: string;
  @Field(() => MemberRef, { description: 'Who joins; in no household yet.' })
  member!: MemberRef;
  @Field(() => HouseholdRoleType, { nullable: true, description: 'What they may do in it; SPENDER when left out.' })
  role?: HouseholdRoleType | null;
}

@InputType({ description: 'A member who leaves their household.' })
export class LeaveHouseholdInput {
  @Field(() => MemberRef, { description: 'Who leaves.' })
  member!: MemberRef;
}

@InputType({ description: 'What a member may do in their household from now on.' })
export class SetHouseholdRoleInput {
  @Field(() => MemberRef, { description: 'Who.' })
  member!: MemberRef;
  @Field(() => HouseholdRoleType, { description: 'The role.' })
  role!: HouseholdRoleType;
}

@InputType({ description: 'Changes to a household. What is left out stays.' })
export class UpdateHouseholdInput {
  @Field(() => ID, { description: 'The household.' })
  household!: string;
  @Field(() => String, { nullable: true, description: 'What it is called, 1 to 255 characters.' })
  name?: string | null;
  @Field(() => HouseholdSpendingType, { nullable: true, description: 'From whom it takes the points that it spends.' })
  spending?: HouseholdSpendingType | null;
  @Field(() => [MemberRef], { nullable: true, description: 'All its members, in the order in which IN_ORDER takes their points.' })
  order?: MemberRef[] | null;
}

@InputType({ description: 'Points that a member spends of their household.' })
export class SpendHouseholdPointsInput {
  @Field(() => MemberRef, { description: 'Who spends: an owner or a spender of a household.' })
  member!: MemberRef;
  @Field(() => String, {
    description:
      "Names this command for ever within the spender's stream, 1 to 255 characters. Send the same key again when you do not know what became of it.",
  })
  idempotencyKey!: string;
  @Field(() => Points, { description: 'How many; above 0. All or nothing.' })
  amount!: number;
  @Field(() => String, { nullable: true, description: 'Code of the point currency; may be left out when there is only one.' })
  currencyCode?: string | null;
  @Field(() => String, { nullable: true, description: 'What for; kept in the journals, so no personal data. At most 255 characters.' })
  reason?: string | null;
}

@ObjectType({ implements: Payload, description: 'The household after the command.' })
@ReadableWithParent()
export class HouseholdPayload extends Payload {
  @Field(() => HouseholdType, { nullable: true, description: 'The household; null when refused, or when it ended with its last member.' })
  household!: HouseholdType | null;
}

@ObjectType('HouseholdPart', { description: "What one member gave to a household's spending." })
@ReadableWithParent()
@Cost({ listSize: 5 })
export class HouseholdPartType {
  @Field(() => ID, { description: 'Whose points.' })
  memberId!: string;
  @Field(() => Points, { description: 'How many.' })
  points!: number;
  @Field(() => ID, { description: 'The entry in their journal; reverseEntry gives these points back.' })
  entryId!: string;
}

@ObjectType({ implements: Payload, description: 'What became of the command.' })
@ReadableWithParent()
export class SpendHouseholdPointsPayload extends Payload {
  @Field(() => PointsEntry, { nullable: true, description: "The entry in the spender's journal; null when refused." })
  entry!: PointsEntry | null;
  @Field(() => [HouseholdPartType], { description: 'Who gave how much, in order; empty when refused.' })
  parts!: HouseholdPartType[];
  @Field(() => HouseholdType, {
    nullable: true,
    description: 'The household as it is now; null when refused, or when there is none any more.',
  })
  household!: HouseholdType | null;
  @Field(() => Boolean, { description: 'The key was known: this is the first outcome again, and nothing was done now.' })
  replayed!: boolean;
}
