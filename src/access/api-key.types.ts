import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import type { ApiKey } from './api-key.entity.js';

@ObjectType('ApiKey', { implements: Node, description: 'A credential of the programme. Its secret is not kept.' })
@ReadableWithParent()
export class ApiKeyType extends Node {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => String, { description: 'The first characters of the newest secret, to tell keys apart.' })
  prefix!: string;
  @Field(() => [String], { description: 'What it may do. A personal key may do what the role of its owner may.' })
  scopes!: string[];
  @Field(() => ID, { nullable: true, description: 'The staff member whose personal key it is; null for a key of a partner.' })
  staffId!: string | null;
  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it ends by itself; null when it does not.' })
  expiresAt!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the secret before the last rotation works; null when there was no rotation.',
  })
  previousSecretExpiresAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute; null when it never was.' })
  lastUsedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null while it works.' })
  revokedAt!: Date | null;
}

export const apiKeyType = (key: ApiKey): ApiKeyType => {
  const { id, name, prefix, scopes, staffId, createdAt, expiresAt, previousExpiresAt, lastUsedAt, revokedAt } = key;
  return Object.assign(new ApiKeyType(), {
    id: globalId('apiKey', id),
    name,
    prefix,
    scopes,
    staffId: staffId ? globalId('staff', staffId) : null,
    createdAt,
    expiresAt: expiresAt ?? null,
    previousSecretExpiresAt: previousExpiresAt ?? null,
    lastUsedAt: lastUsedAt ?? null,
    revokedAt: revokedAt ?? null,
  });
};

@InputType({ description: 'A new API key.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'Name for people, like "point of sale"; at most 255 characters.' })
  name!: string;
  @Field(() => [String], { description: 'What it may do; not more than the caller may.' })
  scopes!: string[];
  @Field(() => DateTime, { nullable: true, description: 'When it ends by itself; never when left out.' })
  expiresAt?: Date | null;
}

@InputType({ description: 'A key that shall get a new secret.' })
export class RotateApiKeyInput {
  @Field(() => ID, { description: 'Id of the key.' })
  id!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'How long the present secret goes on working, in seconds: 0 to 2592000 (30 days); 86400 (a day) when left out.',
  })
  overlapSeconds?: number | null;
}

@InputType({ description: 'A key that shall no longer work.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'Id of the key.' })
  id!: string;
}

@ObjectType({ implements: Payload, description: 'An API key and its new secret.' })
@ReadableWithParent()
export class ApiKeySecretPayload extends Payload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key; null when refused.' })
  apiKey!: ApiKeyType | null;
  @Field(() => String, { nullable: true, description: 'The secret. It is shown this once; null when refused.' })
  secret!: string | null;
}

@ObjectType('CreateApiKeyPayload', { implements: Payload, description: 'A new API key and its secret.' })
@ReadableWithParent()
export class CreateApiKeyPayload extends ApiKeySecretPayload {}

@ObjectType('RotateApiKeyPayload', { implements: Payload, description: 'A rotated API key and its new secret.' })
@ReadableWithParent()
export class RotateApiKeyPayload extends ApiKeySecretPayload {}

@ObjectType({ implements: Payload, description: 'A revoked API key.' })
@ReadableWithParent()
export class RevokeApiKeyPayload extends Payload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key; null when refused.' })
  apiKey!: ApiKeyType | null;
}
