import type { Outcome } from './batch.js';
import type { Command } from './core/decide.js';

/** A batch that was committed, as whoever watches the lanes sees it. */
export interface BatchRecord {
  /** Ascending. */
  readonly lanes: readonly number[];
  /** ms since 1970. */
  readonly startedAt: number;
  readonly ms: number;
  readonly commands: readonly Command[];
  /** An outcome for each command. */
  readonly outcomes: readonly (Outcome | Error)[];
}

/** Called after every batch. It must neither throw nor wait. */
export type BatchObserver = (record: BatchRecord) => void;
