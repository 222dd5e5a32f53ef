import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../config.js';
import { ApiKey } from './api-key.entity.js';
import { createApiKey } from './api-keys.js';
import { OPERATOR_SCOPES } from './roles.js';
import { digest, newSecret } from './secret.js';

/**
 * The secret of the operator's key, which creates programmes: the one that is configured, else the one kept
 * beside the data, else a new one. Whoever can read the data folder holds the installation anyway.
 */
export async function ensureOperatorKey(orm: MikroORM, { operatorKey, dataDir }: Config): Promise<string> {
  const file = join(dataDir, 'operator-key');
  const kept = operatorKey ?? (await readFile(file, 'utf8').catch(() => '')).trim();
  const secret = kept || newSecret();
  if (!/^lrl_[\w-]{20,100}$/.test(secret)) throw new Error('LAUREL_OPERATOR_KEY must be lrl_ and 20 to 100 letters, digits, - and _.');
  const em = orm.em.fork();
  if (!(await em.findOne(ApiKey, { hash: digest(secret), revokedAt: null }))) {
    createApiKey(em, { programId: null, name: 'operator', scopes: OPERATOR_SCOPES }, secret);
    await em.flush();
  }
  if (!operatorKey && secret !== kept) await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
