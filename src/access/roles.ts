import { SCOPES, type Scope } from '../graphql/policy.js';

/** What a caller is. Every credential but the operator's belongs to one programme. */
export type Role = 'OPERATOR' | 'ADMIN' | 'STAFF' | 'PARTNER' | 'MEMBER';

export const OPERATOR_SCOPES: readonly Scope[] = ['programs:create'];
export const MEMBER_SCOPES: readonly Scope[] = ['self:read', 'community:read', 'community:write', 'cases:open'];

/** Everything there is to do in a programme, but for what only a member is. */
export const PROGRAM_SCOPES = (Object.keys(SCOPES) as Scope[]).filter((scope) => !OPERATOR_SCOPES.includes(scope) && scope !== 'self:read');

/** What a staff identity may do by its role. A partner's key has the scopes that it was given. */
export const STAFF_SCOPES: Readonly<Record<'ADMIN' | 'STAFF', readonly Scope[]>> = {
  ADMIN: PROGRAM_SCOPES,
  STAFF: [
    'program:read',
    'members:read',
    'members:write',
    'activities:write',
    'points:write',
    'points:adjust',
    'redemptions:write',
    'vouchers:use',
    'community:read',
    'community:write',
    'community:moderate',
    'cases:open',
    'cases:work',
  ],
};
