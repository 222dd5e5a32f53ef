import type { Client } from 'pg';
import type { Books, JournalRow } from './books.js';
import { rankOf } from './check/entries.js';
import type { FindingKind, Findings } from './check/findings.js';
import { Ledger } from './check/ledger.js';
import { chained } from './check/structure.js';
import type { Evidence } from './evidence.js';

/** A fault that is put into the books on purpose, and what the checker has to say of it: each of these, and nothing else. */
export interface Plant {
  readonly name: string;
  readonly apply: (client: Client) => Promise<unknown>;
  readonly expects: Readonly<Partial<Record<FindingKind, readonly RegExp[]>>>;
  /** What it may say besides, where somebody happened to see the very balance that was altered or is gone. */
  readonly allows?: RegExp;
}

/** One acknowledged purchase, best from the second half of the run, of a member whose tier one more of it would not change. */
function victim({ commands }: Evidence, ledger: Ledger) {
  const half = commands.length >> 1;
  for (const { command, answers } of [...commands.slice(half), ...commands.slice(0, half)]) {
    const told = answers[0]?.told;
    if (command.kind !== 'purchase' || told?.what !== 'done' || command.changes.length < 2) continue;
    const entries = ledger.entriesOf(command.member);
    const index = entries.findIndex(({ row }) => row.key === command.key);
    const [entry, last] = [entries[index], entries.at(-1)];
    const cents = entries.reduce((sum, { spentCents }) => sum + spentCents, 0);
    if (!entry || !last || entries.length - index < 4 || rankOf(cents + entry.spentCents) > rankOf(cents)) continue;
    return { member: command.member, key: command.key as string, entry, last, entries };
  }
  throw new Error('no entry of this run can carry a planted fault');
}

export function plants(evidence: Evidence, books: Books): Plant[] {
  const ledger = new Ledger(books);
  const { member, key, entry, last, entries } = victim(evidence, ledger);
  const { row } = entry;
  const at = [row.shard, row.stream, row.number];
  const inKey = `key ${key}\\b`;
  const refused = evidence.commands.find(
    ({ answers: [first] }) => first?.told.what === 'refused' && first.told.code === 'INSUFFICIENT_POINTS',
  );
  if (!refused) throw new Error('no refusal in this run can be forgotten');
  const refusedStream = ledger.streamOf(refused.command.member);
  const seenOfMember = new RegExp(`^(${member}: \\d+ \\w+ was read|\\w+ of ${member}, key \\S+: refused \\d+ with) .*did not hold then$`);
  return [
    {
      name: 'an acknowledged entry is deleted',
      apply: (client) => client.query('delete from journal where shard = $1 and stream_id = $2 and number = $3', at),
      expects: {
        lost: [new RegExp(`${inKey}: acknowledged as entry ${row.number},`)],
        gaps: [
          new RegExp(`^lane ${row.lane}: position ${row.position} is missing`),
          new RegExp(`^stream ${row.stream}: number ${row.number} is missing`),
        ],
      },
      allows: seenOfMember,
    },
    {
      name: 'an entry is there twice, rightly numbered and chained',
      apply: (client) => double(client, books, row, last.row, balancesOf(entries)),
      expects: {
        doubled: [
          new RegExp(`${inKey}: entries ${row.number}, ${last.row.number + 1}$`),
          new RegExp(`order ${row.order} is entry ${row.number} already`),
        ],
        differences: [new RegExp(`^stream ${row.stream}: POINTS is `), new RegExp(`^stream ${row.stream}: MILES is `)],
      },
    },
    {
      name: 'an entry holds one point more',
      apply: (client) => oneMore(client, row),
      expects: {
        mispriced: [
          new RegExp(`${inKey}: entry ${row.number} holds`),
          new RegExp(`${inKey}: entry ${row.number} left`),
          new RegExp(`POINTS gave \\d+, entry \\d+ of stream ${row.stream}`),
        ],
        differences: [new RegExp(`^lane ${row.lane}, position ${row.position}: its hash does not follow`)],
      },
      allows: seenOfMember,
    },
    {
      name: 'a refusal that was told is forgotten',
      apply: (client) =>
        client.query('delete from refusals where stream_id = $1 and idempotency_key = $2', [refusedStream, refused.command.key]),
      expects: { lost: [new RegExp(`key ${refused.command.key}\\b: told was INSUFFICIENT_POINTS, kept is nothing`)] },
    },
    {
      name: 'a lot holds one point more than its wallet',
      apply: (client) =>
        client.query(
          `update lots set remaining = remaining + 1 where (shard, stream_id, expires_at, currency_id, source) in
            (select shard, stream_id, expires_at, currency_id, source from lots limit 1)`,
        ),
      expects: { differences: [/^stream \S+: \w+ is \d+ in its wallet, \d+ in its lots/] },
    },
  ];
}

