import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { ReadableWithParent } from '../../graphql/policy.js';
import { DateTime } from '../../graphql/scalars.js';
import { MemberRef } from '../../members/member.types.js';

const REASON = 'Why, at most 500 characters; only moderators read it.';

export enum RestrictionKindType {
  MUTE = 'MUTE',
  BAN = 'BAN',
}
registerEnumType(RestrictionKindType, {
  name: 'RestrictionKind',
  description: 'What moderators keep a member from.',
  valuesConfig: {
    MUTE: { description: 'They read, follow and mark as read; they neither write nor react, vote or flag.' },
    BAN: { description: 'The community is closed to them: they read nothing of it, either.' },
  },
});

export enum TrustLevelType {
  NEW = 'NEW',
  BASIC = 'BASIC',
  MEMBER = 'MEMBER',
  REGULAR = 'REGULAR',
}
registerEnumType(TrustLevelType, {
  name: 'TrustLevel',
  description: 'How far a member is trusted in the community. It has nothing to do with tiers, and no points come of it.',
  valuesConfig: {
    NEW: { description: 'Limits for new members apply; their flags hide nothing.' },
    BASIC: { description: 'They took part for a while.' },
    MEMBER: { description: 'They belong to it.' },
    REGULAR: { description: 'They carry it.' },
  },
});

@ObjectType('CommunityRestriction', { description: 'What moderators keep a member from, by now.' })
@ReadableWithParent()
export class CommunityRestrictionType {
  @Field(() => RestrictionKindType, { description: 'From what.' })
  kind!: RestrictionKindType;
  @Field(() => DateTime, { nullable: true, description: 'When it ends by itself; null: not.' })
  until!: Date | null;
}

@InputType({ description: 'A member to keep from the community.' })
export class RestrictMemberInput {
  @Field(() => MemberRef, { description: 'Who.' })
  member!: MemberRef;
  @Field(() => RestrictionKindType, { description: 'From what; it takes the place of what restricts them now.' })
  kind!: RestrictionKindType;
  @Field(() => DateTime, { nullable: true, description: 'When it ends by itself, exclusive; not when left out.' })
  until?: Date | null;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

@InputType({ description: 'A member to let take part again.' })
export class LiftRestrictionInput {
  @Field(() => MemberRef, { description: 'Who.' })
  member!: MemberRef;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

@InputType({ description: 'How far a member is trusted, whatever is counted.' })
export class SetTrustLevelInput {
  @Field(() => MemberRef, { description: 'Who.' })
  member!: MemberRef;
  @Field(() => TrustLevelType, { nullable: true, description: 'How far; null, or left out: it is counted again.' })
  level?: TrustLevelType | null;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}
