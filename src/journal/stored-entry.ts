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

/** An entry of these columns. What it holds is parsed for the first who asks: most of what is read in a lane nobody does. */
export const storedEntry = (row: Row): StoredEntry => new ReadEntry(row);

class ReadEntry implements StoredEntry {
  readonly programId: string;
  readonly streamId: string;
  readonly shard: number;
  readonly lane: number;
  readonly position: number;
  readonly number: number;
  readonly kind: string;
  readonly effectiveAt: number;
  readonly postedAt: number;
  private text: string;
  private parsed: Entry['data'] | null = null;

  constructor(row: Row) {
    this.programId = row.program_id as string;
    this.streamId = row.stream_id as string;
    this.shard = Number(row.shard);
    this.lane = Number(row.lane);
    this.position = Number(row.position);
    this.number = Number(row.number);
    this.kind = row.kind as string;
    this.effectiveAt = Number(row.effective_at);
    this.postedAt = Number(row.posted_at);
    this.text = row.data as string;
  }

  get data(): Entry['data'] {
    if (this.parsed === null) {
      this.parsed = JSON.parse(this.text) as Entry['data'];
      this.text = '';
    }
    return this.parsed;
  }
}
