import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { ReadableWithParent } from '../../graphql/policy.js';
import { DateTime, JSONObject } from '../../graphql/scalars.js';
import { MemberRef } from '../../members/member.types.js';
import type { ModerationKind } from './action.js';

const DESCRIPTIONS: Readonly<Record<ModerationKind, string>> = {
  POST_HIDDEN: 'A post was taken out of sight, or stays there.',
  POST_SHOWN: 'A post that was hidden, or waited, was shown.',
  POST_REMOVED: 'A post was deleted.',
  FLAGS_DISMISSED: 'Flags on a post were wrong; it was in sight and stays there.',
  THREAD_HIDDEN: 'A thread was taken out of sight.',
  THREAD_SHOWN: 'A thread was shown.',
  THREAD_PINNED: 'A thread was pinned.',
  THREAD_UNPINNED: 'A thread was unpinned.',
  THREAD_CLOSED: 'A thread was closed.',
  THREAD_REOPENED: 'A thread was opened again.',
  THREAD_MOVED: 'A thread went to another category.',
  THREAD_MERGED: 'The posts of a thread went to another.',
  THREAD_SPLIT: 'Posts of a thread became one of their own.',
  MEMBER_RESTRICTED: 'A member was muted or banned.',
  RESTRICTION_LIFTED: 'A member may take part again.',
  TRUST_LEVEL_SET: 'How far a member is trusted was set by hand, or is counted again.',
};
export const ModerationKindType = Object.fromEntries(Object.keys(DESCRIPTIONS).map((kind) => [kind, kind])) as Record<
  ModerationKind,
  ModerationKind
>;
registerEnumType(ModerationKindType, {
  name: 'ModerationKind',
  description: 'What moderators did. More kinds may be added.',
  valuesConfig: Object.fromEntries(Object.entries(DESCRIPTIONS).map(([kind, description]) => [kind, { description }])),
});

@ObjectType('ModerationAction', { description: 'Who did what to what in the community, and why.' })
@ReadableWithParent()
export class ModerationActionType {
  @Field(() => ModerationKindType, { description: 'What was done.' })
  kind!: ModerationKind;
  @Field(() => String, { description: 'Who did it: a key or staff by id (key_…, stf_…), or system for what flags did.' })
  moderator!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The member whom it is about, or who wrote it: mem_…; null: none, or they were erased before.',
  })
  memberId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The thread: thr_…; null where it is about a member.' })
  threadId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The post: pst_…; null where it is about a thread or a member.' })
  postId!: string | null;
  @Field(() => String, { nullable: true, description: 'Why, as they said; null: they did not, or the member was erased since.' })
  reason!: string | null;
  @Field(() => JSONObject, {
    description: 'What else belongs to it: flags, the end of a restriction, where something went; ids are UUIDs.',
  })
  detail!: Record<string, unknown>;
  @Field(() => DateTime, { description: 'When.' })
  createdAt!: Date;
}
export const ModerationActionConnection = connectionType('ModerationAction', () => ModerationActionType, 'actions of moderators');

@InputType({ description: 'Which actions of moderators. All conditions must hold.' })
export class ModerationLogFilter {
  @Field(() => MemberRef, { nullable: true, description: 'Only about this member, or what they wrote.' })
  member?: MemberRef | null;
  @Field(() => ID, { nullable: true, description: 'Only about this thread and its posts.' })
  thread?: string | null;
  @Field(() => String, { nullable: true, description: 'Only by this one: key_…, stf_…, or system.' })
  moderator?: string | null;
}
