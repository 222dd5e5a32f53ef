import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { BLOCK_BYTES, NumberBlocks, openNumber, type Tweak } from './number-blocks.js';

/** A place in one stream, or in all streams of a programme. */
export interface Cursor {
  /** The database, and the line of its history, that the place belongs to. */
  readonly epoch: string;
  readonly programId: string;
  /** The stream and the number of its last entry that was handled; null: programme-wide. */
  readonly stream: { readonly streamId: string; readonly number: number } | null;
  /** Programme-wide: the position handled in each lane; else empty. */
  readonly positions: readonly number[];
}

/** The whole place is one sealed text. */
const WHOLE = 1;
/** The stream is a sealed text, which its cursors share, and the number in it a block behind that. */
const OF_STREAM = 2;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NONCES_AT_ONCE = 256;
const NONCE_AT = 1 + SALT_BYTES;
const TAG_AT = NONCE_AT + NONCE_BYTES;
const TEXT_AT = TAG_AT + TAG_BYTES;

/** Random nonces under one key are sound for 2^32 texts (NIST SP 800-38D, 8.3); a busy feed seals those within a day. */
const SEALS_PER_KEY = 2 ** 30;

/** Labels of the keys that are made from one secret and salt: none begins like another, so that no two are the same. */
const KEY_OF_WHOLE = 'laurel cursor';
const KEY_OF_STREAM = 'laurel stream';
const KEY_OF_NUMBERS = 'laurel number';

/**
 * Seals cursors, so that they can be neither forged nor read: positions would tell one programme what
 * another does. AES-256-GCM; the keys are made from the installation's secret and a salt that stands in
 * the cursor, so every process seals under keys of its own and all open each other's. Of one stream the
 * cursors differ in the number alone, so the rest is sealed once (ADR 20).
 */
export class CursorSeal {
  private readonly secret: KeyObject;
  private keys!: SealKeys;
  private seals = 0;
  private nonces: Buffer = Buffer.alloc(0);

  /** @param epoch of the cursors that are made; it changes when the database has another history */
  constructor(
    secret: Buffer,
    public epoch: string,
  ) {
    this.secret = createSecretKey(secret);
    this.renewKeys();
  }

  seal({ epoch, programId, stream, positions }: Cursor): string {
    const text = JSON.stringify([epoch, programId, stream?.streamId ?? null, stream?.number ?? 0, positions]);
    return this.sealed(WHOLE, text).toString('base64url');
  }

  /** The cursors of one stream, of the present epoch. */
  ofStream(programId: string, streamId: string): StreamCursors {
    const text = JSON.stringify([this.epoch, programId, streamId]);
    // To whole groups of base64, so that a block can be written behind it.
    const sealed = this.sealed(OF_STREAM, text + ' '.repeat(2 - ((Buffer.byteLength(text) + 2) % 3)));
    const { numbers } = this.keys;
    return new StreamCursors(sealed.toString('base64url'), numbers, numbers.tweakOf(sealed.subarray(NONCE_AT, TAG_AT)));
  }

  /** The cursor in a text; null when it is none of ours. One of another epoch opens, and says so. */
  open(text: string): Cursor | null {
    const bytes = Buffer.from(text, 'base64url');
    try {
      if (bytes[0] === WHOLE) return this.openWhole(bytes);
      if (bytes[0] === OF_STREAM) return this.openOfStream(bytes);
    } catch {
      // Too short, or a tag that is wrong.
    }
    return null;
  }

  private openWhole(bytes: Buffer): Cursor {
    const [epoch, programId, streamId, number, positions] = this.opened(KEY_OF_WHOLE, bytes) as [
      string,
      string,
      string | null,
      number,
      number[],
    ];
    return { epoch, programId, stream: streamId === null ? null : { streamId, number }, positions };
  }

  private openOfStream(bytes: Buffer): Cursor | null {
    const end = bytes.length - BLOCK_BYTES;
    const [epoch, programId, streamId] = this.opened(KEY_OF_STREAM, bytes.subarray(0, end)) as [string, string, string];
    const key = this.numbersKeyOf(bytes.subarray(1, NONCE_AT));
    const number = openNumber(key, bytes.subarray(NONCE_AT, TAG_AT), bytes.subarray(end));
    return number === null ? null : { epoch, programId, stream: { streamId, number }, positions: [] };
  }

  private sealed(version: number, text: string): Buffer {
    this.seals += 1;
    if (this.seals > SEALS_PER_KEY) this.renewKeys();
    const { salt, whole, stream } = this.keys;
    const nonce = this.nextNonce();
    const cipher = createCipheriv('aes-256-gcm', version === WHOLE ? whole : stream, nonce);
    const body = cipher.update(text, 'utf8');
    // GCM holds nothing back.
    cipher.final();
    const bytes = Buffer.allocUnsafe(TEXT_AT + body.length);
    bytes[0] = version;
    salt.copy(bytes, 1);
    nonce.copy(bytes, NONCE_AT);
    cipher.getAuthTag().copy(bytes, TAG_AT);
    body.copy(bytes, TEXT_AT);
    return bytes;
  }

  /** @throws where it was not sealed so */
  private opened(label: string, bytes: Buffer): unknown {
    const key = this.keyOf(label, bytes.subarray(1, NONCE_AT));
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(NONCE_AT, TAG_AT), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(TAG_AT, TEXT_AT));
    const text = Buffer.concat([decipher.update(bytes.subarray(TEXT_AT)), decipher.final()]);
    return JSON.parse(text.toString('utf8'));
  }

  /** Random bytes are drawn for many at once: drawing costs a third of a seal. */
  private nextNonce(): Buffer {
    if (this.nonces.length < NONCE_BYTES) this.nonces = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
    const nonce = this.nonces.subarray(0, NONCE_BYTES);
    this.nonces = this.nonces.subarray(NONCE_BYTES);
    return nonce;
  }

  private renewKeys(): void {
    const salt = randomBytes(SALT_BYTES);
    const [whole, stream] = [this.keyOf(KEY_OF_WHOLE, salt), this.keyOf(KEY_OF_STREAM, salt)];
    this.keys = { salt, whole, stream, numbers: new NumberBlocks(this.numbersKeyOf(salt)) };
    this.seals = 1;
  }

  private keyOf(label: string, salt: Buffer): KeyObject {
    return createSecretKey(createHmac('sha256', this.secret).update(label).update(salt).digest());
  }

  private numbersKeyOf(salt: Buffer): Buffer {
    return createHmac('sha512', this.secret).update(KEY_OF_NUMBERS).update(salt).digest();
  }
}

/** What a process seals with. Prepared: from bytes a key would be made anew for each cursor, at four times the cost. */
interface SealKeys {
  readonly salt: Buffer;
  readonly whole: KeyObject;
  readonly stream: KeyObject;
  readonly numbers: NumberBlocks;
}

/** Makes the cursors of one stream, at one block of AES each. */
export class StreamCursors {
  constructor(
    private readonly stream: string,
    private readonly numbers: NumberBlocks,
    private readonly tweak: Tweak,
  ) {}

  at(number: number): string {
    return this.stream + this.numbers.seal(this.tweak, number);
  }
}
