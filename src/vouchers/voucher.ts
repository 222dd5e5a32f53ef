import type { Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { EntryRecord } from '../journal/core/records.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';
import { amountOf, type Issued, walletOf } from './terms.js';

export const VOUCHER = 'VOUCHER';

/** What a voucher's stream is about: the record of its first entry. */
export interface VoucherRecord extends Issued {
  readonly type: typeof VOUCHER;
}

/** Number of the entry that opens a voucher's stream. */
export const OPENING = 1;

export const voucherOf = (record: EntryRecord | null): VoucherRecord | null =>
  record?.value.type === VOUCHER ? (record.value as VoucherRecord) : null;

/** Opens the stream of a voucher that is used for the first time, with all that it is worth. */
export function openVoucher(draft: Draft<Program>, issued: Issued): void {
  if (draft.state.number > 0) return;
  const { terms, expiresAt } = issued;
  const [currency, amount] = [walletOf(terms), amountOf(terms)];
  const record: VoucherRecord = { type: VOUCHER, ...issued };
  draft.post('VOUCHER_ISSUED', {
    input: issued,
    changes: [draft.change(currency, { active: amount, earned: amount }, [{ expiresAt, source: 'issued', amount }])],
    records: [{ of: OPENING, dueAt: null, value: record }],
  });
}

export type VoucherStatus = 'OPEN' | 'USED' | 'EXPIRED' | 'VOID';

/** What has become of a voucher by a state of its stream. */
export function statusOf(state: StreamState, { terms }: Issued): VoucherStatus {
  if (state.status === 'CLOSED') return 'VOID';
  const { active = 0, held = 0, expired = 0 } = state.wallets[walletOf(terms)] ?? {};
  if (active + held > 0) return 'OPEN';
  return expired > 0 ? 'EXPIRED' : 'USED';
}

/** Why nothing more can be had from a voucher; undefined while there is something. */
export function refuseUnusable(draft: Draft<Program>, issued: Issued): Refusal | undefined {
  const status = isPast(draft, issued) ? 'EXPIRED' : statusOf(draft.state, issued);
  const said = { OPEN: '', USED: 'was used up', EXPIRED: 'has expired', VOID: 'is void' }[status];
  return status === 'OPEN' ? undefined : { code: 'VOUCHER_NOT_VALID', message: `This voucher ${said}.`, path: ['code'], data: { status } };
}

const isPast = ({ at, state }: Draft<Program>, { expiresAt }: Issued): boolean =>
  state.number <= OPENING && expiresAt !== null && expiresAt <= at;
