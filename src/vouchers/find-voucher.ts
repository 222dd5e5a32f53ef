import type { Context } from '../context.js';
import type { Refusal } from '../journal/core/decide.js';
import type { Row } from '../journal/transaction.js';
import { VOUCHERS } from '../rewards/redemption.js';
import { issuedBy } from '../rewards/reward-loaders.js';
import { codeHash, plainCode } from './codes.js';
import type { Issued } from './terms.js';

/** A voucher that somebody may use. */
export interface Found {
  /** UUID. */
  readonly id: string;
  readonly issued: Issued;
}

const CODE_MAX = 64;

/** Either of the two: a code that was made has no row in a pool, and one of a pool no digest in a list. */
const FIND = `select l.stream_id, l.number, null as voucher_id from listings l
    where l.program_id = $1 and l.list = '${VOUCHERS}' and l.key = $2
  union all select null, null, c.voucher_id from voucher_codes c where c.program_id = $1 and c.hash = decode($2, 'hex')`;

/**
 * The voucher of a code, or why there is none. Wrong codes are counted, and after too many of them none is looked at for a while, so
 * that nobody finds one by trying. A code of a pool for rewards is none before it was handed out.
 */
export async function findVoucher(context: Context, code: string): Promise<Found | Refusal> {
  const refusal = await refuseTooManyAttempts(context);
  if (refusal) return refusal;
  const found = plainCode(code).length > CODE_MAX ? null : await lookUp(context, code);
  if (found) return found;
  await context.services.attempts.note(context);
  return { code: 'VOUCHER_NOT_FOUND', message: 'There is no voucher with this code.', path: ['code'] };
}

/** Why no code is looked at for a while; undefined while it is. */
export async function refuseTooManyAttempts(context: Context): Promise<Refusal | undefined> {
  const retryAfter = await context.services.attempts.wait(context);
  if (retryAfter === null) return undefined;
  const message = `Too many wrong codes. Wait ${retryAfter} seconds; no code is looked at before.`;
  return { code: 'TOO_MANY_ATTEMPTS', message, path: ['code'], data: { retryAfter } };
}

async function lookUp({ reads, programId, rewards }: Context, code: string): Promise<Found | null> {
  const [row] = (await reads.query<Row>(FIND, [programId, codeHash(code)])).rows;
  if (!row) return null;
  if (row.voucher_id) {
    const id = row.voucher_id as string;
    const issued = await rewards.issued(id);
    return issued && { id, issued };
  }
  const place = { streamId: row.stream_id as string, number: Number(row.number) };
  const redemption = await rewards.redemption(place);
  const issued = issuedBy(place, redemption);
  return redemption?.voucher && issued ? { id: redemption.voucher.id, issued } : null;
}
