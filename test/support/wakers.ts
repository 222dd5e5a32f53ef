import { Caller, TestLaurel } from './laurel.js';

const NEVER_MS = 2 ** 31 - 1;

/** What tells a feed of a commit, each without the others: how the processes are started, and whether the reader's is the writer's. */
const WAKERS = {
  'by the signal of its own process alone': { doorbell: false, tickMs: NEVER_MS, isApart: false },
  'by its timer alone, of what another process writes': { doorbell: false, tickMs: 250, isApart: true },
  'by the doorbell alone, of what another process writes': { doorbell: true, tickMs: NEVER_MS, isApart: true },
} as const;
export type Waker = keyof typeof WAKERS;
export const wakers = Object.keys(WAKERS) as Waker[];

/** Laurel as a writer and as a reader see it: one process, or two on one database. */
export class WriterAndReader {
  private constructor(
    readonly writer: TestLaurel,
    readonly reader: TestLaurel,
  ) {}

  static async start(waker: Waker): Promise<WriterAndReader> {
    const { doorbell, tickMs, isApart } = WAKERS[waker];
    const parts = { tailer: { tickMs } };
    const writer = await TestLaurel.start({ doorbell }, parts);
    const reader = isApart ? await TestLaurel.start({ doorbell, databaseUrl: writer.databaseUrl }, parts) : writer;
    return new WriterAndReader(writer, reader);
  }

  /** The same caller, of the reader's process. */
  reading({ secret }: Caller): Caller {
    return new Caller(this.reader.url, secret);
  }

  async stop(): Promise<void> {
    if (this.reader !== this.writer) await this.reader.stop();
    await this.writer.stop();
  }
}
