import { randomInt } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { invalid, memberNotFound } from '../graphql/user-error.types.js';
import type { MemberRef } from '../members/member.types.js';
import type { MemberView } from '../members/member-loaders.js';
import { requireMember } from '../members/require-member.js';
import { CommunityMember } from './community-member.entity.js';
import { refuseRestricted } from './moderation/restriction.js';
import { sql } from './sql.js';

const HANDLE_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** In whose name a mutation of the community acts. */
export interface Participant {
  readonly memberId: string;
  readonly view: MemberView;
}

/**
 * The member whom a mutation names; a member's own token needs to name nobody, and can name nobody else.
 * @throws Refused where there is none, they are suspended or closed, or moderators keep them from it: `isReading` says that nobody sees what
 * they do
 */
export async function participantOf(context: Context, ref: MemberRef | null | undefined, { isReading = false } = {}): Promise<Participant> {
  const memberId = await memberOf(context, ref);
  const [view, restriction] = await Promise.all([context.members.present.load(memberId), context.community.restriction(memberId)]);
  if (!view) throw new Refused(memberNotFound());
  const { status } = view.state;
  if (status !== 'ACTIVE') {
    const message = `This membership is ${status.toLowerCase()}; it takes no part in the community.`;
    throw new Refused({ code: 'MEMBER_NOT_ACTIVE', message, path: ['member'], data: { status } });
  }
  const restricted = refuseRestricted(restriction, { isReading });
  if (restricted) throw new Refused(restricted);
  return { memberId, view };
}

/** The member whom a mutation names, in whatever state; a member's own token needs to name nobody. Gives the UUID. @throws Refused */
export async function memberOf(context: Context, ref: MemberRef | null | undefined): Promise<string> {
  const own = context.actor?.memberId;
  if (!ref) {
    if (own) return own;
    throw new Refused(invalid('Say in whose name: only a member token can leave member out.', 'member'));
  }
  return requireMember(context, ref);
}

/** What the community keeps of a member, made when they take part for the first time. @throws Refused where they are erased */
export async function joined(em: EntityManager, context: Context, memberId: string): Promise<CommunityMember> {
  const { programId } = context;
  // With a lock that only an erasure waits for, and is waited for: who is erased does not come back.
  const held = async () => {
    await sql(em, 'select from community_members where member_id = $1 for key share', [memberId]);
    return em.findOne(CommunityMember, { memberId, programId }, { refresh: true });
  };
  const known = await held();
  if (known?.handle === null) throw new Refused(memberNotFound());
  if (known) return known;
  const joinedAt = new Date((await context.program()).now());
  // Of two who come at once, one writes and the other finds it; a handle that is taken is thrown anew.
  for (;;) {
    const handle = `member_${Array.from({ length: 8 }, () => HANDLE_ALPHABET[randomInt(HANDLE_ALPHABET.length)]).join('')}`;
    await sql(
      em,
      'insert into community_members (member_id, program_id, handle, joined_at) values ($1, $2, $3, $4) on conflict do nothing',
      [memberId, programId, handle, joinedAt],
    );
    const made = await held();
    if (made?.handle === null) throw new Refused(memberNotFound());
    if (made) return made;
  }
}
