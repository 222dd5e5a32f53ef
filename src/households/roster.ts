import type { Statement, Transaction } from '../journal/transaction.js';
import type { HouseholdRole, HouseholdSpending } from './household.js';
import type { Roster } from './spend-household-points.js';

/** Holds the household, so that nobody joins or leaves it before the transaction ends. Who is in it is read behind the lock. */
const HOLD_HOUSEHOLD: Statement = {
  name: 'hold_household',
  text: `select h.id, h.spending from household_members m join households h on h.id = m.household_id
    where m.program_id = $1 and m.member_id = $2 for share of h`,
};
const READ_ROSTER: Statement = {
  name: 'read_roster',
  text: 'select member_id, role from household_members where household_id = $1 order by position',
};

const TRIES_MAX = 5;

/** The household of a member, held to the end of the transaction; null when there is none. */
export async function holdRoster(tx: Transaction, programId: string, memberId: string): Promise<Roster | null> {
  for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
    const [row] = await tx.query(HOLD_HOUSEHOLD, [programId, memberId]);
    if (!row) return null;
    const members = (await tx.query(READ_ROSTER, [row.id])).map(({ member_id, role }) => ({
      member: member_id as string,
      role: role as HouseholdRole,
    }));
    // Who left while the lock was waited for may be in another household by now.
    if (members.some(({ member }) => member === memberId)) {
      return { household: row.id as string, spending: row.spending as HouseholdSpending, members };
    }
  }
  return null;
}
