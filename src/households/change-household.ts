import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import { Refused } from '../graphql/attempt.js';
import { newUuid } from '../graphql/global-id.js';
import { invalid } from '../graphql/user-error.types.js';
import type { CommandRequest } from '../journal/journal.js';
import { Household, HouseholdMembership } from './household.entity.js';
import {
  CHANGE_HOUSEHOLD,
  HOUSEHOLD_MAX,
  type HouseholdPlace,
  type HouseholdRole,
  type HouseholdSpending,
  JOIN_HOUSEHOLD,
  LEAVE_HOUSEHOLD,
} from './household.js';

type Caller = Pick<Context, 'programId' | 'by'>;

/** A household with everybody in it, held to the end of the transaction. Lanes are taken after it. */
interface Held {
  readonly household: Household;
  /** In the order in which points are taken. */
  readonly members: readonly HouseholdMembership[];
}

/** Makes a household of one. @throws Refused when the member is in one already, or not active */
export const createHousehold = (context: Context, name: string, spending: HouseholdSpending, owner: string): Promise<string> =>
  placing(context, async (em) => {
    const { programId } = context;
    const now = new Date();
    const household = em.create(Household, { id: newUuid(), programId, name, spending, createdAt: now, updatedAt: now });
    em.persist(household);
    const member = place(em, household, owner, 'OWNER', 0);
    return { result: household.id, commands: [note(context, JOIN_HOUSEHOLD, household, member)] };
  });

/** @throws Refused when the household is none or full, or the member is in one already, or not active */
export const joinHousehold = (context: Context, householdId: string, memberId: string, role: HouseholdRole): Promise<string> =>
  placing(context, async (em) => {
    const { household, members } = await hold(em, context, { id: householdId });
    if (members.some((each) => each.memberId === memberId)) throw alreadyPlaced();
    if (members.length >= HOUSEHOLD_MAX) {
      throw new Refused({ code: 'HOUSEHOLD_FULL', message: `A household has at most ${HOUSEHOLD_MAX} members.`, path: ['household'] });
    }
    const member = place(em, household, memberId, role, (members.at(-1)?.position ?? -1) + 1);
    return { result: household.id, commands: [note(context, JOIN_HOUSEHOLD, household, member)] };
  });

/** Takes a member out; the household ends with the last one. Gives its UUID, null when it ended. @throws Refused */
export const leaveHousehold = (context: Context, memberId: string): Promise<string | null> =>
  unitOfWork(context, async (em) => {
    const held = await hold(em, context, { memberId });
    const rest = held.members.filter((each) => each.memberId !== memberId);
    if (rest.length > 0) requireOwner(rest);
    return { result: rest.length > 0 ? held.household.id : null, commands: takeOut(em, context, held, memberId) };
  });

/** @throws Refused when the member is in no household, or is its only owner */
export const setHouseholdRole = (context: Context, memberId: string, role: HouseholdRole): Promise<string> =>
  unitOfWork(context, async (em) => {
    const { household, members } = await hold(em, context, { memberId });
    const member = members.find((each) => each.memberId === memberId) as HouseholdMembership;
    const isChanged = member.role !== role;
    member.role = role;
    requireOwner(members);
    return { result: household.id, commands: isChanged ? [note(context, CHANGE_HOUSEHOLD, household, member)] : [] };
  });

export interface HouseholdChanges {
  readonly name?: string | null;
  readonly spending?: HouseholdSpending | null;
  /** UUIDs of all members, in the order in which points are to be taken. */
  readonly order?: readonly (string | null)[] | null;
}

/** Changes what is mentioned. @throws Refused when the household is none, or the order does not name everybody once */
export const updateHousehold = (context: Context, householdId: string, { name, spending, order }: HouseholdChanges): Promise<string> =>
  unitOfWork(context, async (em) => {
    const { household, members } = await hold(em, context, { id: householdId });
    if (order && (order.length !== members.length || !members.every(({ memberId }) => order.includes(memberId))))
      throw new Refused(invalid('order names every member of the household once.', 'order'));
    household.name = name ?? household.name;
    household.updatedAt = new Date();
    const isOther = (spending ?? household.spending) !== household.spending;
    household.spending = spending ?? household.spending;
    const changed = members.filter((member) => {
      const before = member.position;
      if (order) member.position = order.indexOf(member.memberId);
      return isOther || member.position !== before;
    });
    return { result: household.id, commands: changed.map((member) => note(context, CHANGE_HOUSEHOLD, household, member)) };
  });

