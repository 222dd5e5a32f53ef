import { shardOf } from '../../journal/shard.js';
import type { Statement, Transaction } from '../../journal/transaction.js';
import type { Deed } from './deeds.js';
import type { CommunityEvent } from './events.js';

/** How often a deed was recorded, and whether the last time still counts. */
export interface Recorded {
  readonly times: number;
  readonly isStanding: boolean;
  /** Somebody else took it back, and it stays so. */
  readonly isFinal: boolean;
  /** As what; null: never. A post stays what it was when it is moved to the top of another thread. */
  readonly event: CommunityEvent | null;
}

export const NEVER_RECORDED: Recorded = { times: 0, isStanding: false, isFinal: false, event: null };

/** The author's own number of the activity that a deed became the n-th time it was recorded. */
export const externalIdOf = ({ name }: Pick<Deed, 'name'>, time: number): string => `laurel:community:${name}:${time}`;

/** So many times of each deed are looked up together; who was taken back more often than that is looked up further. */
const TIMES_PER_LOOK = 4;

const READ: Statement = {
  name: 'deeds_recorded',
  text: `select q.place, r.value ->> 'cancelledBy' is null as is_standing, j.data -> 'input' ->> 'name' as event,
      coalesce(c.data ->> 'by' <> 'system', false) as is_final
    from unnest($1::int2[], $2::uuid[], $3::text[], $4::int4[]) q(shard, stream_id, external_id, place)
      join journal j on j.shard = q.shard and j.stream_id = q.stream_id and j.external_id = q.external_id
      left join records r on r.shard = j.shard and r.stream_id = j.stream_id and r.number = j.number
      left join journal c on c.shard = j.shard and c.stream_id = j.stream_id and c.number = (r.value ->> 'cancelledBy')::int8`,
};

/** What the authors' journals say of deeds, by name. */
export async function readRecorded(tx: Transaction, programId: string, deeds: readonly Deed[]): Promise<ReadonlyMap<string, Recorded>> {
  const found = new Map<string, Recorded>();
  let open = deeds;
  for (let from = 1; open.length > 0; from += TIMES_PER_LOOK) {
    const wanted = open.flatMap((deed) => Array.from({ length: TIMES_PER_LOOK }, (_, i) => ({ deed, time: from + i })));
    const rows = await tx.query(READ, [
      wanted.map(({ deed }) => shardOf(programId, deed.author)),
      wanted.map(({ deed }) => deed.author),
      wanted.map(({ deed, time }) => externalIdOf(deed, time)),
      wanted.map((_, i) => i),
    ]);
    for (const row of rows) {
      const { deed, time } = wanted[Number(row.place)] as { deed: Deed; time: number };
      if (time > (found.get(deed.name)?.times ?? 0))
        found.set(deed.name, {
          times: time,
          isStanding: row.is_standing === true,
          isFinal: row.is_final === true,
          event: row.event as CommunityEvent,
        });
    }
    const last = from + TIMES_PER_LOOK - 1;
    open = open.filter(({ name }) => found.get(name)?.times === last);
  }
  return found;
}
