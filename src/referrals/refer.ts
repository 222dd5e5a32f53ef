import type { Context } from '../context.js';
import { newUuid } from '../graphql/global-id.js';
import { isStorable } from '../graphql/stored-text.js';
import type { Refusal } from '../journal/core/decide.js';
import type { MemberStatus } from '../journal/core/entry.js';
import { shardOf } from '../journal/shard.js';
import type { Statement, Transaction } from '../journal/transaction.js';
import type { Program } from '../programs/program.js';
import { mailboxOf } from './mailbox.js';
import type { ReferralFlag, ReferralStart } from './referral.js';
import { plainCode } from './referral-code.js';
import { ruleInForce } from './rules.js';

/** Who refers is held, so that referrals of one member are counted one after the other, and nobody erases them meanwhile. */
const HOLD_BY_CODE: Statement = {
  name: 'hold_referrers',
  text: `select id, email, shard from members where program_id = $1 and referral_code = any($2::text[]) order by id for no key update`,
};
const READ_CODES: Statement = {
  name: 'read_referral_codes',
  text: 'select id, referral_code from members where program_id = $1 and id = any($2::uuid[])',
};
const HOLD_MEMBERS: Statement = {
  name: 'hold_referral_members',
  text: `select id, email, shard from members where program_id = $1 and id = any($2::uuid[]) and erased_at is null
    order by id for no key update`,
};
const READ_STANDING: Statement = {
  name: 'read_referral_standing',
  text: `select s.stream_id, s.status, s.state ->> 'enrolledAt' as enrolled_at
    from unnest($1::int2[], $2::uuid[]) q(shard, stream_id) join streams s using (shard, stream_id)`,
};
const COUNT_RECENT: Statement = {
  name: 'count_recent_referrals',
  text: 'select count(*)::int as count from referrals where program_id = $1 and referrer = $2 and started_at >= $3',
};
const READ_ADDRESSES: Statement = {
  name: 'read_referred_addresses',
  text: `select m.email from referrals r join members m on m.id = r.referee
    where r.program_id = $1 and r.referrer = $2 and m.email is not null order by r.id desc limit 1000`,
};
const INSERT: Statement = {
  name: 'insert_referral',
  text: `insert into referrals (id, program_id, referee, referee_shard, referrer, referrer_shard, rule, started_at, is_flagged)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};

/** A member as the guards see them. */
export interface Party {
  /** UUID. */
  readonly id: string;
  readonly email: string | null;
  readonly shard: number;
  readonly status: MemberStatus;
  /** Milliseconds since 1970. */
  readonly enrolledAt: number;
}

/** Members by their UUIDs, held to the end of the transaction. Lanes are taken after them. */
export async function holdParties(tx: Transaction, programId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Party>> {
  const rows = await tx.query(HOLD_MEMBERS, [programId, ids]);
  const standings = await tx.query(READ_STANDING, [rows.map(({ shard }) => shard), rows.map(({ id }) => id)]);
  const byId = new Map(standings.map((row) => [row.stream_id, row]));
  return new Map(
    rows.map((row) => {
      const { status, enrolled_at } = byId.get(row.id) ?? {};
      const party = { id: row.id as string, email: row.email as string | null, shard: Number(row.shard) };
      return [party.id, { ...party, status: status as MemberStatus, enrolledAt: Number(enrolled_at) }];
    }),
  );
}

/** Members by their codes, held in the same way. */
export async function holdReferrers(tx: Transaction, programId: string, codes: readonly string[]): Promise<ReadonlyMap<string, Party>> {
  if (codes.length === 0) return new Map();
  const ids = (await tx.query(HOLD_BY_CODE, [programId, codes.map(plainCode).filter(isStorable)])).map(({ id }) => id as string);
  const parties = await holdParties(tx, programId, ids);
  // Read behind the lock: a code goes with the erasure of its member.
  const rows = await tx.query(READ_CODES, [programId, ids]);
  return new Map(
    rows.flatMap((row) => (parties.has(row.id as string) ? [[row.referral_code as string, parties.get(row.id as string) as Party]] : [])),
  );
}

/** Who is referred, and at which instant. */
export interface Referee {
  /** UUID. */
  readonly id: string;
  readonly email: string | null | undefined;
  readonly at: number;
}

/**
 * Lets a member refer another one: checks what can be said of the two, and lists the referral. What it gives is said to the
 * referee's stream in the same transaction.
 */
export async function refer(
  tx: Transaction,
  { programId }: Pick<Context, 'programId'>,
  program: Program,
  referrer: Party,
  { id, email, at }: Referee,
): Promise<ReferralStart | Refusal> {
  const rule = ruleInForce(program, at);
  if (!rule) return refusal('NO_REFERRAL_RULE', 'The programme has no referral rule in force now; enrol without a code.');
  if (referrer.status !== 'ACTIVE') return refusal('REFERRER_NOT_ACTIVE', 'The member with this code is suspended or closed.');
  if (at < referrer.enrolledAt) return refusal('REFERRER_ENROLLED_LATER', 'The member with this code joined only after this instant.');
  if (id === referrer.id || isSameMailbox(email, referrer.email)) return refusal('SELF_REFERRAL', 'Nobody can refer themselves.');

  const flags: ReferralFlag[] = [];
  if (rule.flagAbove) {
    const since = program.calendar.rolling(at, rule.flagAbove.period).start;
    const [row] = await tx.query(COUNT_RECENT, [programId, referrer.id, since]);
    if (Number(row?.count) >= rule.flagAbove.count) flags.push({ code: 'MANY_IN_A_SHORT_TIME', note: null });
  }
  if (email != null) {
    const others = await tx.query(READ_ADDRESSES, [programId, referrer.id]);
    if (others.some((row) => isSameMailbox(email, row.email as string))) flags.push({ code: 'SAME_MAILBOX', note: null });
  }
  const referral = newUuid();
  await tx.query(INSERT, [
    ...[referral, programId, id, shardOf(programId, id), referrer.id, referrer.shard, rule.id, at, flags.length > 0],
  ]);
  return { referral, referrer: referrer.id, rule: rule.id, flags };
}

const isSameMailbox = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a != null && b != null && mailboxOf(a) === mailboxOf(b);

const refusal = (code: string, message: string): Refusal => ({ code, message, path: ['referralCode'] });

export const codeNotFound = (): Refusal =>
  refusal('REFERRAL_CODE_NOT_FOUND', 'No member has this referral code. Ask for it again, or leave it out.');
