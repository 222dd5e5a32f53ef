import type { AttackGroup } from './support/attack.js';
import { FRAMES } from './websocket-frames.js';
import { PROTOCOL } from './websocket-protocol.js';

export const WEBSOCKET: AttackGroup = { name: 'WebSocket', attacks: [...FRAMES, ...PROTOCOL] };
