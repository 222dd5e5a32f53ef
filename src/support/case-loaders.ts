import DataLoader from 'dataloader';
import type { Reads } from '../database/program-reads.js';
import type { KeysetPage } from '../graphql/connection.js';
import type { Row } from '../journal/transaction.js';
import type { Program } from '../programs/program.js';
import { type CaseRow, caseRow, type MessageRow, messageRow, presentCase } from './case-rows.js';

const READ_MESSAGES = `select m.* from unnest($2::uuid[]) q(case_id) cross join lateral (
    select * from case_messages m where m.case_id = q.case_id and m.program_id = $1 and (not m.is_internal or $3)
      and ($4::int4 is null or m.number > $4) and ($5::int4 is null or m.number < $5)
    order by m.number`;
const READ_NUMBERED = `select m.* from unnest($2::uuid[], $3::int4[]) q(case_id, number) join case_messages m using (case_id, number)
  where m.program_id = $1`;

/** Which messages of a case are asked for. */
export interface MessagesKey {
  readonly caseId: string;
  readonly page: KeysetPage;
  /** Internal notes are among them. */
  readonly withNotes: boolean;
}

/** Reads of support cases for one operation: one statement however many ask. */
export class CaseLoaders {
  constructor(
    private readonly reads: Reads,
    private readonly programId: string,
    private readonly program: () => Promise<Program>,
  ) {}

  private async query(text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.reads.query<Row>(text, [this.programId, ...values])).rows;
  }

  /** As it stands now, by UUID; null where there is none. */
  readonly byId = new DataLoader<string, CaseRow | null>(async (ids) => {
    const [rows, program] = await Promise.all([
      this.query('select * from support_cases where program_id = $1 and id = any($2::uuid[])', [ids]),
      this.program(),
    ]);
    const found = new Map(rows.map((row) => [row.id, presentCase(caseRow(row), program.now())]));
    return ids.map((id) => found.get(id) ?? null);
  });

  /** A page of messages of each case; one statement for all cases of which the same page is asked. */
  readonly messages = new DataLoader<MessagesKey, readonly MessageRow[], string>(
    async (keys) => {
      const pages = Map.groupBy(keys, (key) => pageName(key));
      const found = new Map<string, MessageRow[]>();
      await Promise.all(
        [...pages].map(async ([name, asked]) => {
          const { page, withNotes } = asked[0] as MessagesKey;
          const rows = await this.query(`${READ_MESSAGES} ${page.isForward ? 'asc' : 'desc'} limit $6) m`, [
            ...[asked.map(({ caseId }) => caseId), withNotes, page.after, page.before, page.limit],
          ]);
          for (const row of rows.map(messageRow)) {
            const key = `${row.caseId} ${name}`;
            found.set(key, [...(found.get(key) ?? []), row]);
          }
        }),
      );
      return keys.map((key) => found.get(messagesName(key)) ?? []);
    },
    { cacheKeyFn: messagesName },
  );

  /** One message; null where there is none. */
  readonly message = new DataLoader<{ readonly caseId: string; readonly number: number }, MessageRow | null, string>(
    async (keys) => {
      const rows = await this.query(READ_NUMBERED, [keys.map(({ caseId }) => caseId), keys.map(({ number }) => number)]);
      const found = new Map(rows.map(messageRow).map((row) => [`${row.caseId} ${row.number}`, row]));
      return keys.map(({ caseId, number }) => found.get(`${caseId} ${number}`) ?? null);
    },
    { cacheKeyFn: ({ caseId, number }) => `${caseId} ${number}` },
  );

  /** Names of staff, by UUID; null where there is nobody. */
  readonly agents = new DataLoader<string, string | null>(async (ids) => {
    const rows = await this.query('select id, name from staff where program_id = $1 and id = any($2::uuid[])', [ids]);
    const names = new Map(rows.map(({ id, name }) => [id, name as string]));
    return ids.map((id) => names.get(id) ?? null);
  });
}

const pageName = ({ page, withNotes }: MessagesKey): string =>
  `${withNotes} ${page.isForward} ${page.limit} ${page.after ?? ''} ${page.before ?? ''}`;
function messagesName(key: MessagesKey): string {
  return `${key.caseId} ${pageName(key)}`;
}
