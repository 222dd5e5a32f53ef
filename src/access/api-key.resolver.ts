import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { transactionOf } from '../database/orm.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { globalId, localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import { PROGRAM_EVENT, type ProgramEvent } from '../programs/program-event.js';
import type { Actor } from './actor.js';
import { ApiKey } from './api-key.entity.js';
import {
  ApiKeyType,
  apiKeyType,
  CreateApiKeyInput,
  CreateApiKeyPayload,
  RevokeApiKeyInput,
  RevokeApiKeyPayload,
  Viewer,
} from './api-key.types.js';
import { createApiKey } from './api-keys.js';

@Resolver()
export class ApiKeyResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who calls. For any key.' })
  @Requires('ANYONE')
  viewer(@Ctx() { actor }: Context): Viewer {
    const { keyId, name, scopes, programId } = actor as Actor;
    const program = programId && globalId('program', programId);
    return Object.assign(new Viewer(), { apiKeyId: globalId('apiKey', keyId as string), name, scopes: [...scopes], programId: program });
  }

  @Query(() => [ApiKeyType], {
    nullable: true,
    description: 'The keys of the programme, oldest first, revoked ones too. Scope program:read.',
  })
  @Requires('program:read')
  async apiKeys(@Ctx() context: Context): Promise<ApiKeyType[]> {
    const keys = await context.em.find(ApiKey, { programId: context.programId }, { orderBy: { id: 'asc' } });
    return keys.map(apiKeyType);
  }

  @Mutation(() => CreateApiKeyPayload, { nullable: true, description: 'Makes an API key. Scope keys:write.' })
  @Requires('keys:write')
  createApiKey(
    @Ctx() context: Context,
    @Arg('input', () => CreateApiKeyInput, { description: 'The new key.' }) { name, scopes }: CreateApiKeyInput,
  ) {
    return attempt(async () => {
      const own = (context.actor as Actor).scopes;
      const beyond = scopes.filter((scope) => !own.has(scope));
      if (beyond.length > 0) throw new Refused(invalid(`You cannot give scopes that you do not have: ${beyond.join(', ')}.`, 'scopes'));
      const { key, secret } = await noting(
        context,
        'API_KEY_CREATED',
        async (em) => createApiKey(em, context.programId, name, scopes),
        ({ key }) => key.id,
      );
      return { apiKey: apiKeyType(key), secret };
    });
  }

  @Mutation(() => RevokeApiKeyPayload, {
    nullable: true,
    description: 'Revokes an API key; it stops working within a second on every process. Scope keys:write.',
  })
  @Requires('keys:write')
  revokeApiKey(@Ctx() context: Context, @Arg('input', () => RevokeApiKeyInput, { description: 'The key.' }) { id }: RevokeApiKeyInput) {
    return attempt(async () => {
      const uuid = localId('apiKey', id);
      const key = await noting(
        context,
        'API_KEY_REVOKED',
        async (em) => {
          const found = uuid && (await em.findOne(ApiKey, { id: uuid, programId: context.programId, revokedAt: null }));
          if (!found) throw new Refused(invalid('There is no live key with this id in the programme.', 'id'));
          found.revokedAt = new Date();
          return found;
        },
        (revoked) => revoked.id,
      );
      context.services.authenticator.forget();
      return { apiKey: apiKeyType(key) };
    });
  }
}

/** Changes a key and notes it on the programme's stream, in one transaction. */
async function noting<T>(
  context: Context,
  kind: ProgramEvent['kind'],
  change: (em: Context['em']) => Promise<T>,
  keyOf: (changed: T) => string,
): Promise<T> {
  const { journal } = context.services;
  const { programId } = context;
  const { changed, appended } = await context.em.transactional(async (em) => {
    const changed = await change(em);
    await em.flush();
    const input: ProgramEvent = { kind, detail: { apiKey: keyOf(changed) } };
    const appended = await journal.append(transactionOf(em), [
      { type: PROGRAM_EVENT, programId, streamId: programId, by: context.by, input },
    ]);
    return { changed, appended };
  });
  journal.announce(appended.entries);
  return changed;
}
