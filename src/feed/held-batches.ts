import type { LaneBatch } from './followers.js';

/** Entries held for a reader that is not asking. Beyond it nothing is held: the journal holds it. */
const HELD_MAX = 256;

/**
 * What the tailer gave and the reader has not asked for yet, in constant memory. When it overflows,
 * everything is dropped and the lanes are marked as lagging; their entries are then read from the journal.
 */
export class HeldBatches {
  /** Lanes in which something lies between the reader's place and what is held. */
  readonly lagging = new Set<number>();
  private batches: LaneBatch[] = [];
  private size = 0;

  put(batch: LaneBatch): void {
    if (this.lagging.has(batch.lane)) return;
    const size = sizeOf(batch);
    if (this.size + size <= HELD_MAX) {
      this.batches.push(batch);
      this.size += size;
      return;
    }
    this.lagging.add(batch.lane);
    for (const { lane } of this.batches) this.lagging.add(lane);
    this.clear();
  }

  shift(): LaneBatch | undefined {
    const batch = this.batches.shift();
    if (batch) this.size -= sizeOf(batch);
    return batch;
  }

  clear(): void {
    this.batches = [];
    this.size = 0;
  }

  get isEmpty(): boolean {
    return this.batches.length === 0 && this.lagging.size === 0;
  }
}

/** One without entries of the reader's programme takes room, too. */
const sizeOf = ({ entries }: LaneBatch): number => Math.max(1, entries.length);
