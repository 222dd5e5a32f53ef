import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { readWork, unitOfWork } from '../database/unit-of-work.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { localId, newUuid } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import { OutboundFailure } from '../outbound/failure.js';
import { programNote } from '../programs/program-event.js';
import { IdentityProvider } from './identity-provider.entity.js';
import {
  CreateIdentityProviderInput,
  CreateIdentityProviderPayload,
  DeleteIdentityProviderInput,
  DeleteIdentityProviderPayload,
  IdentityProviderType,
  identityProviderType,
} from './identity-provider.types.js';

const PROVIDERS_MAX = 20;
/** Signatures by a key pair only: with a shared secret whoever verifies could also sign. */
const ALGORITHMS = /^(RS|PS|ES)(256|384|512)$|^EdDSA$/;

@Resolver()
export class IdentityProviderResolver {
  @Query(() => [IdentityProviderType], {
    nullable: true,
    description: 'The identity providers of the programme, oldest first. Scope staff:write.',
  })
  @Requires('staff:write')
  async identityProviders(@Ctx() context: Context): Promise<IdentityProviderType[]> {
    const { programId } = context;
    const providers = await readWork(context, (em) => em.find(IdentityProvider, { programId }, { orderBy: { id: 'asc' } }));
    return providers.map(identityProviderType);
  }

  @Mutation(() => CreateIdentityProviderPayload, {
    nullable: true,
    description: 'Takes the tokens of an OpenID Connect provider; at most 20 a programme. Scope staff:write.',
  })
  @Requires('staff:write')
  createIdentityProvider(
    @Ctx() context: Context,
    @Arg('input', () => CreateIdentityProviderInput, { description: 'The identity provider.' }) input: CreateIdentityProviderInput,
  ) {
    const { programId } = context;
    return attempt(async () => {
      // Whoever vouches for staff can be any of them.
      if (input.signsIn === 'STAFF' && context.actor?.role !== 'ADMIN')
        throw new Refused(invalid('Only an admin registers a provider that signs in staff.', 'signsIn'));
      const settings = providerSettings(context, input);
      try {
        return await unitOfWork(context, async (em) => {
          if ((await em.count(IdentityProvider, { programId })) >= PROVIDERS_MAX)
            throw new Refused(invalid(`A programme has at most ${PROVIDERS_MAX} identity providers.`));
          const provider = em.create(IdentityProvider, { id: newUuid(), programId, ...settings, createdAt: new Date() });
          em.persist(provider);
          const note = programNote(context, 'IDENTITY_PROVIDER_CREATED', { identityProvider: provider.id });
          return { result: { identityProvider: identityProviderType(provider) }, commands: [note] };
        });
      } catch (error) {
        if (!(error instanceof UniqueConstraintViolationException)) throw error;
        throw new Refused(invalid('This pair of issuer and audience is taken; ask the provider for an audience of your own.', 'audience'));
      }
    });
  }

  @Mutation(() => DeleteIdentityProviderPayload, {
    nullable: true,
    description:
      'Takes the tokens of an identity provider no longer, and ends their subscriptions, within a second on every process. Scope staff:write.',
  })
  @Requires('staff:write')
  deleteIdentityProvider(
    @Ctx() context: Context,
    @Arg('input', () => DeleteIdentityProviderInput, { description: 'Which.' }) { id }: DeleteIdentityProviderInput,
  ) {
    const { programId } = context;
    return attempt(async () => {
      const uuid = localId('identityProvider', id);
      const deleted = await unitOfWork(context, async (em) => {
        const provider = uuid && (await em.findOne(IdentityProvider, { id: uuid, programId }));
        if (!provider) throw new Refused(invalid('There is no identity provider with this id in the programme.', 'id'));
        em.remove(provider);
        return { result: { id }, commands: [programNote(context, 'IDENTITY_PROVIDER_DELETED', { identityProvider: uuid })] };
      });
      context.services.authenticator.forget();
      return deleted;
    });
  }
}

/** @throws Refused naming the field that cannot be used */
function providerSettings({ services }: Context, input: CreateIdentityProviderInput) {
  const { name, issuer, audience, jwksUrl, signsIn } = input;
  const tokenType = input.tokenType ?? 'at+jwt';
  const memberClaim = signsIn === 'MEMBER' ? (input.memberClaim ?? 'sub') : null;
  for (const [field, text] of Object.entries({ name, issuer, audience, tokenType, ...(memberClaim && { memberClaim }) }))
    requireName(text, field);
  if (signsIn === 'STAFF' && input.memberClaim != null)
    throw new Refused(invalid('Staff are found by their e-mail address.', 'memberClaim'));
  const algorithms = input.algorithms ?? ['RS256', 'ES256'];
  const isKnown = algorithms.length > 0 && algorithms.length <= 10 && algorithms.every((algorithm) => ALGORITHMS.test(algorithm));
  if (!isKnown) throw new Refused(invalid('Name algorithms of key pairs: RS256, PS256, ES256, EdDSA and their like.', 'algorithms'));
  try {
    services.outbound.checkUrl(jwksUrl);
  } catch (error) {
    throw error instanceof OutboundFailure ? new Refused(invalid(error.message, 'jwksUrl')) : error;
  }
  return { name, issuer, audience, jwksUrl, algorithms: [...new Set(algorithms)], tokenType, signsIn, memberClaim };
}
