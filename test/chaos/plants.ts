import type { Client } from 'pg';
import type { Books, JournalRow } from './books.js';
import { rankOf } from './check/account.js';
import { Accounts } from './check/accounts.js';
import type { FindingKind, Findings } from './check/findings.js';
import { Ledger, type LedgerChange, type LedgerEntry } from './check/ledger.js';
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

interface Victim {
  readonly member: string;
  readonly key: string;
  readonly entry: LedgerEntry;
  readonly entries: readonly LedgerEntry[];
}

/**
 * One acknowledged command of a kind, best from the second half of the run, that moved so many currencies. Its member did more
 * afterwards, with these currencies too, so that what is stored beside the journal does not hang on its entry alone.
 */
function victim({ commands }: Evidence, ledger: Ledger, kind: string, currencies: number, isFit: (victim: Victim) => boolean): Victim {
  const half = commands.length >> 1;
  for (const { command, answers } of [...commands.slice(half), ...commands.slice(0, half)]) {
    if (command.kind !== kind || answers[0]?.told.what !== 'done') continue;
    const entries = ledger.entriesOf(command.member);
    const index = entries.findIndex(({ row }) => row.key === command.key);
    const entry = entries[index];
    if (!entry || !isCovered(entry, entries.slice(index + 1), currencies)) continue;
    const found = { member: command.member, key: command.key as string, entry, entries };
    if (isFit(found)) return found;
  }
  throw new Error(`no ${kind} of this run can carry a planted fault`);
}

const isCovered = (entry: LedgerEntry, later: readonly LedgerEntry[], currencies: number): boolean =>
  later.length > 2 &&
  entry.changes.filter(({ amount }) => amount !== 0).length === currencies &&
  entry.changes.every(({ currencyCode }) => later.some(({ changes }) => changes.some((change) => change.currencyCode === currencyCode)));

/** What a member's own reads and refusals may say where one of their balances was altered or is gone. */
const seenBy = (member: string): RegExp =>
  new RegExp(`^(${member}: \\d+ \\w+ was read|\\w+ of ${member}, key \\S+: refused \\d+ with) .*did not hold then$`);

const isMissing = ({ row }: LedgerEntry): RegExp[] => [
  new RegExp(`^lane ${row.lane}: position ${row.position} is missing`),
  new RegExp(`^stream ${row.stream}: number ${row.number} is missing`),
];

const isUnchained = ({ row }: LedgerEntry): RegExp => new RegExp(`^lane ${row.lane}, position ${row.position}: its hash does not follow`);

const doesNotAddUp = ({ row, changes: [first] }: LedgerEntry): RegExp =>
  new RegExp(`${first?.currencyCode} gave \\d+, entry \\d+ of stream ${row.stream}`);

const isNotStored = ({ row, changes }: LedgerEntry): RegExp[] =>
  changes.map(({ currencyCode }) => new RegExp(`^stream ${row.stream}: ${currencyCode} is `));

const remove =
  ({ row }: LedgerEntry) =>
  (client: Client) =>
    client.query('delete from journal where shard = $1 and stream_id = $2 and number = $3', [row.shard, row.stream, row.number]);

