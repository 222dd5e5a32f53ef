import { ENTRY_COLUMNS, type StoredEntry, storedEntry } from '../journal/stored-entry.js';
import type { Transaction } from '../journal/transaction.js';

/** The positions behind `after`, up to and with `upTo`. */
export interface LaneSpan {
  readonly lane: number;
  readonly after: number;
  readonly upTo: number;
}

const COUNT = {
  name: 'spans_count',
  text: `select q.lane, j.count from unnest($1::int2[], $2::int8[], $3::int8[]) q(lane, after, up_to)
    cross join lateral (
      select count(distinct j.position)::int from journal j where j.lane = q.lane and j.position > q.after and j.position <= q.up_to
    ) j`,
};
const READ = {
  name: 'spans_read',
  text: `select ${ENTRY_COLUMNS} from unnest($1::int2[], $2::int8[], $3::int8[]) q(lane, after, up_to)
    cross join lateral (
      select * from journal j where j.lane = q.lane and j.position > q.after and j.position <= q.up_to and j.program_id = any($4::uuid[])
        and ($5::text[] is null or j.kind = any($5))
      order by j.position
    ) j order by j.lane, j.position`,
};

/**
 * Entries of some programmes in spans of lanes, in the order of lanes and positions. Positions are counted before anything is
 * filtered; a lane with a hole is not among the whole ones, and none of its entries is given.
 */
export async function readSpans(
  tx: Transaction,
  spans: readonly LaneSpan[],
  programIds: readonly string[],
  kinds: readonly string[] | null = null,
): Promise<{ whole: ReadonlySet<number>; entries: readonly StoredEntry[] }> {
  const values = [spans.map(({ lane }) => lane), spans.map(({ after }) => after), spans.map(({ upTo }) => upTo)];
  const counts = new Map((await tx.query(COUNT, values)).map((row) => [Number(row.lane), Number(row.count)]));
  const whole = new Set(spans.filter(({ lane, after, upTo }) => counts.get(lane) === upTo - after).map(({ lane }) => lane));
  const rows = await tx.query(READ, [...values, programIds, kinds]);
  return { whole, entries: rows.map(storedEntry).filter(({ lane }) => whole.has(lane)) };
}
