import { FOREIGN } from './access-foreign.js';
import { ROLES } from './access-roles.js';
import type { AttackGroup } from './support/attack.js';

export const ACCESS: AttackGroup = { name: 'object access', attacks: [...ROLES, ...FOREIGN] };
