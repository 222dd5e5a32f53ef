import { ACCESS } from './access.js';
import { COST_GROUP } from './cost.js';
import { EVENT_STREAMS } from './event-streams.js';
import { HTTP } from './http.js';
import { INJECTION } from './injection.js';
import { LEAKS, LEAKS_AFTERWARDS } from './leaks.js';
import type { AttackGroup } from './support/attack.js';
import { TOKENS } from './tokens.js';
import { WEBHOOKS } from './webhooks.js';
import { WEBSOCKET } from './websocket.js';

export const ALL_GROUPS: readonly AttackGroup[] = [
  HTTP,
  WEBSOCKET,
  EVENT_STREAMS,
  COST_GROUP,
  TOKENS,
  ACCESS,
  INJECTION,
  LEAKS,
  WEBHOOKS,
  { name: 'afterwards', attacks: LEAKS_AFTERWARDS },
];
