import type { Pool } from 'pg';
import { inTransaction } from '../journal/in-transaction.js';
import type { Transaction } from '../journal/transaction.js';
import { readSpans } from '../reactors/lane-spans.js';
import { type Addressed, insertDeliveries } from './collect.js';
import { FILTER_COLUMNS, matches, storedFilter } from './filter.js';

/** Positions of a lane in one step. */
const SPAN_MAX = 1_000;
/** While so many deliveries wait, a replay waits, too: it must neither flood the table nor an endpoint. */
const PENDING_MAX = 1_000;

const IS_ANY = 'select 1 from webhook_replays limit 1';
const TAKE = {
  name: 'replay_take',
  text: `select r.endpoint_id, r.positions, r.until, e.program_id, ${FILTER_COLUMNS} from webhook_replays r join webhook_endpoints e on e.id = r.endpoint_id
    where e.is_enabled and not exists (
      select from webhook_deliveries d where d.endpoint_id = r.endpoint_id and not d.is_dead offset ${PENDING_MAX}
    ) order by r.turn_at limit 1 for update of r skip locked`,
};
const MOVE = {
  name: 'replay_move',
  text: 'update webhook_replays set positions = $2::int8[], turn_at = clock_timestamp() where endpoint_id = $1',
};
const END = { name: 'replay_end', text: 'delete from webhook_replays where endpoint_id = $1' };

/**
 * Works off replays in steps, each one transaction that adds deliveries and moves the replay's place: it goes on
 * where it was after a restart, on whichever process.
 */
export class Replayer {
  private running: Promise<void> | undefined;
  private isStopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly report: (error: unknown) => void,
    private readonly committed: () => void,
  ) {}

  readonly wake = (): void => {
    if (!this.isStopped) this.running ??= this.run();
  };

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      const { rows } = await this.pool.query(IS_ANY);
      if (rows.length === 0) return;
      while (!this.isStopped && (await inTransaction(this.pool, (tx) => this.step(tx)))) this.committed();
    } catch (error) {
      this.report(error);
    } finally {
      this.running = undefined;
    }
  }

  /** False: nothing to do. */
  private async step(tx: Transaction): Promise<boolean> {
    const [row] = await tx.query(TAKE, []);
    if (!row) return false;
    const endpointId = row.endpoint_id as string;
    const positions = (row.positions as string[]).map(Number);
    const until = (row.until as string[]).map(Number);
    const lane = positions.findIndex((position, i) => position < (until[i] as number));
    if (lane < 0) {
      await tx.query(END, [endpointId]);
      return true;
    }
    const after = positions[lane] as number;
    const upTo = Math.min(until[lane] as number, after + SPAN_MAX);
    const { whole, entries } = await readSpans(tx, [{ lane, after, upTo }], [row.program_id as string]);
    if (!whole.has(lane)) throw new Error(`lane ${lane} has a hole between ${after} and ${upTo}; a replay stays before it`);
    const filter = storedFilter(row);
    const addressed = entries
      .filter((entry) => matches(filter, entry))
      .map((entry): Addressed => ({ entry, endpointId, positions: positions.with(lane, entry.position) }));
    await insertDeliveries(tx, addressed, true);
    await tx.query(MOVE, [endpointId, `{${positions.with(lane, upTo).join()}}`]);
    return true;
  }
}
