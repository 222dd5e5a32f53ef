import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { newUuid, streamIdOf } from '../graphql/global-id.js';

/** Douglas Crockford's base 32: no I, L, O and U, so that nothing in it looks like something else in it. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 16 characters of 32: 80 bits. */
const CODE_LENGTH = 16;

/**
 * The codes of vouchers that are made here. A code is derived from the voucher's id with a key of the installation, so it is
 * stored nowhere; whoever reads the database or the journal alone learns none.
 */
export class VoucherCodes {
  private readonly key: KeyObject;

  constructor(installationSecret: Uint8Array) {
    this.key = createSecretKey(Buffer.from(hkdfSync('sha256', installationSecret, '', 'laurel voucher codes 1', 32)));
  }

  /** The code of a voucher, or the claim code of a gift, by its UUID. */
  codeOf(id: string): string {
    const digest = createHmac('sha256', this.key).update(id).digest();
    let bits = 0n;
    for (const byte of digest.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
    let code = '';
    for (let i = CODE_LENGTH - 1; i >= 0; i -= 1) code += ALPHABET[Number((bits >> BigInt(5 * i)) & 31n)];
    return code;
  }

  /** A new voucher, to be handed out by a command: its id, and the digest of its code in hex. */
  offer(): { readonly id: string; readonly hash: string } {
    const id = streamIdOf('voucher', newUuid());
    return { id, hash: codeHash(this.codeOf(id)) };
  }
}

/** As codes are compared: whatever the case, spaces and hyphens, and with what looks alike taken for the same. */
export const plainCode = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** SHA-256 of a code as it is compared, in hex. */
export const codeHash = (code: string): string => createHash('sha256').update(plainCode(code)).digest('hex');
