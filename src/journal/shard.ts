/** How many shards there are, for ever: the shard is part of every key of the hot tables. */
export const SHARD_COUNT = 256;

/** FNV-1a over programme and stream id: cheap, stable, and independent of how the ids were made. */
export function shardOf(programId: string, streamId: string): number {
  let hash = 0x811c9dc5;
  const text = `${programId}/${streamId}`;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return ((hash >>> 0) ^ (hash >>> 16)) & (SHARD_COUNT - 1);
}

/** The lane whose head row a batch must hold to write to a shard. */
export const laneOf = (shard: number, laneCount: number): number => shard % laneCount;

/** The lanes of streams, ascending. */
export const lanesOf = (streams: readonly { readonly shard: number }[], laneCount: number): number[] =>
  [...new Set(streams.map(({ shard }) => laneOf(shard, laneCount)))].sort((a, b) => a - b);
