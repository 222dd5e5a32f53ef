import type { StoredEntry } from '../journal/stored-entry.js';

/** Entries of one lane that follow each other without a gap, `from` to `to`, or those among them that somebody asked for. */
export interface LaneBatch {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  readonly entries: readonly StoredEntry[];
}

/** Somebody who follows lanes. Both methods return at once. */
export interface Follower {
  readonly lanes: readonly number[];
  /** Only this stream's entries are given, and nothing when there are none; null: every batch as it is. */
  readonly streamId: string | null;
  take(batch: LaneBatch): void;
  /** No more will come; with an error when the lane could not be read on. */
  end(error?: Error): void;
}

/** Those who follow one lane. A batch costs by its entries, not by how many follow other streams. */
export class LaneFollowers implements Iterable<Follower> {
  private readonly ofAll = new Set<Follower>();
  private readonly ofStream = new Map<string, Set<Follower>>();

  add(follower: Follower): void {
    const { streamId } = follower;
    if (streamId === null) {
      this.ofAll.add(follower);
      return;
    }
    const present = this.ofStream.get(streamId);
    if (present) present.add(follower);
    else this.ofStream.set(streamId, new Set([follower]));
  }

  delete(follower: Follower): void {
    const { streamId } = follower;
    if (streamId === null) {
      this.ofAll.delete(follower);
      return;
    }
    const present = this.ofStream.get(streamId);
    present?.delete(follower);
    if (present?.size === 0) this.ofStream.delete(streamId);
  }

  get isEmpty(): boolean {
    return this.ofAll.size === 0 && this.ofStream.size === 0;
  }

  give(batch: LaneBatch): void {
    for (const follower of this.ofAll) follower.take(batch);
    if (this.ofStream.size === 0) return;
    for (const [streamId, entries] of Map.groupBy(batch.entries, (entry) => entry.streamId)) {
      for (const follower of this.ofStream.get(streamId) ?? []) follower.take({ ...batch, entries });
    }
  }

  *[Symbol.iterator](): Iterator<Follower> {
    yield* this.ofAll;
    for (const followers of this.ofStream.values()) yield* followers;
  }
}
