import { Field, ID, InputType, ObjectType } from 'type-graphql';
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
  @Field(() => String, { description: 'The first characters of the secret, to tell keys apart.' })
  prefix!: string;
  @Field(() => [String], { description: 'What it may do.' })
  scopes!: string[];
  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null while it works.' })
  revokedAt!: Date | null;
}

export const apiKeyType = ({ id, name, prefix, scopes, createdAt, revokedAt }: ApiKey): ApiKeyType =>
  Object.assign(new ApiKeyType(), { id: globalId('apiKey', id), name, prefix, scopes, createdAt, revokedAt: revokedAt ?? null });

@InputType({ description: 'A new API key.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'Name for people, like "point of sale".' })
  name!: string;
  @Field(() => [String], { description: 'What it may do; not more than the caller may.' })
  scopes!: string[];
}

@InputType({ description: 'A key that shall no longer work.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'Id of the key.' })
  id!: string;
}

@ObjectType({ implements: Payload, description: 'A new API key and its secret.' })
@ReadableWithParent()
export class CreateApiKeyPayload extends Payload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key; null when refused.' })
  apiKey!: ApiKeyType | null;
  @Field(() => String, { nullable: true, description: 'The secret. It is shown this once.' })
  secret!: string | null;
}

@ObjectType({ implements: Payload, description: 'A revoked API key.' })
@ReadableWithParent()
export class RevokeApiKeyPayload extends Payload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key; null when refused.' })
  apiKey!: ApiKeyType | null;
}

@ObjectType({ description: 'Who calls.' })
@ReadableWithParent()
export class Viewer {
  @Field(() => ID, { description: 'Id of the API key.' })
  apiKeyId!: string;
  @Field(() => String, { description: 'Name of the API key.' })
  name!: string;
  @Field(() => [String], { description: 'What it may do.' })
  scopes!: string[];
  @Field(() => ID, { nullable: true, description: "The programme it belongs to; null for the operator's key." })
  programId!: string | null;
}
