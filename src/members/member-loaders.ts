import DataLoader from 'dataloader';
import { core } from '../core.js';
import type { Reads } from '../database/program-reads.js';
import { Draft } from '../journal/core/draft.js';
import type { Entry, Instant } from '../journal/core/entry.js';
import { LotBook } from '../journal/core/lots.js';
import type { EntryRecord } from '../journal/core/records.js';
import { settle } from '../journal/core/settle.js';
import { SharedCounters } from '../journal/core/shared-counters.js';
import { evolve, NO_STREAM, type StreamState } from '../journal/core/state.js';
import { shardOf } from '../journal/shard.js';
import { ENTRY_COLUMNS, type StoredEntry, storedEntry } from '../journal/stored-entry.js';
import {
  DUE_ORDER,
  LOT_COLUMNS,
  RECORD_COLUMNS,
  SPEND_ORDER,
  STATE_COLUMNS,
  storedLot,
  storedRecord,
  storedState,
} from '../journal/stored-state.js';
import type { Row } from '../journal/transaction.js';
import type { Program } from '../programs/program.js';

/** A member's profile row. */
export interface ProfileRow {
  readonly id: string;
  readonly externalId: string | null;
  readonly email: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly birthDate: string | null;
  readonly attributes: Record<string, unknown> | null;
  readonly referralCode: string | null;
  readonly erasedAt: Date | null;
}

/** A member's state at an instant, with what was due by then. */
export interface MemberView {
  readonly memberId: string;
  readonly at: Instant;
  readonly state: StreamState;
  /** Every open lot is in the state's book; else it must be read. */
  readonly hasLots: boolean;
  /** What was due but not posted, and is in the state. */
  readonly due?: readonly Entry[];
}

/** Which past is asked for: what counted at `asOf`, as far as it was written by `knownAt`. */
export interface PastKey {
  readonly memberId: string;
  readonly asOf: Instant;
  readonly knownAt: Instant | null;
}

const KEYS = 'unnest($1::int2[], $2::uuid[]) q(shard, stream_id)';
const READ_PROFILES = `select id, external_id, email, given_name, family_name, birth_date::text as birth_date, attributes, referral_code, erased_at from members where id = any($1::uuid[]) and program_id = $2`;
// One statement, so one snapshot: between two, the sweeper could post what the first still saw as due.
const READ_STATES = `select ${STATE_COLUMNS}, due.lots, waiting.records from ${KEYS} join streams s using (shard, stream_id)
  left join lateral (
    select json_agg(d order by d.expires_at, d.lot_number, d.currency_id, d.source collate "C") as lots from (
      select ${LOT_COLUMNS} from lots l where l.shard = s.shard and l.stream_id = s.stream_id and l.expires_at <= $4
    ) d
  ) due on s.next_due_at <= $4
  left join lateral (
    select json_agg(json_build_object('record_of', r.number, 'due_at', r.due_at, 'value', r.value::text)) as records
    from records r where r.shard = s.shard and r.stream_id = s.stream_id and r.due_at <= $4
  ) waiting on s.next_due_at <= $4
  where s.program_id = $3`;
const READ_OPEN_LOTS = `select s.stream_id, s.number as stream_number, ${LOT_COLUMNS} from ${KEYS} join streams s using (shard, stream_id)
  left join lots l using (shard, stream_id) order by ${SPEND_ORDER}`;
const READ_HISTORY = `select ${ENTRY_COLUMNS} from unnest($1::int2[], $2::uuid[], $3::int8[], $4::int8[]) q(shard, stream_id, as_of, known_at)
  join journal j on j.shard = q.shard and j.stream_id = q.stream_id and j.effective_at <= q.as_of and j.posted_at <= q.known_at
  where j.program_id = $5 order by j.shard, j.stream_id, j.number`;
const READ_ENTRIES = `select ${ENTRY_COLUMNS} from unnest($1::int2[], $2::uuid[], $3::int8[]) q(shard, stream_id, number)
  join journal j using (shard, stream_id, number) where j.program_id = $4`;

const READ_RECORDS = `select r.stream_id, ${RECORD_COLUMNS} from unnest($1::int2[], $2::uuid[], $3::int8[]) q(shard, stream_id, number)
  join records r using (shard, stream_id, number) join streams s using (shard, stream_id) where s.program_id = $4`;
const READ_WAITING = `select q.stream_id, ${RECORD_COLUMNS} from ${KEYS} join streams s using (shard, stream_id)
  cross join lateral (
    select * from records r where r.shard = s.shard and r.stream_id = s.stream_id and r.due_at is not null order by ${DUE_ORDER} limit 100
  ) r where s.program_id = $3 order by ${DUE_ORDER}`;

/** Applies what is due up to an instant without posting it. */
const settled = (state: StreamState, program: Program, at: Instant): { state: StreamState; due: readonly Entry[] } => {
  const draft = new Draft(state, program, at, 'system', false, SharedCounters.PASSED_OVER);
  settle(draft, core.due, at);
  return { state: draft.state, due: draft.entries };
};

/** Reads of members for one operation: each kind of thing costs one statement however many members ask for it. */
export class MemberLoaders {
  constructor(
    private readonly reads: Reads,
    private readonly programId: string,
    private readonly program: () => Promise<Program>,
  ) {}

