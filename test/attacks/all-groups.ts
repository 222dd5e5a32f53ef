import { ACCESS } from './access.js';
import { COST_GROUP } from './cost.js';
import { HTTP } from './http.js';
import { INJECTION } from './injection.js';
import type { AttackGroup } from './support/attack.js';
import { WEBSOCKET } from './websocket.js';

export const ALL_GROUPS: readonly AttackGroup[] = [HTTP, WEBSOCKET, COST_GROUP, ACCESS, INJECTION];
