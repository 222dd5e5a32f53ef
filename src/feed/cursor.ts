import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

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

const VERSION = 1;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NONCES_AT_ONCE = 256;
const NONCE_AT = 1 + SALT_BYTES;
const TAG_AT = NONCE_AT + NONCE_BYTES;
const TEXT_AT = TAG_AT + TAG_BYTES;

/** Random nonces under one key are sound for 2^32 texts (NIST SP 800-38D, 8.3); a busy feed seals those within a day. */
const SEALS_PER_KEY = 2 ** 30;

/**
 * Seals cursors, so that they can be neither forged nor read: positions would tell one programme what
 * another does. AES-256-GCM; the key is made from the installation's secret and a salt that stands in
 * the cursor, so every process seals under keys of its own and all open each other's.
 */
export class CursorSeal {
  private salt = randomBytes(SALT_BYTES);
  /** Prepared: from bytes it would be made anew for each cursor, at four times the cost. */
  private key: KeyObject;
  private seals = 0;
  private nonces: Buffer = Buffer.alloc(0);

  /** @param epoch of the cursors that are made; it changes when the database has another history */
  constructor(
    private readonly secret: Buffer,
    public epoch: string,
  ) {
    this.key = this.keyOf(this.salt);
  }

  seal({ epoch, programId, stream, positions }: Cursor): string {
    this.seals += 1;
    if (this.seals > SEALS_PER_KEY) this.renewKey();
    const nonce = this.nextNonce();
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const text = JSON.stringify([epoch, programId, stream?.streamId ?? null, stream?.number ?? 0, positions]);
    const sealed = cipher.update(text, 'utf8');
    // GCM holds nothing back.
    cipher.final();
    const cursor = Buffer.allocUnsafe(TEXT_AT + sealed.length);
    cursor[0] = VERSION;
    this.salt.copy(cursor, 1);
    nonce.copy(cursor, NONCE_AT);
    cipher.getAuthTag().copy(cursor, TAG_AT);
    sealed.copy(cursor, TEXT_AT);
    return cursor.toString('base64url');
  }

  /** The cursor in a text; null when it is none of ours. One of another epoch opens, and says so. */
  open(text: string): Cursor | null {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes[0] !== VERSION || bytes.length <= TEXT_AT) return null;
    try {
      const key = this.keyOf(bytes.subarray(1, NONCE_AT));
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(NONCE_AT, TAG_AT), { authTagLength: TAG_BYTES });
      decipher.setAuthTag(bytes.subarray(TAG_AT, TEXT_AT));
      const opened = Buffer.concat([decipher.update(bytes.subarray(TEXT_AT)), decipher.final()]);
      const [epoch, programId, streamId, number, positions] = JSON.parse(opened.toString('utf8')) as [
        string,
        string,
        string | null,
        number,
        number[],
      ];
      return { epoch, programId, stream: streamId === null ? null : { streamId, number }, positions };
    } catch {
      return null;
    }
  }

  /** Random bytes are drawn for many at once: drawing costs a third of a seal. */
  private nextNonce(): Buffer {
    if (this.nonces.length < NONCE_BYTES) this.nonces = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
    const nonce = this.nonces.subarray(0, NONCE_BYTES);
    this.nonces = this.nonces.subarray(NONCE_BYTES);
    return nonce;
  }

  private renewKey(): void {
    this.salt = randomBytes(SALT_BYTES);
    this.key = this.keyOf(this.salt);
    this.seals = 1;
  }

  private keyOf(salt: Buffer): KeyObject {
    return createSecretKey(createHmac('sha256', this.secret).update('laurel cursor').update(salt).digest());
  }
}