export function plants(evidence: Evidence, books: Books): Plant[] {
  const ledger = new Ledger(books);
  const accounts = new Accounts(ledger, evidence.commands);
  return [
    ...ofPurchases(
      books,
      victim(evidence, ledger, 'purchase', 2, ({ member, key }) => {
        const { cents, tier } = accounts.of(member);
        const effect = evidence.commands.find(({ command }) => command.key === key)?.command.effect;
        // One more of it must not change the tier.
        return effect?.is === 'buys' && rankOf(cents + effect.cents) <= tier;
      }),
    ),
    ...ofTransfers(evidence, ledger),
    ofReturns(
      books,
      victim(evidence, ledger, 'return', 1, ({ entry, entries }) => {
        const balances = balancesOf(entries);
        return entry.row.kind === 'PURCHASE_RETURNED' && entry.changes.every((change) => isPlain(change, balances));
      }),
    ),
    forgottenRefusal(evidence, ledger),
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

function ofPurchases(books: Books, { member, key, entry, entries }: Victim): Plant[] {
  const { row } = entry;
  const last = (entries.at(-1) as LedgerEntry).row;
  const inKey = `key ${key}\\b`;
  return [
    {
      name: 'an acknowledged entry is deleted',
      apply: remove(entry),
      expects: { lost: [new RegExp(`${inKey}: acknowledged as entry ${row.number},`)], gaps: isMissing(entry) },
      allows: seenBy(member),
    },
    {
      name: 'an entry is there twice, rightly numbered and chained',
      apply: (client) => double(client, books, row, last, balancesOf(entries)),
      expects: {
        doubled: [
          new RegExp(`${inKey}: entries ${row.number}, ${last.number + 1}$`),
          new RegExp(`order ${row.order} is entry ${row.number} already`),
        ],
        differences: isNotStored(entry),
      },
    },
    {
      name: 'an entry holds one point more',
      apply: (client) => oneMore(client, row),
      expects: {
        mispriced: [
          new RegExp(`${inKey}: entry ${row.number} holds`),
          new RegExp(`${inKey}: entry ${row.number} left`),
          doesNotAddUp(entry),
        ],
        differences: [isUnchained(entry)],
      },
      allows: seenBy(member),
    },
  ];
}

function ofTransfers(evidence: Evidence, ledger: Ledger): Plant[] {
  const halfOf = (key: string) => {
    for (const { externalId } of ledger.books.members) {
      const entries = ledger.entriesOf(externalId);
      const index = entries.findIndex(({ gift }) => gift === key);
      const entry = entries[index];
      if (entry) return { member: externalId, entry, isFit: isCovered(entry, entries.slice(index + 1), 1) };
    }
    return null;
  };
  const { key } = victim(evidence, ledger, 'transfer', 1, (found) => halfOf(found.key)?.isFit === true);
  const { member, entry } = halfOf(key) as NonNullable<ReturnType<typeof halfOf>>;
  const inKey = `key ${key}\\b`;
  return [
    {
      name: "the receiver's half of a transfer is deleted",
      apply: remove(entry),
      expects: { lost: [new RegExp(`${inKey}: it was given and did not arrive`)], gaps: isMissing(entry) },
      allows: seenBy(member),
    },
    {
      name: 'a transfer arrives with one point more',
      apply: (client) => oneMore(client, entry.row),
      expects: {
        mispriced: [new RegExp(`${inKey}: given were \\d+ \\w+, and \\d+ \\w+ arrived`), doesNotAddUp(entry)],
        differences: [isUnchained(entry)],
      },
      allows: seenBy(member),
    },
  ];
}

function ofReturns(books: Books, { member, key, entry, entries }: Victim): Plant {
  const { row } = entry;
  const last = (entries.at(-1) as LedgerEntry).row;
  const deed = key.slice(key.lastIndexOf('-'));
  return {
    name: 'a return is counted twice, rightly numbered and chained',
    apply: (client) => double(client, books, row, last, balancesOf(entries)),
    expects: {
      doubled: [new RegExp(`key ${key}\\b: entries ${row.number}, ${last.number + 1}$`)],
      differences: isNotStored(entry),
    },
    // Where not so much of the purchase was left any more.
    allows: new RegExp(`^\\w+ of ${member}, key \\S+${deed}: more of it was taken back than there was$`),
  };
}

function forgottenRefusal({ commands }: Evidence, ledger: Ledger): Plant {
  const refused = commands.find(({ answers: [first] }) => first?.told.what === 'refused' && first.told.code === 'INSUFFICIENT_POINTS');
  if (!refused) throw new Error('no refusal in this run can be forgotten');
  const { member, key } = refused.command;
  return {
    name: 'a refusal that was told is forgotten',
    apply: (client) => client.query('delete from refusals where stream_id = $1 and idempotency_key = $2', [ledger.streamOf(member), key]),
    expects: { lost: [new RegExp(`key ${key}\\b: told was INSUFFICIENT_POINTS, kept is nothing`)] },
  };
}

/** It takes points that are there at the end once more, and owes none. */
const isPlain = ({ currency, amount, owed }: LedgerChange, balances: ReadonlyMap<string, number>): boolean =>
  owed === 0 && amount !== 0 && (balances.get(currency) ?? 0) + amount >= 0;

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
