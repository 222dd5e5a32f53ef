import type { Pool } from 'pg';
import type { ProgramView } from './core/draft.js';
import type { Journal } from './journal.js';
import { RetryLater } from './lanes.js';

const INTERVAL_MS = 10_000;
const BATCH_SIZE = 500;

const FIND_DUE = `select p.id as program_id, d.stream_id from programs p
  cross join lateral (
    select s.stream_id from streams s
    where s.program_id = p.id and s.next_due_at <= coalesce(p.test_clock, $1)
    order by s.next_due_at limit $2
  ) d limit $2`;

/**
 * Posts what fell due on streams that nobody touches. It gives ordinary commands, a few at a time, through
 * the same lanes as everybody else; stopped half-way it goes on at the next start.
 */
export class Sweeper<P extends ProgramView> {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isAskedAgain = false;
  private isStopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly journal: Journal<P>,
    private readonly report: (error: unknown) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), INTERVAL_MS);
    this.timer.unref();
  }

  /** Sweeps now, or once more when a sweep is under way. */
  readonly wake = (): void => {
    this.isAskedAgain = true;
    if (this.isStopped) return;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
  };

  /** Resolves once nothing is due. */
  async finished(): Promise<void> {
    while (this.running) await this.running;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.isAskedAgain && !this.isStopped) {
      this.isAskedAgain = false;
      try {
        await this.sweep();
      } catch (error) {
        if (!(error instanceof RetryLater)) this.report(error);
      }
    }
  }

  private async sweep(): Promise<void> {
    const seen = new Set<string>();
    for (;;) {
      const { rows } = await this.pool.query<{ program_id: string; stream_id: string }>(FIND_DUE, [Date.now(), BATCH_SIZE]);
      const due = rows.filter((row) => !seen.has(row.stream_id));
      if (due.length === 0 || this.isStopped) return;
      await Promise.all(
        due.map(({ program_id: programId, stream_id: streamId }) => {
          seen.add(streamId);
          return this.journal.submit({ type: 'SETTLE', programId, streamId, by: 'system', input: null });
        }),
      );
    }
  }
}
