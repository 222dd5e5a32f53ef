import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import { ApiKeyType } from './api-key.types.js';
import type { Staff } from './staff.entity.js';

export enum StaffRole {
  ADMIN = 'ADMIN',
  STAFF = 'STAFF',
}
registerEnumType(StaffRole, {
  name: 'StaffRole',
  description: 'What a staff member may do.',
  valuesConfig: {
    ADMIN: { description: 'Everything in the programme: settings, keys, staff, erasure.' },
    STAFF: { description: 'The daily work: reads all members, enrols and changes them, records activities, spends and adjusts points.' },
  },
});

@ObjectType('Staff', { implements: Node, description: 'A person who works for the programme.' })
@ReadableWithParent()
export class StaffType extends Node {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'E-mail address in lower case, by which an identity provider knows the person; null when none was given.',
  })
  email!: string | null;
  @Field(() => StaffRole, { description: 'What the person may do.' })
  role!: StaffRole;
  @Field(() => DateTime, { description: 'When the identity was made.' })
  createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'Since when the person can no longer sign in; null while they can.' })
  disabledAt!: Date | null;
}

export const staffType = ({ id, name, email, role, createdAt, disabledAt }: Staff): StaffType =>
  Object.assign(new StaffType(), {
    id: globalId('staff', id),
    name,
    email: email ?? null,
    role: role as StaffRole,
    createdAt,
    disabledAt: disabledAt ?? null,
  });

@InputType({ description: 'A new member of staff.' })
export class CreateStaffInput {
  @Field(() => String, { description: 'Name for people; at most 255 characters.' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'E-mail address, unique among the staff; needed to sign in through an identity provider.',
  })
  email?: string | null;
  @Field(() => StaffRole, { description: 'What the person may do.' })
  role!: StaffRole;
}

@InputType({ description: 'Changes to a member of staff. What is left out stays.' })
export class UpdateStaffInput {
  @Field(() => ID, { description: 'Who.' })
  id!: string;
  @Field(() => StaffRole, { nullable: true, description: 'What the person may do from now on.' })
  role?: StaffRole | null;
  @Field(() => Boolean, { nullable: true, description: 'false: the person can sign in no longer, and their keys are dead; true: again.' })
  isEnabled?: boolean | null;
}

@ObjectType({ implements: Payload, description: 'A new member of staff with a personal key.' })
@ReadableWithParent()
export class CreateStaffPayload extends Payload {
  @Field(() => StaffType, { nullable: true, description: 'The person; null when refused.' })
  staff!: StaffType | null;
  @Field(() => ApiKeyType, { nullable: true, description: 'Their personal key; null when refused.' })
  apiKey!: ApiKeyType | null;
  @Field(() => String, { nullable: true, description: "The key's secret. It is shown this once; null when refused." })
  secret!: string | null;
}

@ObjectType({ implements: Payload, description: 'A member of staff after the change.' })
@ReadableWithParent()
export class UpdateStaffPayload extends Payload {
  @Field(() => StaffType, { nullable: true, description: 'The person; null when refused.' })
  staff!: StaffType | null;
}
