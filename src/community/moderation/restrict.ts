import type { Context } from '../../context.js';
import { unitOfWork } from '../../database/unit-of-work.js';
import { Refused } from '../../graphql/attempt.js';
import { invalid, memberNotFound } from '../../graphql/user-error.types.js';
import type { MemberRef } from '../../members/member.types.js';
import { resolveMember } from '../../members/member-lookup.js';
import { noteAction } from './action.js';
import { holdPerson } from './admission.js';
import { communityNote } from './community-event.js';
import { notingOf, reasonOf } from './in-moderation.js';
import { type RestrictionKind, restrictionOf } from './restriction.js';
import type { TrustLevel } from './trust.js';

interface AboutMember {
  readonly member: MemberRef;
  readonly reason?: string | null;
}

/** Mutes or bans a member, in place of what was decided before. Gives their UUID, also where it is so already. @throws Refused */
export async function restrictMember(
  context: Context,
  sent: AboutMember & { readonly kind: RestrictionKind; readonly until?: Date | null },
): Promise<string> {
  const memberId = await memberOf(context, sent.member);
  const reason = reasonOf(sent.reason);
  const until = sent.until ?? null;
  return unitOfWork(context, async (em) => {
    const noting = await notingOf(context);
    if (until && until <= noting.at) throw new Refused(invalid('A restriction ends later than now.', 'until'));
    const person = await holdPerson(em, context, memberId);
    const before = restrictionOf(person, noting.at.getTime());
    if (before?.kind === sent.kind && before.until?.getTime() === until?.getTime()) return { result: memberId, commands: [] };
    Object.assign(person, { restriction: sent.kind, restrictedUntil: until });
    const detail = { kind: sent.kind, until: until?.getTime() ?? null };
    await noteAction(em, noting, { kind: 'MEMBER_RESTRICTED', member: memberId, reason, detail: { kind: sent.kind, until } });
    return { result: memberId, commands: [communityNote(context, memberId, 'COMMUNITY_RESTRICTED', detail)] };
  });
}

/** Ends what a member is restricted by before its time. Gives their UUID, also where nothing restricts them. @throws Refused */
export async function liftRestriction(context: Context, sent: AboutMember): Promise<string> {
  const memberId = await memberOf(context, sent.member);
  const reason = reasonOf(sent.reason);
  return unitOfWork(context, async (em) => {
    const noting = await notingOf(context);
    const person = await holdPerson(em, context, memberId);
    const before = restrictionOf(person, noting.at.getTime());
    if (!before) return { result: memberId, commands: [] };
    Object.assign(person, { restriction: null, restrictedUntil: null });
    const detail = { kind: before.kind, until: before.until?.getTime() ?? null };
    await noteAction(em, noting, {
      kind: 'RESTRICTION_LIFTED',
      member: memberId,
      reason,
      detail: { kind: before.kind, until: before.until },
    });
    return { result: memberId, commands: [communityNote(context, memberId, 'COMMUNITY_RESTRICTION_LIFTED', detail)] };
  });
}

/** Sets how far a member is trusted; null: it is counted again. Gives their UUID. @throws Refused */
export async function setTrustLevel(context: Context, sent: AboutMember & { readonly level?: TrustLevel | null }): Promise<string> {
  const memberId = await memberOf(context, sent.member);
  const reason = reasonOf(sent.reason);
  const level = sent.level ?? null;
  return unitOfWork(context, async (em) => {
    const person = await holdPerson(em, context, memberId);
    if ((person.trustSet ?? null) === level) return { result: memberId, commands: [] };
    person.trustSet = level;
    await noteAction(em, await notingOf(context), { kind: 'TRUST_LEVEL_SET', member: memberId, reason, detail: { level } });
    return { result: memberId, commands: [] };
  });
}

async function memberOf(context: Context, ref: MemberRef): Promise<string> {
  const memberId = await resolveMember(context, ref);
  if (!memberId || !(await context.members.present.load(memberId))) throw new Refused(memberNotFound());
  return memberId;
}
