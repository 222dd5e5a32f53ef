import type { Client } from 'pg';
import type { Api } from './api.js';
import type { ToldChange } from './deed.js';

/** A row of the journal, as SQL gives it. */
export interface JournalRow {
  readonly shard: number;
  readonly stream: string;
  readonly number: number;
  readonly lane: number;
  readonly position: number;
  readonly program: string;
  readonly kind: string;
  readonly effectiveAt: number;
  readonly postedAt: number;
  readonly key: string | null;
  readonly inputHash: string | null;
  readonly order: string | null;
  /** The JSON text, to the byte. */
  readonly data: string;
  readonly hash: string;
}

/** An entry as the public API shows it. */
export interface ApiEntry {
  readonly id: string;
  readonly number: number;
  readonly streamId: string;
  readonly kind: string;
  readonly changes: readonly ToldChange[];
}

/** Everything that the system says happened. */
export interface Books {
  readonly journal: readonly JournalRow[];
  readonly lanes: readonly { readonly lane: number; readonly position: number; readonly hash: string }[];
  readonly streams: readonly { readonly stream: string; readonly number: number; readonly active: Readonly<Record<string, number>> }[];
  /** Sums of open lots. */
  readonly lots: readonly { readonly stream: string; readonly currency: string; readonly remaining: number }[];
  readonly refusals: readonly { readonly stream: string; readonly key: string; readonly code: string }[];
  readonly members: readonly { readonly stream: string; readonly externalId: string }[];
  /** Codes of point currencies, by the id that the journal uses. */
  readonly currencies: Readonly<Record<string, string>>;
  readonly entries: readonly ApiEntry[];
}

const PAGE = `query Page($after: String) { journal(first: 500, after: $after) {
  cursor hasMore items { entry { id number streamId kind changes { currencyCode amount balanceBefore balanceAfter } } } } }`;

interface Page {
  readonly journal: { readonly cursor: string; readonly hasMore: boolean; readonly items: readonly { readonly entry: ApiEntry }[] };
}

/** Every row, by SQL. */
export async function readJournal(client: Client): Promise<JournalRow[]> {
  const { rows } = await client.query<Record<string, string | null>>(
    `select shard, stream_id as stream, number, lane, position, program_id as program, kind, effective_at as "effectiveAt",
      posted_at as "postedAt", idempotency_key as key, encode(input_hash, 'hex') as "inputHash", external_id as "order",
      data::text as data, encode(hash, 'hex') as hash
    from journal order by lane, position, number`,
  );
  return rows.map((row) => ({ ...row, ...numbers(row) }) as unknown as JournalRow);
}

/** Reads all of it, by SQL and through the public API; nothing may be written meanwhile. */
export async function readBooks(client: Client, api: Api): Promise<Books> {
  const rows = async <T>(text: string): Promise<T[]> => (await client.query(text)).rows as T[];
  const lanes = await rows<{ lane: number; position: string; hash: string }>('select lane, position, hash from lanes order by lane');
  const streams = await rows<{ stream: string; number: string; state: { wallets: Record<string, { active?: number }> } }>(
    'select stream_id as stream, number, state from streams',
  );
  const lots = await rows<{ stream: string; currency: string; remaining: string }>(
    'select stream_id as stream, currency_id as currency, sum(remaining) as remaining from lots group by 1, 2',
  );
  const [settings] = await rows<{ settings: { pointCurrencies: { id: string; code: string }[] } }>(
    'select settings from program_versions order by version desc limit 1',
  );
  return {
    journal: await readJournal(client),
    lanes: lanes.map((lane) => ({ ...lane, position: Number(lane.position) })),
    streams: streams.map(({ stream, number, state }) => ({
      stream,
      number: Number(number),
      active: Object.fromEntries(Object.entries(state.wallets ?? {}).map(([id, { active = 0 }]) => [id, active])),
    })),
    lots: lots.map((lot) => ({ ...lot, remaining: Number(lot.remaining) })),
    refusals: await rows(`select stream_id as stream, idempotency_key as key, refusal->>'code' as code from refusals`),
    members: await rows('select id as stream, external_id as "externalId" from members'),
    currencies: Object.fromEntries((settings?.settings.pointCurrencies ?? []).map(({ id, code }) => [id, code])),
    entries: await readEntries(api),
  };
}

const numbers = (row: Record<string, string | null>) =>
  Object.fromEntries(['shard', 'number', 'lane', 'position', 'effectiveAt', 'postedAt'].map((name) => [name, Number(row[name])]));

async function readEntries(api: Api): Promise<ApiEntry[]> {
  const entries: ApiEntry[] = [];
  for (let after: string | null = null; ; ) {
    const { journal }: Page = await api.run<Page>(PAGE, { after });
    entries.push(...journal.items.map(({ entry }) => entry));
    if (!journal.hasMore) return entries;
    after = journal.cursor;
  }
}
