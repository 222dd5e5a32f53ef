import { type Cipheriv, createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';

export const BLOCK_BYTES = 16;
/** Of AES-256, twice: one for blocks, one for tweaks. */
const KEY_BYTES = 32;
/** Numbers are below 2^53: what is above the lower 64 bits, and the upper 11 of those, is zero. */
const UPPER_MAX = 2 ** 21;

/** What a nonce does to the blocks that belong to it. */
export type Tweak = readonly [number, number, number, number];

/**
 * A number in one block: XTS-AES-256 (IEEE 1619) of a data unit that is a single block. Who has no key can neither read nor make
 * one, nor put it to another nonce: 75 bits of it have to be zero when it is opened. Why that does is told in ADR 20.
 */
export class NumberBlocks {
  /** Kept, because making one costs more than ten blocks. What XTS does around it is done here. */
  private readonly blocks: Cipheriv;
  private readonly tweaks: Cipheriv;
  private readonly block = Buffer.alloc(BLOCK_BYTES);

  /** @param key 64 bytes */
  constructor(key: Buffer) {
    this.blocks = plainAes(key.subarray(0, KEY_BYTES));
    this.tweaks = plainAes(key.subarray(KEY_BYTES));
  }

  /** @param nonce 12 bytes, which no other texts of this key have */
  tweakOf(nonce: Buffer): Tweak {
    const bytes = this.tweaks.update(unitOf(nonce));
    return [bytes.readInt32BE(0), bytes.readInt32BE(4), bytes.readInt32BE(8), bytes.readInt32BE(12)];
  }

  /** The block of a number, in base64url. */
  seal([a, b, c, d]: Tweak, number: number): string {
    const { block } = this;
    block.writeInt32BE(a, 0);
    block.writeInt32BE(b, 4);
    block.writeInt32BE(c ^ Math.floor(number / 2 ** 32), 8);
    block.writeInt32BE(d ^ (number | 0), 12);
    const sealed = this.blocks.update(block);
    sealed.writeInt32BE(sealed.readInt32BE(0) ^ a, 0);
    sealed.writeInt32BE(sealed.readInt32BE(4) ^ b, 4);
    sealed.writeInt32BE(sealed.readInt32BE(8) ^ c, 8);
    sealed.writeInt32BE(sealed.readInt32BE(12) ^ d, 12);
    return sealed.toString('base64url');
  }
}

/** The number in a block; null when it was not made with this key and nonce. */
export function openNumber(key: Buffer, nonce: Buffer, block: Buffer): number | null {
  const bytes = createDecipheriv('aes-256-xts', createSecretKey(key), unitOf(nonce)).update(block);
  const upper = bytes.readUInt32BE(8);
  if (bytes.readUInt32BE(0) !== 0 || bytes.readUInt32BE(4) !== 0 || upper >= UPPER_MAX) return null;
  return upper * 2 ** 32 + bytes.readUInt32BE(12);
}

const plainAes = (key: Buffer): Cipheriv => createCipheriv('aes-256-ecb', createSecretKey(key), null).setAutoPadding(false);

/** The number of a data unit, as XTS calls it. */
const unitOf = (nonce: Buffer): Buffer => Buffer.concat([nonce], BLOCK_BYTES);
