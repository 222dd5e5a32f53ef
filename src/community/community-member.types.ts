import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { globalId } from '../graphql/global-id.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import { MemberRef } from '../members/member.types.js';
import type { RestrictionKind } from './moderation/restriction.js';
import type { TrustLevel } from './moderation/trust.js';

/** What moderation keeps of a member. */
interface Moderated {
  readonly upheldFlags: number;
  readonly trustSet: TrustLevel | null;
  readonly restriction: RestrictionKind | null;
  readonly restrictedUntil: Date | null;
}

/** What the community keeps of a member. */
export interface CommunityMemberRow extends Moderated {
  readonly memberId: string;
  /** null: erased. */
  readonly handle: string | null;
  readonly displayName: string | null;
  readonly postCount: number;
  readonly likesReceived: number;
  readonly answersAccepted: number;
  readonly joinedAt: Date;
}

@ObjectType('CommunityMember', {
  description: 'A member as the community sees them: nothing of their profile, and nothing of their points.',
})
@ReadableWithParent()
export class CommunityMemberType {
  @Field(() => ID, { description: 'The member: mem_…' })
  memberId!: string;
  @Field(() => String, { description: 'By which others mention them: @handle. Unique in the programme, lower case.' })
  handle!: string;
  @Field(() => String, { description: 'What they want to be called; the handle where they said nothing.' })
  displayName!: string;
  @Field(() => Int, { description: 'Posts of theirs that are neither hidden nor deleted.' })
  postCount!: number;
  @Field(() => Int, { description: 'Reactions of others to their posts.' })
  likesReceived!: number;
  @Field(() => Int, { description: 'Answers of theirs that were accepted.' })
  answersAccepted!: number;
  @Field(() => DateTime, { description: 'When they took part for the first time.' })
  joinedAt!: Date;

  member!: string;
  row!: CommunityMemberRow;
}

/** null where the member is erased, or never took part. */
export const communityMember = (row: CommunityMemberRow | null | undefined): CommunityMemberType | null => {
  if (!row || row.handle === null) return null;
  const { memberId, handle, displayName, postCount, likesReceived, answersAccepted, joinedAt } = row;
  const told = { memberId: globalId('member', memberId), member: memberId, handle, displayName: displayName ?? handle };
  return Object.assign(new CommunityMemberType(), told, { postCount, likesReceived, answersAccepted, joinedAt, row });
};

@InputType({ description: 'What the community sees of a member. What is left out stays.' })
export class UpdateCommunityProfileInput {
  @Field(() => MemberRef, { nullable: true, description: "Who; left out by a member's own token." })
  member?: MemberRef | null;
  @Field(() => String, {
    nullable: true,
    description:
      '3 to 30 letters a to z, digits and underscores, in any case; unique in the programme. Mentions in older posts stay theirs.',
  })
  handle?: string | null;
  @Field(() => String, { nullable: true, description: '1 to 60 characters; null shows the handle.' })
  displayName?: string | null;
}

@ObjectType({ implements: Payload, description: 'The member as the community sees them after the command.' })
@ReadableWithParent()
export class CommunityProfilePayload extends Payload {
  @Field(() => CommunityMemberType, { nullable: true, description: 'The member; null when nothing was done.' })
  communityMember!: CommunityMemberType | null;
}
