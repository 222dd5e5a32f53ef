import type { EntityManager } from '@mikro-orm/postgresql';
import { Refused } from '../graphql/attempt.js';
import { newUuid } from '../graphql/global-id.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import { createApiKey } from './api-keys.js';
import { STAFF_SCOPES } from './roles.js';
import { Staff } from './staff.entity.js';

export interface NewStaff {
  readonly name: string;
  readonly email?: string | null;
  readonly role: 'ADMIN' | 'STAFF';
}

/**
 * Makes a staff identity with a personal key, whose secret is kept nowhere. The caller commits.
 * @throws Refused when name or e-mail address cannot be used
 */
export function createStaff(em: EntityManager, programId: string, { name, email, role }: NewStaff, ...path: string[]) {
  requireName(name, ...path, 'name');
  if (email != null && !/^[^\s@]{1,64}@[^\s@]{1,189}$/.test(email))
    throw new Refused(invalid('This is no e-mail address.', ...path, 'email'));
  const now = new Date();
  const staff = em.create(Staff, {
    id: newUuid(),
    programId,
    name,
    email: email?.toLowerCase() ?? null,
    role,
    createdAt: now,
    disabledAt: null,
  });
  em.persist(staff);
  return { staff, ...createApiKey(em, { programId, name, scopes: STAFF_SCOPES[role], staffId: staff.id }) };
}
