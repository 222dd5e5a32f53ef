import type { Instant } from '../journal/core/entry.js';
import type { SharedKey } from '../journal/core/shared-counters.js';
import type { VoucherTerms } from './terms.js';

/** A stock of codes, imported or generated ahead. */
export interface VoucherPoolSettings {
  readonly id: string;
  readonly name: string;
  readonly terms: VoucherTerms;
  /** `REWARDS`: rewards hand its codes out, and none is valid before; `OPEN`: every code is valid as it is. */
  readonly use: 'REWARDS' | 'OPEN';
  /** When its codes end, exclusive; null: never, unless the redemption does. */
  readonly expiresAt: Instant | null;
  /** A warning is given when so few are left; null: none. */
  readonly warnAt: number | null;
}

/** How many codes the pool has. */
export const codesKey = (pool: string): SharedKey => ({ counter: `codes:${pool}`, window: 0 });

/** How many of them were handed out: the position of the last one. */
export const drawnKey = (pool: string): SharedKey => ({ counter: `drawn:${pool}`, window: 0 });
