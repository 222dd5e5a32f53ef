import type { Instant } from './entry.js';

/** How much of something a member used in the period that began at `window`. */
export interface Counter {
  readonly window: Instant;
  readonly used: number;
}

/** A counter after an entry. */
export interface CounterChange extends Counter {
  readonly counter: string;
}
