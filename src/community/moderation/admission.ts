import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.js';
import { Refused } from '../../graphql/attempt.js';
import { memberNotFound } from '../../graphql/user-error.types.js';
import { CommunityMember } from '../community-member.entity.js';
import { joined } from '../participant.js';
import { sql } from '../sql.js';
import { communityPolicyOf } from './policy.js';
import { refuseRestricted, restrictionOf } from './restriction.js';
import { type Draft, rulingOn } from './ruling.js';
import { trustLevelOf } from './trust.js';

const HOUR_MS = 3_600_000;

/**
 * Lets a member write a text, or not. Their row is held to the end of the transaction, behind the thread's: so limits count what they
 * write elsewhere at the same time, and nothing of theirs is written once they are restricted or erased.
 * Gives the rule for which the text waits for moderators; null: it does not. `isNew`: it is no edit, and counts for limits.
 * @throws Refused
 */
export async function admit(
  em: EntityManager,
  context: Context,
  memberId: string,
  draft: Draft,
  { isNew }: { readonly isNew: boolean },
): Promise<string | null> {
  const program = await context.program();
  const now = program.now();
  const policy = communityPolicyOf(program.settings);
  const person = await holdPerson(em, context, memberId);
  const restricted = refuseRestricted(restrictionOf(person, now));
  if (restricted) throw new Refused(restricted);
  const isTrusted = isTrustedAt(person, policy, now);
  if (!isTrusted && isNew) await requirePace(em, memberId, policy.newMembers.postsPerHour, now);
  const ruling = rulingOn(draft, policy, { isNew: !isTrusted });
  if (ruling && 'refusal' in ruling) throw new Refused(ruling.refusal);
  return ruling?.heldFor ?? null;
}

/** What the community keeps of a member, held to the end of the transaction. Threads are held before it. @throws Refused where they are erased */
export async function holdPerson(em: EntityManager, context: Context, memberId: string): Promise<CommunityMember> {
  const where = { memberId, programId: context.programId };
  // Whoever mentions them meanwhile need not wait; whoever erases them does.
  const held = async () => {
    await sql(em, 'select from community_members where member_id = $1 for no key update', [memberId]);
    return em.findOne(CommunityMember, where, { refresh: true });
  };
  let person = await held();
  if (!person) {
    await joined(em, context, memberId);
    person = await held();
  }
  if (person?.handle == null) throw new Refused(memberNotFound());
  return person;
}

/** Whether what limits new members does not concern somebody, and their flags count. */
export const isTrustedAt = (person: CommunityMember, policy: ReturnType<typeof communityPolicyOf>, now: number): boolean => {
  const { postCount: posts, likesReceived, answersAccepted, upheldFlags, joinedAt, trustSet = null } = person;
  return trustLevelOf({ posts, likesReceived, answersAccepted, upheldFlags, joinedAt, trustSet }, policy.trust, now) !== 'NEW';
};

async function requirePace(em: EntityManager, memberId: string, max: number | null, now: number): Promise<void> {
  if (max === null) return;
  const [row] = await sql(em, 'select count(*)::int as count from posts where author_id = $1 and created_at > $2', [
    memberId,
    new Date(now - HOUR_MS),
  ]);
  if (Number(row?.count) < max) return;
  throw new Refused({ code: 'POSTING_TOO_FAST', message: `New members write at most ${max} posts an hour.`, path: ['member'] });
}