/** Takes a member whose data is erased out of any household. Where it was the only owner, the next in order becomes one. */
export async function leaveOnErasure(em: EntityManager, caller: Caller, memberId: string): Promise<CommandRequest[]> {
  const held = await find(em, caller, { memberId });
  if (!held) return [];
  const rest = held.members.filter((each) => each.memberId !== memberId);
  const heir = rest.find(({ role }) => role !== 'CONTRIBUTOR') ?? rest[0];
  const isOrphaned = heir && !rest.some(({ role }) => role === 'OWNER');
  if (isOrphaned) heir.role = 'OWNER';
  const commands = takeOut(em, caller, held, memberId);
  return isOrphaned ? [...commands, note(caller, CHANGE_HOUSEHOLD, held.household, heir)] : commands;
}

function takeOut(em: EntityManager, { programId, by }: Caller, { household, members }: Held, memberId: string): CommandRequest[] {
  for (const member of members) if (member.memberId === memberId) em.remove(member);
  if (members.length === 1) em.remove(household);
  return [{ type: LEAVE_HOUSEHOLD, programId, streamId: memberId, by, input: { household: household.id } }];
}

function place(em: EntityManager, household: Household, memberId: string, role: HouseholdRole, position: number): HouseholdMembership {
  const { id: householdId, programId } = household;
  const member = em.create(HouseholdMembership, { memberId, programId, householdId, role, position, joinedAt: new Date() });
  em.persist(member);
  return member;
}

/** A unit of work that puts somebody into a household. */
async function placing(context: Context, work: Parameters<typeof unitOfWork<string>>[1]): Promise<string> {
  try {
    return await unitOfWork(context, work);
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) throw alreadyPlaced();
    throw error;
  }
}

const alreadyPlaced = () =>
  new Refused({
    code: 'MEMBER_IN_HOUSEHOLD',
    message: 'This member is in a household already; leaveHousehold comes first.',
    path: ['member'],
  });

function requireOwner(members: readonly HouseholdMembership[]): void {
  if (members.some(({ role }) => role === 'OWNER')) return;
  const message = 'A household has an owner; this is the only one. Make somebody else the owner first, with setHouseholdRole.';
  throw new Refused({ code: 'HOUSEHOLD_NEEDS_OWNER', message, path: ['member'] });
}

/** @throws Refused when there is no such household, or the member is in none */
async function hold(em: EntityManager, caller: Caller, of: Of): Promise<Held> {
  const held = await find(em, caller, of);
  if (held) return held;
  throw new Refused(
    'id' in of
      ? { code: 'HOUSEHOLD_NOT_FOUND', message: 'No such household in this programme.', path: ['household'] }
      : { code: 'NO_HOUSEHOLD', message: 'This member is in no household.', path: ['member'] },
  );
}

type Of = { readonly id: string } | { readonly memberId: string };

async function find(em: EntityManager, { programId }: Caller, of: Of): Promise<Held | null> {
  const householdId = 'id' in of ? of.id : (await em.findOne(HouseholdMembership, { ...of, programId }))?.householdId;
  if (!householdId) return null;
  const household = await em.findOne(Household, { id: householdId, programId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  // Read behind the lock, so what was read before it must not stand in for it.
  const members = await em.find(HouseholdMembership, { householdId, programId }, { orderBy: { position: 'asc' }, refresh: true });
  const isIn = 'id' in of || members.some(({ memberId }) => memberId === of.memberId);
  return household && isIn ? { household, members } : null;
}

const note = (
  { programId, by }: Caller,
  type: typeof JOIN_HOUSEHOLD | typeof CHANGE_HOUSEHOLD,
  { id, spending }: Household,
  { memberId, role, position }: HouseholdMembership,
): CommandRequest<HouseholdPlace> => ({
  type,
  programId,
  streamId: memberId,
  by,
  input: { household: id, role, position, spending },
});
