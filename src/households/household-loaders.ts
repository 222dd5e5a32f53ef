import DataLoader from 'dataloader';
import type { Reads } from '../database/program-reads.js';
import type { Row } from '../journal/transaction.js';
import type { HouseholdRole } from './household.js';
import type { HouseholdRow } from './household.types.js';

export interface MembershipRow {
  /** UUID. */
  readonly member: string;
  readonly role: HouseholdRole;
  readonly joinedAt: Date;
}

const HOUSEHOLD = 'h.id, h.name, h.spending, h.created_at';
const READ_HOUSEHOLDS = `select ${HOUSEHOLD} from households h where h.program_id = $2 and h.id = any($1::uuid[])`;
const READ_OF_MEMBERS = `select m.member_id, ${HOUSEHOLD} from household_members m join households h on h.id = m.household_id
  where m.program_id = $2 and m.member_id = any($1::uuid[])`;
const READ_ROSTERS = `select household_id, member_id, role, joined_at from household_members
  where program_id = $2 and household_id = any($1::uuid[]) order by household_id, position`;

/** Reads of households for one operation: each kind of thing costs one statement however many ask for it. */
export class HouseholdLoaders {
  constructor(
    private readonly reads: Reads,
    private readonly programId: string,
  ) {}

  private async query(text: string, ids: readonly string[]): Promise<Row[]> {
    return (await this.reads.query<Row>(text, [ids, this.programId])).rows;
  }

  /** By the household's UUID; null where there is none. */
  readonly households = new DataLoader<string, HouseholdRow | null>(async (ids) => {
    const rows = new Map((await this.query(READ_HOUSEHOLDS, ids)).map((row) => [row.id, householdRow(row)]));
    return ids.map((id) => rows.get(id) ?? null);
  });

  /** The household of a member; null where there is none. */
  readonly ofMember = new DataLoader<string, HouseholdRow | null>(async (ids) => {
    const rows = new Map((await this.query(READ_OF_MEMBERS, ids)).map((row) => [row.member_id, householdRow(row)]));
    return ids.map((id) => rows.get(id) ?? null);
  });

  /** Who is in a household, in the order in which points are taken. */
  readonly rosters = new DataLoader<string, readonly MembershipRow[]>(async (ids) => {
    const rows = Map.groupBy(await this.query(READ_ROSTERS, ids), (row) => row.household_id);
    return ids.map((id) =>
      (rows.get(id) ?? []).map((row) => ({
        member: row.member_id as string,
        role: row.role as HouseholdRole,
        joinedAt: row.joined_at as Date,
      })),
    );
  });
}

export const householdRow = (row: Row): HouseholdRow => ({
  id: row.id as string,
  name: row.name as string,
  spending: row.spending as string,
  createdAt: row.created_at as Date,
});
