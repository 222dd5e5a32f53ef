import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import type { IdentityProvider } from './identity-provider.entity.js';

export enum SignsIn {
  STAFF = 'STAFF',
  MEMBER = 'MEMBER',
}
registerEnumType(SignsIn, {
  name: 'SignsIn',
  description: 'Whose tokens an identity provider issues.',
  valuesConfig: {
    STAFF: { description: 'Staff, found by the e-mail address of the token, which the provider must call verified.' },
    MEMBER: { description: 'Members, found by the externalId that the token carries.' },
  },
});

@ObjectType('IdentityProvider', { implements: Node, description: 'An OpenID Connect provider whose tokens the programme takes.' })
@ReadableWithParent()
export class IdentityProviderType extends Node {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => String, { description: 'What the claim iss of its tokens says.' })
  issuer!: string;
  @Field(() => String, { description: 'What the claim aud of its tokens contains.' })
  audience!: string;
  @Field(() => String, { description: 'Where its public keys are (JWKS).' })
  jwksUrl!: string;
  @Field(() => [String], { description: 'Signature algorithms that are taken.' })
  algorithms!: string[];
  @Field(() => String, { description: 'What the header typ of its tokens says.' })
  tokenType!: string;
  @Field(() => SignsIn, { description: 'Whose tokens they are.' })
  signsIn!: SignsIn;
  @Field(() => String, { nullable: true, description: "Claim that carries the member's externalId; null for staff." })
  memberClaim!: string | null;
  @Field(() => DateTime, { description: 'When it was added.' })
  createdAt!: Date;
}

export const identityProviderType = (provider: IdentityProvider): IdentityProviderType => {
  const { id, name, issuer, audience, jwksUrl, algorithms, tokenType, signsIn, memberClaim, createdAt } = provider;
  const own = {
    name,
    issuer,
    audience,
    jwksUrl,
    algorithms,
    tokenType,
    signsIn: signsIn as SignsIn,
    memberClaim: memberClaim ?? null,
    createdAt,
  };
  return Object.assign(new IdentityProviderType(), { id: globalId('identityProvider', id), ...own });
};

@InputType({ description: 'An OpenID Connect provider. Its tokens must have exp, at most 24 hours ahead, and sub.' })
export class CreateIdentityProviderInput {
  @Field(() => String, { description: 'Name for people; at most 255 characters.' })
  name!: string;
  @Field(() => String, { description: 'What the claim iss of its tokens says, to the letter.' })
  issuer!: string;
  @Field(() => String, {
    description: 'What the claim aud of its tokens contains. A pair of issuer and audience belongs to one programme.',
  })
  audience!: string;
  @Field(() => String, { description: 'Where its public keys are (JWKS): an https URL at a public address.' })
  jwksUrl!: string;
  @Field(() => [String], {
    nullable: true,
    description:
      'Signature algorithms that are taken: RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA. RS256 and ES256 when left out.',
  })
  algorithms?: string[] | null;
  @Field(() => String, { nullable: true, description: 'What the header typ of its tokens says: "at+jwt" (RFC 9068) when left out.' })
  tokenType?: string | null;
  @Field(() => SignsIn, { description: 'Whose tokens they are.' })
  signsIn!: SignsIn;
  @Field(() => String, { nullable: true, description: "Claim that carries the member's externalId; sub when left out. Not for staff." })
  memberClaim?: string | null;
}

@InputType({ description: 'An identity provider whose tokens shall no longer be taken.' })
export class DeleteIdentityProviderInput {
  @Field(() => ID, { description: 'Id of the identity provider.' })
  id!: string;
}

@ObjectType({ implements: Payload, description: 'A new identity provider.' })
@ReadableWithParent()
export class CreateIdentityProviderPayload extends Payload {
  @Field(() => IdentityProviderType, { nullable: true, description: 'The identity provider; null when refused.' })
  identityProvider!: IdentityProviderType | null;
}

@ObjectType({ implements: Payload, description: 'An identity provider that was taken away.' })
@ReadableWithParent()
export class DeleteIdentityProviderPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Its id; null when refused.' })
  id!: string | null;
}
