import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { readWork, unitOfWork } from '../database/unit-of-work.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import { programNote } from '../programs/program-event.js';
import type { Actor } from './actor.js';
import { ApiKey } from './api-key.entity.js';
import {
  ApiKeyType,
  apiKeyType,
  CreateApiKeyInput,
  CreateApiKeyPayload,
  RevokeApiKeyInput,
  RevokeApiKeyPayload,
  RotateApiKeyInput,
  RotateApiKeyPayload,
} from './api-key.types.js';
import { createApiKey, rotateApiKey } from './api-keys.js';
import { STAFF_SCOPES } from './roles.js';
import { Staff } from './staff.entity.js';

const DAY_SECONDS = 86_400;
const OVERLAP_SECONDS_MAX = 30 * DAY_SECONDS;

@Resolver()
export class ApiKeyResolver {
  @Query(() => [ApiKeyType], {
    nullable: true,
    description: 'The keys of the programme, oldest first, revoked ones too. Scope keys:write.',
  })
  @Requires('keys:write')
  async apiKeys(@Ctx() context: Context): Promise<ApiKeyType[]> {
    const { programId } = context;
    const keys = await readWork(context, (em) => em.find(ApiKey, { programId }, { orderBy: { id: 'asc' } }));
    return keys.map(apiKeyType);
  }

  @Mutation(() => CreateApiKeyPayload, { nullable: true, description: "Makes an API key for a partner's system. Scope keys:write." })
  @Requires('keys:write')
  createApiKey(
    @Ctx() context: Context,
    @Arg('input', () => CreateApiKeyInput, { description: 'The new key.' }) { name, scopes, expiresAt }: CreateApiKeyInput,
  ) {
    return attempt(async () => {
      requireName(name, 'name');
      const own = (context.actor as Actor).scopes;
      const beyond = scopes.filter((scope) => !own.has(scope));
      if (beyond.length > 0) throw new Refused(invalid('You cannot give scopes that you do not have.', 'scopes'));
      if (expiresAt && expiresAt.getTime() <= Date.now()) throw new Refused(invalid('A key ends in the future.', 'expiresAt'));
      const { programId } = context;
      return unitOfWork(context, async (em) => {
        const { key, secret } = createApiKey(em, { programId, name, scopes: [...new Set(scopes)], expiresAt: expiresAt ?? null });
        return { result: { apiKey: apiKeyType(key), secret }, commands: [programNote(context, 'API_KEY_CREATED', { apiKey: key.id })] };
      });
    });
  }

  @Mutation(() => RotateApiKeyPayload, {
    nullable: true,
    description:
      'Gives an API key a new secret; the present one goes on working for a while, so that both are live until every caller has changed over. Scope keys:write.',
  })
  @Requires('keys:write')
  rotateApiKey(
    @Ctx() context: Context,
    @Arg('input', () => RotateApiKeyInput, { description: 'Which key, and how long the old secret still works.' }) input: RotateApiKeyInput,
  ) {
    return attempt(async () => {
      const seconds = input.overlapSeconds ?? DAY_SECONDS;
      if (seconds < 0 || seconds > OVERLAP_SECONDS_MAX)
        throw new Refused(invalid(`overlapSeconds is 0 to ${OVERLAP_SECONDS_MAX}.`, 'overlapSeconds'));
      const rotated = await unitOfWork(context, async (em) => {
        const key = await liveKey(em, context, input.id);
        await requireOwnPower(em, context, key);
        const secret = rotateApiKey(key, new Date(Date.now() + seconds * 1_000));
        return { result: { apiKey: apiKeyType(key), secret }, commands: [programNote(context, 'API_KEY_ROTATED', { apiKey: key.id })] };
      });
      context.services.authenticator.forget();
      return rotated;
    });
  }

  @Mutation(() => RevokeApiKeyPayload, {
    nullable: true,
    description: 'Revokes an API key; it stops working, and its subscriptions end, within a second on every process. Scope keys:write.',
  })
  @Requires('keys:write')
  revokeApiKey(@Ctx() context: Context, @Arg('input', () => RevokeApiKeyInput, { description: 'The key.' }) { id }: RevokeApiKeyInput) {
    return attempt(async () => {
      const revoked = await unitOfWork(context, async (em) => {
        const key = await liveKey(em, context, id);
        await requireOwnPower(em, context, key);
        key.revokedAt = new Date();
        return { result: { apiKey: apiKeyType(key) }, commands: [programNote(context, 'API_KEY_REVOKED', { apiKey: key.id })] };
      });
      context.services.authenticator.forget();
      return revoked;
    });
  }
}

/**
 * Whoever gets a secret gets what it may do: so nobody rotates, or revokes, a key that may do more than they may, or is
 * somebody else's own, unless they are an admin.
 * @throws Refused
 */
async function requireOwnPower(em: EntityManager, { actor, programId }: Context, { staffId, scopes }: ApiKey): Promise<void> {
  const { role, scopes: own, staffId: ownStaffId } = actor as Actor;
  if (role === 'ADMIN') return;
  const owner = staffId ? await em.findOne(Staff, { id: staffId, programId }) : null;
  const power: readonly string[] = owner ? STAFF_SCOPES[owner.role] : scopes;
  if ((staffId && staffId !== ownStaffId) || !power.every((scope) => own.has(scope)))
    throw new Refused(invalid('This key may do more than you may; only an admin can change it.', 'id'));
}

async function liveKey(em: EntityManager, { programId }: Context, id: string): Promise<ApiKey> {
  const uuid = localId('apiKey', id);
  const found = uuid && (await em.findOne(ApiKey, { id: uuid, programId, revokedAt: null }));
  if (!found) throw new Refused(invalid('There is no live key with this id in the programme.', 'id'));
  return found;
}
