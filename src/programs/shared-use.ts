import DataLoader from 'dataloader';
import type { Reads } from '../database/program-reads.js';
import type { SharedKey } from '../journal/core/shared-counters.js';
import type { Row } from '../journal/transaction.js';

const READ_USE = `select c.counter, c."window", c.used
  from unnest($2::text[], $3::int8[]) q(counter, window_start)
  join shared_counters c on (c.program_id, c.counter, c."window") = ($1, q.counter, q.window_start)`;

const nameOf = ({ counter, window }: SharedKey): string => `${window} ${counter}`;

/** How much is used of shared counters of a programme: one statement, however many are asked for. */
export const sharedUseLoader = (reads: Reads, programId: string): DataLoader<SharedKey, number, string> =>
  new DataLoader<SharedKey, number, string>(
    async (keys) => {
      const { rows } = await reads.query<Row>(READ_USE, [programId, keys.map(({ counter }) => counter), keys.map(({ window }) => window)]);
      const used = new Map(
        rows.map(({ counter, window, used }) => [nameOf({ counter: counter as string, window: Number(window) }), Number(used)]),
      );
      return keys.map((key) => used.get(nameOf(key)) ?? 0);
    },
    { cacheKeyFn: nameOf },
  );
