import { COST_GROUP } from './cost.js';
import { HTTP } from './http.js';
import type { AttackGroup } from './support/attack.js';
import { WEBSOCKET } from './websocket.js';

export const ALL_GROUPS: readonly AttackGroup[] = [HTTP, WEBSOCKET, COST_GROUP];
