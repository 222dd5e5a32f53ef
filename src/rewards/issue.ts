import type { Draft } from '../journal/core/draft.js';
import type { EntryData } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';
import { codesKey, drawnKey, type VoucherPoolSettings } from '../vouchers/pool.js';
import { poolVoucherId } from '../vouchers/voucher-id.js';
import { type HandedOut, type Redemption, VOUCHERS } from './redemption.js';
import type { RewardSettings } from './reward.js';

/** A voucher that was made for the command, should the reward hand out one of its own making. */
export interface Offered {
  /** UUID of the voucher. */
  readonly id: string;
  /** SHA-256 of its code, in hex. */
  readonly hash: string;
}

/** What an entry carries for what it issues. */
export type Effects = Pick<EntryData, 'shared' | 'listed'> & { readonly because?: Readonly<Record<string, unknown>> };

/** The redemption once it is issued, with its voucher where there is one, and what the entry must carry for that. */
export function issue(
  draft: Draft<Program>,
  reward: RewardSettings,
  redemption: Redemption,
  of: number,
  offered: Offered,
): { readonly redemption: Redemption; readonly effects: Effects } {
  const { program, at } = draft;
  const ends = reward.validity === null ? null : program.calendar.add(at, reward.validity, null);
  const issued: Redemption = { ...redemption, status: 'ISSUED', awaits: null, expiresAt: ends };
  if (!reward.voucher) return { redemption: issued, effects: {} };
  if ('terms' in reward.voucher) {
    const voucher: HandedOut = { id: offered.id, terms: reward.voucher.terms, expiresAt: ends, pool: null };
    return { redemption: { ...issued, voucher }, effects: { listed: [{ list: VOUCHERS, key: offered.hash, of }] } };
  }
  const pool = poolOf(program, reward.voucher.pool);
  const keys = [codesKey(pool.id), drawnKey(pool.id)] as const;
  const [codes, drawn] = draft.shared.used(keys) as [number, number];
  const position = drawn + 1;
  const expiresAt = pool.expiresAt === null ? ends : Math.min(pool.expiresAt, ends ?? pool.expiresAt);
  const voucher: HandedOut = { id: poolVoucherId(pool.id, position), terms: pool.terms, expiresAt, pool: { id: pool.id, position } };
  const left = codes - position;
  return {
    redemption: { ...issued, voucher, expiresAt },
    effects: {
      shared: draft.shared.add([{ ...keys[1], delta: 1 }]),
      listed: [{ list: VOUCHERS, key: voucher.id, of }],
      ...(left === pool.warnAt && { because: { poolLow: { pool: pool.id, left } } }),
    },
  };
}

export function poolOf({ settings }: Program, id: string): VoucherPoolSettings {
  const pool = settings.voucherPools?.find((each) => each.id === id);
  if (!pool) throw new Error(`voucher pool ${id} is gone`);
  return pool;
}
