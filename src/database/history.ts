import type { ClientBase, Pool } from 'pg';
import type { Row } from '../journal/transaction.js';

/**
 * Names this database and the line of its history: a restored or failed-over one has another. The timeline
 * is taken from the log that is being written, as the control file has the old one until the first
 * checkpoint after a promotion, which is paced and may be minutes away.
 */
export const readEpoch = async (query: (text: string) => Promise<Row[]>): Promise<string> => epochOf((await query(READ_HISTORY))[0]);

const READ_HISTORY = `select system_identifier::text as system, (select lane_count from installation)::text as lanes, pg_is_in_recovery() as is_standby,
    case when pg_is_in_recovery() then timeline_id::text
      else ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int::text end as timeline
  from pg_control_system(), pg_control_checkpoint()`;

const epochOf = (row: Row | undefined): string => `${row?.system}.${row?.timeline}.${row?.lanes}`;

/** What pg calls with each new connection, before anybody is given it. */
type Options = { onConnect?: (client: ClientBase) => Promise<void> };

/**
 * Notices when the database beneath a running process has another history: after a failover or a restore what was read before may
 * never have happened. That breaks every connection, so it is looked for where a new one is made, before anything is read by it.
 */
export class HistoryWatch {
  constructor(
    private epoch: string,
    /** Told of the new epoch, in the turn in which it is noticed. */
    private readonly onFork: (epoch: string) => void,
  ) {}

  watch(...pools: readonly Pool[]): void {
    for (const pool of pools) (pool as unknown as { options: Options }).options.onConnect = (client) => this.look(client);
  }

  /** @throws Error when nothing may be read there: a standby, whose history is not settled yet, or a database that is not ours */
  private async look(client: ClientBase): Promise<void> {
    const { rows } = await client.query<Row>({ name: 'tell_history', text: READ_HISTORY });
    if (rows[0]?.is_standby) throw new Error('The database is a standby.');
    const epoch = epochOf(rows[0]);
    if (epoch === this.epoch) return;
    const [system, , lanes] = epoch.split('.');
    const [knownSystem, , knownLanes] = this.epoch.split('.');
    if (system !== knownSystem || lanes !== knownLanes)
      throw new Error('This is another database than at the start: start the process anew.');
    this.epoch = epoch;
    this.onFork(epoch);
  }
}
