import { hash } from 'node:crypto';

/** The head of a lane before its first entry. */
export const GENESIS_HASH = '0'.repeat(64);

/** What the hash of an entry covers: every stored column. */
export interface ChainedColumns {
  readonly lane: number;
  readonly position: number;
  readonly shard: number;
  readonly programId: string;
  readonly streamId: string;
  readonly number: number;
  readonly kind: string;
  readonly effectiveAt: number;
  readonly postedAt: number;
  readonly key: string | null;
  readonly inputHash: string | null;
  readonly externalId: string | null;
  /** The stored JSON text, to the byte. */
  readonly data: string;
}

/** SHA-256 over the hash of the entry before it in the lane and this entry's columns; hex. */
export function chainHash(previous: string, e: ChainedColumns): string {
  const columns = [
    e.lane,
    e.position,
    e.shard,
    e.programId,
    e.streamId,
    e.number,
    e.kind,
    e.effectiveAt,
    e.postedAt,
    e.key,
    e.inputHash,
    e.externalId,
  ];
  return hash('sha256', `${previous}\n${JSON.stringify(columns)}\n${e.data}`, 'hex');
}
