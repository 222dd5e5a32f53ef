import { BODIES } from './http-bodies.js';
import { BROWSER } from './http-browser.js';
import { WIRE } from './http-wire.js';
import type { AttackGroup } from './support/attack.js';

export const HTTP: AttackGroup = { name: 'HTTP', attacks: [...BODIES, ...WIRE, ...BROWSER] };
