import type { Handler } from '../journal/core/decide.js';
import { refuseUnlessActive } from '../members/status.js';
import type { Program } from '../programs/program.js';

export const HOUSEHOLD_ROLES = ['OWNER', 'SPENDER', 'CONTRIBUTOR'] as const;
/** Owners and spenders spend what everybody has; a contributor's points are spent by the others. */
export type HouseholdRole = (typeof HOUSEHOLD_ROLES)[number];

/** IN_PROPORTION: everybody gives by what they have. IN_ORDER: the first gives all before the next gives anything. */
export type HouseholdSpending = 'IN_PROPORTION' | 'IN_ORDER';

/** People of one household at most: each spending holds the streams of all. */
export const HOUSEHOLD_MAX = 20;

export const JOIN_HOUSEHOLD = 'JOIN_HOUSEHOLD';
export const CHANGE_HOUSEHOLD = 'CHANGE_HOUSEHOLD';
export const LEAVE_HOUSEHOLD = 'LEAVE_HOUSEHOLD';

/** A member's place in a household, and how that spends, as the member's journal keeps it. */
export interface HouseholdPlace {
  /** UUID of the household. */
  readonly household: string;
  readonly role: HouseholdRole;
  /** From 0; the order in which points are taken. */
  readonly position: number;
  readonly spending: HouseholdSpending;
}

/** Notes that a member joined. Who is in which household is kept beside the journal, in the same transaction. */
export const joinHousehold: Handler<Program, HouseholdPlace> = (draft, { input }) =>
  refuseUnlessActive(draft.state) ?? draft.post('HOUSEHOLD_JOINED', { input });

/** Notes another role or place of a member, or another way in which the household spends. */
export const changeHousehold: Handler<Program, HouseholdPlace> = (draft, { input }) => draft.post('HOUSEHOLD_CHANGED', { input });

/** Notes that a member left. */
export const leaveHousehold: Handler<Program, Pick<HouseholdPlace, 'household'>> = (draft, { input }) =>
  draft.post('HOUSEHOLD_LEFT', { input });
