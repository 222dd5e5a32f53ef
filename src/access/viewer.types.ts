import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import { MemberRef, MemberType } from '../members/member.types.js';
import { StaffType } from './staff.types.js';

export enum ViewerRole {
  OPERATOR = 'OPERATOR',
  ADMIN = 'ADMIN',
  STAFF = 'STAFF',
  PARTNER = 'PARTNER',
  MEMBER = 'MEMBER',
}
registerEnumType(ViewerRole, {
  name: 'ViewerRole',
  description: 'What a caller is.',
  valuesConfig: {
    OPERATOR: { description: 'Runs the installation: creates programmes and sees none of them.' },
    ADMIN: { description: 'A member of staff who may do everything in the programme.' },
    STAFF: { description: 'A member of staff who does the daily work.' },
    PARTNER: { description: 'A system with an API key, which may do what its scopes say.' },
    MEMBER: { description: 'A member, who sees themselves and nobody else.' },
  },
});

@ObjectType({ description: 'Who calls.' })
@ReadableWithParent()
export class Viewer {
  @Field(() => ViewerRole, { description: 'What the caller is.' })
  role!: ViewerRole;
  @Field(() => String, { description: 'Name of the staff member or the API key; "member" for a member.' })
  name!: string;
  @Field(() => [String], { description: 'What the caller may do.' })
  scopes!: string[];
  @Field(() => ID, { nullable: true, description: "The programme it belongs to; null for the operator's key." })
  programId!: string | null;
  @Field(() => ID, { nullable: true, description: 'Id of the API key; null for a token.' })
  apiKeyId!: string | null;
  @Field(() => StaffType, { nullable: true, description: 'The member of staff; null for everybody else.' })
  staff!: StaffType | null;
  @Field(() => MemberType, { nullable: true, description: 'The member; null for everybody else.' })
  member!: MemberType | null;
  @Field(() => DateTime, { nullable: true, description: 'When the credential ends by itself; null when it does not.' })
  expiresAt!: Date | null;
}

@InputType({ description: 'Whom a token shall speak for, and how long.' })
export class CreateMemberTokenInput {
  @Field(() => MemberRef, { description: 'The member, whom you have signed in.' })
  member!: MemberRef;
  @Field(() => Int, { nullable: true, description: 'How long it works, in seconds: 60 to 3600; 900 (15 minutes) when left out.' })
  expiresInSeconds?: number | null;
}

@ObjectType({ implements: Payload, description: 'A token that speaks for one member.' })
@ReadableWithParent()
export class CreateMemberTokenPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The token, to be sent as "Authorization: Bearer …"; null when refused.' })
  token!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it ends; null when refused.' })
  expiresAt!: Date | null;
}
