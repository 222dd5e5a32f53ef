import type { Entry } from './core/entry.js';
import type { Row } from './transaction.js';

/** An entry as it stands in the journal. */
export interface StoredEntry extends Entry {
  readonly programId: string;
  readonly streamId: string;
  readonly shard: number;
  readonly lane: number;
  readonly position: number;
  readonly postedAt: number;
}

/** The columns that `storedEntry` reads, for a table alias `j`. */
export const ENTRY_COLUMNS =
  'j.program_id, j.stream_id, j.shard, j.lane, j.position, j.number, j.kind, j.effective_at, j.posted_at, j.data::text as data';

export const storedEntry = (row: Row): StoredEntry => ({
  programId: row.program_id as string,
  streamId: row.stream_id as string,
  shard: Number(row.shard),
  lane: Number(row.lane),
  position: Number(row.position),
  number: Number(row.number),
  kind: row.kind as string,
  effectiveAt: Number(row.effective_at),
  postedAt: Number(row.posted_at),
  data: JSON.parse(row.data as string),
});
