import { HTTP } from './http.js';
import type { AttackGroup } from './support/attack.js';

export const ALL_GROUPS: readonly AttackGroup[] = [HTTP];
