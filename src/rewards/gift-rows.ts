import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import { globalId, newUuid } from '../graphql/global-id.js';
import { shardOf } from '../journal/shard.js';
import type { Row, Transaction } from '../journal/transaction.js';
import { codeHash } from '../vouchers/codes.js';
import { giftsOf } from './redemption.js';

const KEEP = {
  name: 'keep_gift',
  text: `insert into gifts (id, program_id, sender_id, idempotency_key, claim_hash, email, message, created_at)
    values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, now())
    on conflict (program_id, sender_id, idempotency_key) do update set idempotency_key = excluded.idempotency_key
    returning id`,
};
const DROP = { name: 'drop_gift', text: 'delete from gifts where id = $1' };
const FIND = `select g.id, g.sender_id, j.number from gifts g
  join journal j on j.shard = $3 and j.stream_id = g.sender_id and j.idempotency_key = g.idempotency_key
  where g.program_id = $1 and g.id = $2`;
const FIND_BY_CLAIM = `select id, sender_id from gifts where program_id = $1 and claim_hash = decode($2, 'hex')`;
const ERASE = { name: 'erase_gifts', text: 'update gifts set email = null, message = null where program_id = $1 and sender_id = $2' };
/** Gifts to a member, by the records of the redemptions that are listed for them. */
const ERASE_RECEIVED = {
  name: 'erase_received_gifts',
  text: `update gifts g set email = null, message = null from listings l
    join records r on r.shard = l.shard and r.stream_id = l.stream_id and r.number = l.number
    where g.program_id = $1 and l.program_id = $1 and l.list = $2 and g.id = (r.value -> 'gift' ->> 'id')::uuid`,
};
const READ_SAID = `select id, email, message, created_at from gifts where program_id = $1 and sender_id = $2 order by id`;

/** What is said of a gift, beside the journal, so that it can be erased. */
export interface GiftText {
  readonly email: string | null;
  readonly message: string | null;
}

/**
 * Keeps what is said of a gift before its command is given. The command's key names the row, so that sending it again
 * finds the same one. `isNew`: nobody sent it before.
 */
export async function keepGift(
  context: Context,
  sender: string,
  key: string,
  { email, message }: GiftText,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { programId, services } = context;
  const made = newUuid();
  const hash = codeHash(services.voucherCodes.codeOf(made));
  const [row] = await changing(context, (tx) => tx.query(KEEP, [made, programId, sender, key, hash, email, message]));
  return { id: row?.id as string, isNew: row?.id === made };
}

/** Forgets a gift whose command was refused. */
export const dropGift = (context: Context, id: string): Promise<unknown> => changing(context, (tx) => tx.query(DROP, [id]));

/** The redemption of a claim code, by its giver and the number of its entry; null where there is none. */
export async function findGift(context: Context, code: string): Promise<{ readonly sender: string; readonly redemption: number } | null> {
  const { reads, programId } = context;
  const { rows } = await reads.query<Row>(FIND_BY_CLAIM, [programId, codeHash(code)]);
  const [gift] = rows;
  if (!gift) return null;
  const sender = gift.sender_id as string;
  const made = await reads.query<Row>(FIND, [programId, gift.id, shardOf(programId, sender)]);
  const number = made.rows[0]?.number;
  return number == null ? null : { sender, redemption: Number(number) };
}

/** Erases what a member said of gifts that they gave, and what was said to them. */
export async function eraseGifts(tx: Transaction, programId: string, member: string): Promise<void> {
  await tx.query(ERASE, [programId, member]);
  await tx.query(ERASE_RECEIVED, [programId, giftsOf(member)]);
}

/** What a member said of the gifts that they gave. */
export const saidOfGifts = async ({ reads, programId }: Context, member: string): Promise<readonly Record<string, unknown>[]> =>
  (await reads.query<Row>(READ_SAID, [programId, member])).rows.map((row) => ({
    ...{ id: globalId('gift', row.id as string), email: row.email, message: row.message, createdAt: row.created_at },
  }));

const changing = <T>(context: Context, change: (tx: Transaction) => Promise<T>): Promise<T> =>
  unitOfWork(context, async (_, tx) => ({ result: await change(tx), commands: [] }));
