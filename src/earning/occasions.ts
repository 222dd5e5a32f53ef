import type { Instant } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';
import type { NamedEvent } from './activity.js';
import { isInForce } from './gifts.js';

/** Events that Laurel records by itself where a rule goes by them. */
export const JOINING = 'joining';
export const BIRTHDAY = 'birthday';
export const ANNIVERSARY = 'anniversary';

/** The event of joining. */
export const JOINED: NamedEvent = { type: 'EVENT', externalId: null, name: JOINING, attributes: null };

/** Whether a rule in force goes by an event of that name. */
export const rewards = ({ settings }: Program, event: string, at: Instant): boolean =>
  settings.earningRules.some((rule) => 'event' in rule && rule.event === event && isInForce(rule, at));