interface Data {
  changes: { currency: string; delta: { active: number }; after: { active?: number }; lots: { amount: number }[] }[];
}

/** Active points by currency, after a member's last entry. */
function balancesOf(entries: readonly { readonly row: JournalRow }[]): Map<string, number> {
  const balances = new Map<string, number>();
  for (const { row } of entries) {
    for (const { currency, after } of (JSON.parse(row.data) as Partial<Data>).changes ?? []) balances.set(currency, after.active ?? 0);
  }
  return balances;
}

async function double(client: Client, books: Books, row: JournalRow, last: JournalRow, balances: ReadonlyMap<string, number>) {
  const head = books.lanes.find(({ lane }) => lane === row.lane);
  if (!head) throw new Error(`no lane ${row.lane}`);
  const data = JSON.parse(row.data) as Data;
  for (const change of data.changes) change.after.active = (balances.get(change.currency) ?? 0) + change.delta.active;
  const again = { ...row, number: last.number + 1, position: head.position + 1, data: JSON.stringify(data) };
  const hash = chained(head.hash, again);
  await client.query('drop index journal_key; drop index journal_external_id');
  await client.query(
    `insert into journal (shard, stream_id, number, lane, position, program_id, kind, effective_at, posted_at, idempotency_key,
        input_hash, external_id, data, hash)
      select shard, stream_id, $4, lane, $5, program_id, kind, effective_at, posted_at, idempotency_key, input_hash, external_id,
        $6::json, decode($7, 'hex')
      from journal where shard = $1 and stream_id = $2 and number = $3`,
    [row.shard, row.stream, row.number, again.number, again.position, again.data, hash],
  );
  await client.query('update lanes set position = $2, hash = $3 where lane = $1', [row.lane, again.position, hash]);
  await client.query('update streams set number = $3 where shard = $1 and stream_id = $2', [row.shard, row.stream, again.number]);
}

async function oneMore(client: Client, row: JournalRow): Promise<void> {
  const data = JSON.parse(row.data) as Data;
  const [change] = data.changes;
  const [lot] = change?.lots ?? [];
  if (!change || !lot) throw new Error('the entry moved no points');
  change.delta.active += 1;
  lot.amount += 1;
  change.after.active = (change.after.active ?? 0) + 1;
  await client.query('update journal set data = $4 where shard = $1 and stream_id = $2 and number = $3', [
    row.shard,
    row.stream,
    row.number,
    JSON.stringify(data),
  ]);
}

const TABLES = ['journal', 'lanes', 'streams', 'refusals', 'lots'];

/** Keeps the books as they are, so that each plant can be taken out again. */
export async function saveBooks(client: Client): Promise<void> {
  // Whatever guards these tables against changes is not in force here.
  await client.query('set session_replication_role = replica');
  for (const table of TABLES) await client.query(`create temp table saved_${table} as table ${table}`);
}

export async function restoreBooks(client: Client): Promise<void> {
  for (const table of TABLES) await client.query(`begin; delete from ${table}; insert into ${table} table saved_${table}; commit`);
  await client.query(`
    create unique index if not exists journal_key on journal (shard, stream_id, idempotency_key) where idempotency_key is not null;
    create unique index if not exists journal_external_id on journal (shard, stream_id, external_id) where external_id is not null`);
}

/** What the checker said too little or too much of a planted fault; empty: it saw exactly that. */
export function misjudged({ expects, allows }: Plant, findings: Findings): string[] {
  const problems: string[] = [];
  for (const [kind, lines] of Object.entries(findings.lists) as [FindingKind, readonly string[]][]) {
    const patterns = expects[kind] ?? [];
    for (const pattern of patterns) if (!lines.some((line) => pattern.test(line))) problems.push(`${kind}: silent about ${pattern}`);
    for (const line of lines)
      if (![...patterns, ...(allows ? [allows] : [])].some((pattern) => pattern.test(line))) problems.push(`${kind}: also said ${line}`);
  }
  return problems;
}