  private async query(text: string, values: unknown[]): Promise<Row[]> {
    return (await this.reads.query<Row>(text, values)).rows;
  }

  private readonly keys = (ids: readonly string[]): [number[], readonly string[]] => [ids.map((id) => shardOf(this.programId, id)), ids];

  readonly profiles = new DataLoader<string, ProfileRow | null>(async (ids) => {
    const rows = await this.query(READ_PROFILES, [ids, this.programId]);
    const byId = new Map(rows.map((row) => [row.id, profileOf(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  });

  /** The present: at the later of the programme's clock and the member's last settled instant. */
  readonly present = new DataLoader<string, MemberView | null>(async (ids) => {
    const program = await this.program();
    const now = program.now();
    const views = new Map<unknown, MemberView>();
    for (const row of await this.query(READ_STATES, [...this.keys(ids), this.programId, now])) {
      const stored = storedState(row, LotBook.of(((row.lots as Row[] | null) ?? []).map(storedLot)));
      const due = ((row.records as Row[] | null) ?? []).map(storedRecord);
      // Every record that is due was read; what else is stored does not matter to a look at the present.
      const state = { ...stored, records: stored.records.withDuePage(due, true) };
      const at = Math.max(now, state.settledAt);
      views.set(row.stream_id, { memberId: row.stream_id as string, at, ...settled(state, program, at), hasLots: false });
    }
    return ids.map((id) => views.get(id) ?? null);
  });

  /** The past, by replaying the entries that counted then. */
  readonly past = new DataLoader<PastKey, MemberView | null, string>(
    async (keys) => {
      const program = await this.program();
      const rows = await this.query(READ_HISTORY, [
        ...this.keys(keys.map((key) => key.memberId)),
        keys.map((key) => key.asOf),
        keys.map((key) => key.knownAt ?? Number.MAX_SAFE_INTEGER),
        this.programId,
      ]);
      const entries = rows.map(storedEntry);
      const byMember = Map.groupBy(entries, (entry) => entry.streamId);
      return keys.map(({ memberId, asOf, knownAt }) => {
        const counted = (byMember.get(memberId) ?? []).filter((e) => e.effectiveAt <= asOf && (knownAt === null || e.postedAt <= knownAt));
        // The same member may be asked for at two instants, and then comes twice.
        const distinct = [...new Map(counted.map((entry) => [entry.number, entry])).values()];
        if (distinct.length === 0) return null;
        const { state } = settled(distinct.reduce<StreamState>(evolve, NO_STREAM), program, asOf);
        return { memberId, at: asOf, state, hasLots: true };
      });
    },
    { cacheKeyFn: ({ memberId, asOf, knownAt }) => `${memberId} ${asOf} ${knownAt}` },
  );

  /** The stored open lots, in spend order, and the number of the stream's last entry by then. */
  readonly openLots = new DataLoader<string, { readonly number: number; readonly lots: LotBook }>(async (ids) => {
    const rows = await this.query(READ_OPEN_LOTS, this.keys(ids) as unknown[]);
    const byStream = Map.groupBy(rows, (row) => row.stream_id);
    return ids.map((id) => {
      const own = byStream.get(id) ?? [];
      const lots = own.filter((row) => row.lot_number !== null).map(storedLot);
      return { number: Number(own[0]?.stream_number ?? 0), lots: LotBook.of(lots) };
    });
  });

  /** Records of entries; null where an entry has none. */
  readonly records = new DataLoader<{ streamId: string; number: number }, EntryRecord | null, string>(
    async (keys) => {
      const rows = await this.query(READ_RECORDS, [...this.keys(keys.map((k) => k.streamId)), keys.map((k) => k.number), this.programId]);
      const found = new Map(rows.map((row) => [`${row.stream_id} ${row.record_of}`, storedRecord(row)]));
      return keys.map(({ streamId, number }) => found.get(`${streamId} ${number}`) ?? null);
    },
    { cacheKeyFn: ({ streamId, number }) => `${streamId} ${number}` },
  );

  /** The first hundred records that wait for something, as they fall due. */
  readonly waiting = new DataLoader<string, readonly EntryRecord[]>(async (ids) => {
    const rows = await this.query(READ_WAITING, [...this.keys(ids), this.programId]);
    const records = Map.groupBy(rows, (row) => row.stream_id);
    return ids.map((id) => (records.get(id) ?? []).map(storedRecord));
  });

  readonly entries = new DataLoader<{ streamId: string; number: number }, StoredEntry | null, string>(
    async (keys) => {
      const rows = await this.query(READ_ENTRIES, [...this.keys(keys.map((k) => k.streamId)), keys.map((k) => k.number), this.programId]);
      const found = new Map(rows.map((row) => [`${row.stream_id} ${row.number}`, storedEntry(row)]));
      return keys.map(({ streamId, number }) => found.get(`${streamId} ${number}`) ?? null);
    },
    { cacheKeyFn: ({ streamId, number }) => `${streamId} ${number}` },
  );
}

const profileOf = (row: Row): ProfileRow => ({
  id: row.id as string,
  externalId: row.external_id as string | null,
  email: row.email as string | null,
  givenName: row.given_name as string | null,
  familyName: row.family_name as string | null,
  birthDate: row.birth_date as string | null,
  attributes: row.attributes as Record<string, unknown> | null,
  referralCode: row.referral_code as string | null,
  erasedAt: row.erased_at as Date | null,
});
