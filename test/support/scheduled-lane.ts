import type fc from 'fast-check';
import type { Row } from '../../src/journal/transaction.js';

export const PROGRAM = '00000000-0000-0000-0000-000000000001';
export const FOREIGN = '00000000-0000-0000-0000-000000000002';
export const STREAM = { streamId: '00000000-0000-0000-0000-00000000000a', shard: 0 };
const STATE = JSON.stringify({ enrolledAt: 0, wallets: {}, standings: {} });

/** A lane with one stream of ours and one of another programme, that answers the feed's statements; when, the scheduler says. */
export class ScheduledLane {
  readonly rows: (Row & { program_id: string; number: number; position: number })[] = [];
  number = 0;

  constructor(private readonly scheduler: fc.Scheduler) {}

  commit(count: number, programId: string): void {
    for (let i = 0; i < count; i += 1) {
      const isOurs = programId === PROGRAM;
      if (isOurs) this.number += 1;
      const place = { shard: 0, lane: 0, position: this.rows.length + 1, number: isOurs ? this.number : 0 };
      this.rows.push({
        ...place,
        program_id: programId,
        stream_id: isOurs ? STREAM.streamId : FOREIGN,
        kind: 'NOTED',
        effective_at: 0,
        posted_at: 0,
        data: '{}',
      });
    }
  }

  /** Two steps: the statement sees the journal in the first; its answer arrives in the second, after whatever came between. */
  readonly query = async ({ name, values }: { name: string; values: number[] & string[] & number[][] }): Promise<{ rows: Row[] }> => {
    await this.scheduler.schedule(Promise.resolve(), `run ${name}`);
    const rows = this.answer(name, values);
    await this.scheduler.schedule(Promise.resolve(), `answer ${name}`);
    return { rows };
  };

  private answer(name: string, values: readonly unknown[]): Row[] {
    const behind = (of: keyof Row, after: unknown) =>
      this.rows.filter((row) => row.program_id === PROGRAM && Number(row[of]) > Number(after));
    const page = (head: number, rows: Row[], limit: unknown) =>
      rows.length === 0 ? [{ head, number: null }] : rows.slice(0, Number(limit)).map((row) => ({ ...row, head }));
    switch (name) {
      case 'tail_heads':
      case 'feed_lanes':
        return [{ lane: 0, position: this.rows.length }];
      case 'tail_lanes':
        return this.rows.slice((values[1] as number[])[0], ((values[1] as number[])[0] as number) + 1_000);
      case 'feed_snapshots':
        return [
          {
            shard: 0,
            stream_id: STREAM.streamId,
            program_id: PROGRAM,
            number: this.number,
            settled_at: 0,
            next_due_at: null,
            status: 'ACTIVE',
            state: STATE,
          },
        ];
      case 'feed_stream':
        return page(this.number, behind('number', values[3]), values[4]);
      case 'feed_lane':
        return page(this.rows.length, behind('position', values[1]), values[3]);
      default:
        throw new Error(`no such statement: ${name}`);
    }
  }
}

/** Until nothing is left to do, also of what goes through the event loop instead of the scheduler. */
export async function settled(scheduler: fc.Scheduler): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await new Promise(setImmediate);
    if (scheduler.count() === 0) continue;
    quiet = -1;
    await scheduler.waitIdle();
  }
}
