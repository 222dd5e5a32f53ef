import DataLoader from 'dataloader';
import type { Context } from '../context.js';
import type { Row } from '../journal/transaction.js';
import { codeHash } from '../vouchers/codes.js';
import type { Issued } from '../vouchers/terms.js';
import { OPENING, voucherOf } from '../vouchers/voucher.js';
import { poolVoucherId, positionIn } from '../vouchers/voucher-id.js';
import { type Redemption, redemptionOf, VOUCHERS } from './redemption.js';

const FIND_ISSUED = `select l.key, l.stream_id, l.number from listings l
  where l.program_id = $1 and l.list = '${VOUCHERS}' and l.key = any($2::text[])`;
const READ_CODES = `select c.voucher_id, c.code from unnest($2::uuid[], $3::int8[]) q(pool_id, position)
  join voucher_codes c using (pool_id, position) where c.program_id = $1`;
const READ_GIFTS = 'select id, email, message from gifts where program_id = $1 and id = any($2::uuid[])';

export interface GiftRow {
  readonly email: string | null;
  readonly message: string | null;
}

type Place = { readonly streamId: string; readonly number: number };

/** Reads of redemptions and vouchers for one operation: each kind of thing costs one statement however many ask for it. */
export class RewardLoaders {
  constructor(private readonly context: Context) {}

  /** The redemption that an entry made; null where it made none. */
  async redemption(place: Place): Promise<Redemption | null> {
    return redemptionOf(await this.context.members.records.load(place));
  }

  /** Where a voucher was handed out, by its UUID; null: nowhere. */
  readonly handedOut = new DataLoader<string, Place | null>(async (ids) => {
    const digests = ids.map((id) => codeHash(this.context.services.voucherCodes.codeOf(id)));
    const { rows } = await this.query(FIND_ISSUED, [[...ids, ...digests]]);
    const places = new Map(rows.map((row) => [row.key, { streamId: row.stream_id as string, number: Number(row.number) }]));
    return ids.map((id, i) => places.get(id) ?? places.get(digests[i]) ?? null);
  });

  /** What a voucher's stream begins with; null where there is no such voucher. */
  async issued(id: string): Promise<Issued | null> {
    const opened = voucherOf(await this.context.members.records.load({ streamId: id, number: OPENING }));
    if (opened) return opened;
    const place = await this.handedOut.load(id);
    if (place) return issuedBy(place, await this.redemption(place));
    const { settings } = await this.context.program();
    const pool = settings.voucherPools?.find((each) => each.use === 'OPEN' && poolVoucherId(each.id, positionIn(id)) === id);
    if (!pool) return null;
    const place0 = { id: pool.id, position: positionIn(id) };
    return (await this.codes.load(place0)) === undefined
      ? null
      : { terms: pool.terms, expiresAt: pool.expiresAt, pool: place0, redemption: null };
  }

  /** The code at a place of a pool; null: it is derived; undefined: there is none. */
  readonly codes = new DataLoader<{ readonly id: string; readonly position: number }, string | null | undefined, string>(
    async (places) => {
      const { rows } = await this.query(READ_CODES, [places.map(({ id }) => id), places.map(({ position }) => position)]);
      const codes = new Map(rows.map((row) => [row.voucher_id as string, row.code as string | null]));
      return places.map(({ id, position }) => codes.get(poolVoucherId(id, position)));
    },
    { cacheKeyFn: ({ id, position }) => `${id} ${position}` },
  );

  /** What was said of a gift; null where it was erased. */
  readonly gifts = new DataLoader<string, GiftRow | null>(async (ids) => {
    const { rows } = await this.query(READ_GIFTS, [ids]);
    const gifts = new Map(rows.map((row) => [row.id, { email: row.email as string | null, message: row.message as string | null }]));
    return ids.map((id) => gifts.get(id) ?? null);
  });

  private query(text: string, values: readonly unknown[]) {
    return this.context.reads.query<Row>(text, [this.context.programId, ...values]);
  }
}

/** What a redemption handed out; null where it has no voucher. */
export function issuedBy({ streamId, number }: Place, redemption: Redemption | null): Issued | null {
  if (!redemption?.voucher) return null;
  const { id: _, ...issued } = redemption.voucher;
  return { ...issued, redemption: { member: streamId, number } };
}
