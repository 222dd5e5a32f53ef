import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, JSONObject } from '../graphql/scalars.js';

export enum MemberStatusType {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  CLOSED = 'CLOSED',
}
registerEnumType(MemberStatusType, {
  name: 'MemberStatus',
  description: 'Whether a member takes part.',
  valuesConfig: {
    ACTIVE: { description: 'Earns and spends.' },
    SUSPENDED: { description: 'Neither earns nor spends until reactivated; points still expire.' },
    CLOSED: { description: 'Left for good; points stay until they expire.' },
  },
});

@ObjectType('Member', { implements: Node, description: 'A person enrolled in the programme.' })
@ReadableWithParent()
export class MemberType extends Node {
  memberId!: string;
}

/** A member by UUID; everything else is read by the field that is asked for. */
export const memberType = (memberId: string): MemberType => Object.assign(new MemberType(), { id: globalId('member', memberId), memberId });

export const MemberConnection = connectionType('Member', () => MemberType, 'members');

@InputType({ description: 'Names one member: exactly one of the fields is given.' })
export class MemberRef {
  @Field(() => ID, { nullable: true, description: "Laurel's id: mem_…" })
  id?: string | null;
  @Field(() => String, { nullable: true, description: "The partner's own key." })
  externalId?: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address, in any case.' })
  email?: string | null;
}

@InputType({ description: 'Which members. All conditions must hold.' })
export class MemberFilter {
  @Field(() => MemberStatusType, { nullable: true, description: 'Only with this status.' })
  status?: MemberStatusType | null;
  @Field(() => [String], { nullable: true, description: 'Only with one of these external ids; at most 100.' })
  externalIds?: string[] | null;
  @Field(() => DateTime, { nullable: true, description: 'Only those created in Laurel at or after this instant.' })
  createdFrom?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Only those created in Laurel before this instant.' })
  createdTo?: Date | null;
}

@InputType({ description: 'A member to enrol. Nothing is required; an externalId makes later calls easier.' })
export class EnrollMemberInput {
  @Field(() => String, { nullable: true, description: "The partner's own key, unique in the programme, for good." })
  externalId?: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address, unique in the programme.' })
  email?: string | null;
  @Field(() => String, { nullable: true, description: 'Given name.' })
  givenName?: string | null;
  @Field(() => String, { nullable: true, description: 'Family name.' })
  familyName?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Date of birth, like 1990-05-31. It is deleted with the profile; a rule for `birthday` goes by it.',
  })
  birthDate?: string | null;
  @Field(() => JSONObject, { nullable: true, description: 'Anything else, at most 16 KB.' })
  attributes?: Record<string, unknown> | null;
  @Field(() => String, {
    nullable: true,
    description: 'Referral code of the member who referred this one, in any case. One that is none refuses the enrolment.',
  })
  referralCode?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When the membership began; now when left out. Needs the scope backdate.' })
  enrolledAt?: Date | null;
}

@InputType({ description: 'Members to enrol.' })
export class EnrollMembersInput {
  @Field(() => [EnrollMemberInput], { description: 'At most 500.' })
  members!: EnrollMemberInput[];
}

@InputType({ description: 'Changes to a profile. What is left out stays, null empties.' })
export class UpdateMemberInput {
  @Field(() => MemberRef, { description: 'Who.' })
  member!: MemberRef;
  @Field(() => String, { nullable: true, description: "The partner's own key; can be given once." })
  externalId?: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;
  @Field(() => String, { nullable: true, description: 'Given name.' })
  givenName?: string | null;
  @Field(() => String, { nullable: true, description: 'Family name.' })
  familyName?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Date of birth, like 1990-05-31. It is deleted with the profile; a rule for `birthday` goes by it.',
  })
  birthDate?: string | null;
  @Field(() => JSONObject, { nullable: true, description: 'Replaces all attributes.' })
  attributes?: Record<string, unknown> | null;
}

@InputType({ description: 'Suspends, reactivates or closes a membership.' })
export class SetMemberStatusInput {
  @Field(() => MemberRef, { description: 'Who.' })
  member!: MemberRef;
  @Field(() => String, { nullable: true, description: 'Why; kept in the journal, so no personal data.' })
  reason?: string | null;
}

@ObjectType({ implements: Payload, description: 'The member after the command.' })
@ReadableWithParent()
export class MemberPayload extends Payload {
  @Field(() => MemberType, {
    nullable: true,
    description: 'The member; when an enrolment was refused because a key is taken, the member who has it; else null when refused.',
  })
  member!: MemberType | null;
}

@ObjectType({ description: 'What became of each member of the list, in its order.' })
@ReadableWithParent()
export class EnrollMembersPayload {
  @Field(() => [MemberPayload], { description: 'One for each item, in order.' })
  outcomes!: MemberPayload[];
}
