import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TAG_AT = 1 + NONCE_BYTES;
const TEXT_AT = TAG_AT + TAG_BYTES;
/** Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;

/**
 * The secrets that endpoints are signed for, as they are stored: AES-256-GCM under a key derived from the installation's
 * secret (HKDF, RFC 5869), bound to their endpoint so that one row's secret is of no use in another.
 */
export class WebhookSecrets {
  private readonly key: Buffer;

  constructor(installationSecret: Buffer) {
    this.key = Buffer.from(hkdfSync('sha256', installationSecret, '', 'laurel webhook secrets 1', 32));
  }

  /** A new secret as the partner is shown it, once. */
  static make(): string {
    return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  }

  seal(endpointId: string, secret: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(endpointId));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when it was sealed for another endpoint or by another installation */
  open(endpointId: string, sealed: Uint8Array): string {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== VERSION) throw new Error('a webhook secret is sealed in an unknown way');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(1, TAG_AT), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(endpointId)).setAuthTag(bytes.subarray(TAG_AT, TEXT_AT));
    return Buffer.concat([decipher.update(bytes.subarray(TEXT_AT)), decipher.final()]).toString('utf8');
  }
}
