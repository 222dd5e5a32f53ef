import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import { Refused } from '../graphql/attempt.js';
import { newUuid } from '../graphql/global-id.js';
import { isStorable } from '../graphql/stored-text.js';
import type { Refusal } from '../journal/core/decide.js';
import { shardOf } from '../journal/shard.js';
import type { Transaction } from '../journal/transaction.js';
import type { Program } from '../programs/program.js';
import { codeNotFound, holdReferrers, type Party, refer } from '../referrals/refer.js';
import type { ReferralStart } from '../referrals/referral.js';
import { newReferralCode, plainCode } from '../referrals/referral-code.js';
import { ENROLL_MEMBER } from './enrollment.js';
import { Member } from './member.entity.js';
import { newDigestKey, type Profile, profileDigest, refuseProfile } from './member-profile.js';

export interface Enrollment extends Profile {
  /** Code of the member who referred this one. */
  readonly referralCode?: string | null;
  readonly enrolledAt?: Date | null;
}

/** The new member's UUID, or why there is none. `memberId` beside a refusal: who has that key already. */
export type Enrolled = { readonly memberId: string; readonly refusal?: Refusal } | { readonly memberId: null; readonly refusal: Refusal };

const TRIES_MAX = 5;

/**
 * Enrols members: profile, stream and first entry in one transaction. An externalId or e-mail address
 * that is taken refuses that item alone, so enrolling the same list again is harmless.
 */
export async function enroll(context: Context, items: readonly Enrollment[]): Promise<Enrolled[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await enrollOnce(context, items);
    } catch (error) {
      if (error instanceof Refused) return items.map(() => ({ memberId: null, refusal: error.refusal }));
      // Somebody else enrolled one of them meanwhile: look again.
      if (tries === TRIES_MAX || !(error instanceof UniqueConstraintViolationException)) throw error;
    }
  }
}

async function enrollOnce(context: Context, items: readonly Enrollment[]): Promise<Enrolled[]> {
  const { programId, by } = context;
  const program = await context.program();
  return unitOfWork(context, async (em, tx) => {
    const referrers = await holdReferrers(
      tx,
      programId,
      items.flatMap(({ referralCode }) => referralCode ?? []),
    );
    const owners = await ownersOf(em, programId, items);
    const now = new Date();
    const outcomes: Enrolled[] = [];
    const opened: { memberId: string; item: Enrollment; digestKey: Buffer; referral: ReferralStart | null }[] = [];
    for (const item of items) {
      const refusal = refuseProfile(item) ?? owners.refuse(item) ?? refuseInstant(item, program);
      if (refusal) {
        outcomes.push({ memberId: owners.of(item), refusal });
        continue;
      }
      const memberId = newUuid();
      const referral = await referralOf(tx, context, program, referrers, memberId, item);
      if (referral && 'code' in referral) {
        outcomes.push({ memberId: null, refusal: referral });
        continue;
      }
      owners.add(item, memberId);
      const { externalId = null, email = null, givenName = null, familyName = null, birthDate = null, attributes = null } = item;
      const profile = {
        externalId,
        email,
        givenName,
        familyName,
        birthDate,
        attributes,
        referralCode: newReferralCode(),
        digestKey: newDigestKey(),
      };
      em.persist(
        em.create(Member, { id: memberId, programId, shard: shardOf(programId, memberId), ...profile, createdAt: now, updatedAt: now }),
      );
      opened.push({ memberId, item, digestKey: profile.digestKey, referral });
      outcomes.push({ memberId });
    }
    const commands = opened.map(({ memberId, digestKey, referral, item: { enrolledAt, referralCode: _, ...profile } }) => ({
      type: ENROLL_MEMBER,
      programId,
      streamId: memberId,
      by,
      input: { ...profileDigest(digestKey, profile), ...(referral && { referral }) },
      effectiveAt: enrolledAt?.getTime() ?? null,
    }));
    return { result: outcomes, commands };
  });
}

/** By whom a new member was referred, listed already; null: by nobody. */
async function referralOf(
  tx: Transaction,
  context: Context,
  program: Program,
  referrers: ReadonlyMap<string, Party>,
  memberId: string,
  { referralCode, enrolledAt, email }: Enrollment,
): Promise<ReferralStart | Refusal | null> {
  if (referralCode == null) return null;
  const referrer = referrers.get(plainCode(referralCode));
  return referrer
    ? refer(tx, context, program, referrer, { id: memberId, email, at: enrolledAt?.getTime() ?? program.now() })
    : codeNotFound();
}

/** On the real clock nobody has joined in the future; said here, it refuses one item and not the whole list. */
const refuseInstant = ({ enrolledAt }: Enrollment, { testClock }: Program): Refusal | undefined =>
  enrolledAt && testClock === null && enrolledAt.getTime() > Date.now()
    ? { code: 'EFFECTIVE_AT_IN_FUTURE', message: 'enrolledAt lies in the future.', path: ['enrolledAt'] }
    : undefined;

/** Who has the external ids and e-mail addresses of a list already, in the database or earlier in the list. */
async function ownersOf(em: EntityManager, programId: string, items: readonly Profile[]) {
  const externalIds = items.flatMap(({ externalId }) => externalId ?? []).filter(isStorable);
  const emails = items.flatMap(({ email }) => email?.toLowerCase() ?? []).filter(isStorable);
  const found =
    externalIds.length + emails.length === 0
      ? []
      : ((await em.execute(
          `select id, external_id, email_key as email from members
            where program_id = ? and (external_id in (select jsonb_array_elements_text(?::jsonb)) or email_key in (select jsonb_array_elements_text(?::jsonb)))`,
          [programId, JSON.stringify(externalIds), JSON.stringify(emails)],
        )) as { id: string; external_id: string | null; email: string | null }[]);
  const byExternalId = new Map<string | null | undefined, string>(found.map((row) => [row.external_id, row.id]));
  const byEmail = new Map<string | null | undefined, string>(found.map((row) => [row.email, row.id]));
  for (const map of [byExternalId, byEmail]) map.delete(null);
  return {
    of: ({ externalId, email }: Profile) => byExternalId.get(externalId) ?? byEmail.get(email?.toLowerCase()) ?? null,
    refuse: ({ externalId, email }: Profile): Refusal | undefined => {
      if (byExternalId.has(externalId))
        return { code: 'EXTERNAL_ID_TAKEN', message: 'A member has this externalId already.', path: ['externalId'] };
      if (byEmail.has(email?.toLowerCase()))
        return { code: 'EMAIL_TAKEN', message: 'A member has this e-mail address already.', path: ['email'] };
      return undefined;
    },
    add: ({ externalId, email }: Profile, id: string) => {
      if (externalId != null) byExternalId.set(externalId, id);
      if (email != null) byEmail.set(email.toLowerCase(), id);
    },
  };
}
