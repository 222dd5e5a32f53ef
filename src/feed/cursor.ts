import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Row } from '../journal/transaction.js';

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
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals cursors, so that they can be neither forged nor read: positions would tell one programme what
 * another does. AES-256-GCM under the installation's secret (NIST SP 800-38D).
 */
export class CursorSeal {
  private readonly key: Buffer;

  constructor(
    secret: Buffer,
    readonly epoch: string,
  ) {
    this.key = createHash('sha256').update('laurel cursor').update(secret).digest();
  }

  seal({ epoch, programId, stream, positions }: Cursor): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const text = JSON.stringify([epoch, programId, stream?.streamId ?? null, stream?.number ?? 0, positions]);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** The cursor in a text; null when it is none of ours. One of another epoch opens, and says so. */
  open(text: string): Cursor | null {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes[0] !== VERSION || bytes.length <= 1 + NONCE_BYTES + TAG_BYTES) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(1, 1 + NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES));
      const opened = Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
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
}

/** Names this database and the line of its history: a restored or failed-over one has another. */
export async function readEpoch(query: (text: string) => Promise<Row[]>): Promise<string> {
  const [row] = await query(
    `select system_identifier::text as system, timeline_id::text as timeline, (select lane_count from installation)::text as lanes
      from pg_control_system(), pg_control_checkpoint()`,
  );
  return `${row?.system}.${row?.timeline}.${row?.lanes}`;
}
