import { Field, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, JSONObject } from '../graphql/scalars.js';
import { MemberRef, MemberType } from './member.types.js';

@InputType({ description: 'A member whose personal data shall be erased.' })
export class EraseMemberInput {
  @Field(() => MemberRef, { description: 'Who.' })
  member!: MemberRef;
}

@ObjectType({ implements: Payload, description: 'A member without personal data.' })
@ReadableWithParent()
export class EraseMemberPayload extends Payload {
  @Field(() => MemberType, { nullable: true, description: 'What is left of the member: id, wallets and journal; null when refused.' })
  member!: MemberType | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the data was erased; the first time, if it was asked for more than once; null when refused.',
  })
  erasedAt!: Date | null;
}

@InputType({ description: 'A member whose data shall be handed out.' })
export class ExportMemberInput {
  @Field(() => MemberRef, { description: 'Who.' })
  member!: MemberRef;
  @Field(() => String, { nullable: true, description: 'Cursor of the page before; the first page when left out.' })
  after?: string | null;
}

@ObjectType({ implements: Payload, description: 'A page of everything that is kept about a member.' })
@ReadableWithParent()
export class ExportMemberPayload extends Payload {
  @Field(() => MemberType, { nullable: true, description: 'The member, for wallets and standings; null when refused.' })
  member!: MemberType | null;
  @Field(() => JSONObject, { nullable: true, description: 'The whole profile, with support cases on the first page; null when refused.' })
  profile!: Record<string, unknown> | null;
  @Field(() => [JSONObject], {
    nullable: true,
    description: 'Up to 500 entries of the stream as they are stored, oldest first: number, kind, instants, data; null when refused.',
  })
  entries!: Record<string, unknown>[] | null;
  @Field(() => [JSONObject], {
    nullable: true,
    description: 'Up to 100 posts of theirs with what they said before, oldest first, once all entries were given; null when refused.',
  })
  posts!: Record<string, unknown>[] | null;
  @Field(() => String, { nullable: true, description: 'For the next page; null when this is the last one.' })
  cursor!: string | null;
}
