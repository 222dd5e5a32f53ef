import { newUuid } from '../graphql/global-id.js';
import type { Row, Transaction } from '../journal/transaction.js';
import type { PlacedEntry, Reaction } from '../reactors/reaction.js';
import { FILTER_COLUMNS, matches, storedFilter } from './filter.js';

const READ_PROGRAMS = { name: 'webhook_programs', text: 'select distinct program_id from webhook_endpoints where is_enabled' };
const READ_ENDPOINTS = {
  name: 'webhook_endpoints',
  text: `select e.id, e.program_id, e.starts, ${FILTER_COLUMNS} from webhook_endpoints e where e.is_enabled and e.program_id = any($1::uuid[])`,
};
const INSERT = {
  name: 'webhook_collect',
  text: `insert into webhook_deliveries (id, endpoint_id, shard, stream_id, number, kind, positions, is_replay)
    select q.id, q.endpoint_id, q.shard, q.stream_id, q.number, q.kind, q.positions::int8[], $8
      from unnest($1::uuid[], $2::uuid[], $3::int2[], $4::uuid[], $5::int8[], $6::text[], $7::text[])
        q(id, endpoint_id, shard, stream_id, number, kind, positions)`,
};

/** One entry for one endpoint. */
export interface Addressed extends PlacedEntry {
  readonly endpointId: string;
}

/** Turns entries into deliveries for the endpoints that want them. It sends nothing. */
export const collectWebhooks = (committed: () => void): Reaction => ({
  name: 'webhooks',
  committed,
  async prepare(tx) {
    const programIds = (await tx.query(READ_PROGRAMS, [])).map((row) => row.program_id as string);
    if (programIds.length === 0) return null;
    return { programIds, handle: (entries) => collect(tx, entries) };
  },
});

async function collect(tx: Transaction, entries: readonly PlacedEntry[]): Promise<void> {
  const programIds = [...new Set(entries.map(({ entry }) => entry.programId))];
  const byProgram = Map.groupBy((await tx.query(READ_ENDPOINTS, [programIds])).map(endpointOf), ({ programId }) => programId);
  const addressed = entries.flatMap((placed) => {
    const { entry } = placed;
    return (byProgram.get(entry.programId) ?? [])
      .filter(({ starts, filter }) => entry.position > (starts[entry.lane] ?? 0) && matches(filter, entry))
      .map(({ endpointId }): Addressed => ({ ...placed, endpointId }));
  });
  await insertDeliveries(tx, addressed, false);
}

const endpointOf = (row: Row) => ({
  endpointId: row.id as string,
  programId: row.program_id as string,
  /** What an endpoint was made behind is not sent to it, even when the reactor comes by later. */
  starts: (row.starts as string[]).map(Number),
  filter: storedFilter(row),
});

export async function insertDeliveries(tx: Transaction, addressed: readonly Addressed[], isReplay: boolean): Promise<void> {
  if (addressed.length === 0) return;
  await tx.query(INSERT, [
    addressed.map(newUuid),
    addressed.map(({ endpointId }) => endpointId),
    addressed.map(({ entry }) => entry.shard),
    addressed.map(({ entry }) => entry.streamId),
    addressed.map(({ entry }) => entry.number),
    addressed.map(({ entry }) => entry.kind),
    addressed.map(({ positions }) => `{${positions.join()}}`),
    isReplay,
  ]);
}
