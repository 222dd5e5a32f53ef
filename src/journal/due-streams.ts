import type { Statement, Transaction } from './transaction.js';

/** Of one programme in one look, so that the many of one do not keep the few of another waiting. */
const OF_PROGRAM_MAX = 128;
const LOOK_MAX = 256;
/** Lots and records that one command settles, give or take those of one instant: what is due of one member may be any number. */
const STEPS_MAX = 200;

const TAKE_TURN: Statement = {
  name: 'sweeper_turn',
  text: "select pg_try_advisory_xact_lock(hashtextextended('laurel sweeper', 0)) as is_ours",
};

const FIND_DUE: Statement = {
  name: 'sweeper_find',
  text: `select p.id as program_id, s.stream_id, least(l.expires_at, r.due_at, p.now) as until
    from (select id, coalesce(test_clock, $1) as now from programs order by random()) p
    cross join lateral (
      select * from streams s where s.program_id = p.id and s.next_due_at <= p.now and s.stream_id <> all ($2::uuid[])
      order by s.next_due_at limit ${OF_PROGRAM_MAX}
    ) s
    left join lateral (
      select l.expires_at from lots l where l.shard = s.shard and l.stream_id = s.stream_id and l.expires_at <= p.now
      order by l.expires_at offset ${STEPS_MAX} limit 1
    ) l on true
    left join lateral (
      select r.due_at from records r where r.shard = s.shard and r.stream_id = s.stream_id and r.due_at <= p.now
      order by r.due_at offset ${STEPS_MAX} limit 1
    ) r on true
    limit ${LOOK_MAX}`,
};

/** A stream on which something fell due. */
export interface DueStream {
  readonly programId: string;
  readonly streamId: string;
  /** How far to settle it: to now, or less far where much is due of it. */
  readonly until: number;
}

/**
 * Some of the streams that are due, of every programme the earliest; none where another process is sweeping, which it may as
 * long as the transaction is open.
 */
export async function takeDue(tx: Transaction, now: number, without: readonly string[]): Promise<DueStream[]> {
  const [turn] = await tx.query(TAKE_TURN, []);
  if (!turn?.is_ours) return [];
  const rows = await tx.query(FIND_DUE, [now, without]);
  return rows.map((row) => ({
    programId: row.program_id as string,
    streamId: row.stream_id as string,
    until: Number(row.until),
  }));
}
