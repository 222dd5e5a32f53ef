import { LockMode } from '@mikro-orm/core';
import { erasePerson } from '../community/erase-person.js';
import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import { Refused } from '../graphql/attempt.js';
import { memberNotFound } from '../graphql/user-error.types.js';
import { leaveOnErasure } from '../households/change-household.js';
import { eraseGifts } from '../rewards/gift-rows.js';
import { eraseCases } from '../support/erase-cases.js';
import { ERASE_MEMBER } from './erasure.js';
import { Member } from './member.entity.js';

/**
 * Erases what is known of a person, for good. The journal stays whole: its entries hold amounts, ids and digests,
 * and the key that gave the digests a meaning goes with the profile. Erasing twice changes nothing.
 * @throws Refused where there is no such member
 */
export async function eraseMember(context: Context, memberId: string): Promise<Date> {
  const { programId, by, services } = context;
  const program = await context.program();
  const { erasedAt, externalId } = await unitOfWork(context, async (em, tx) => {
    // Held, so that nobody writes for them meanwhile.
    const member = await em.findOne(Member, { id: memberId, programId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!member) throw new Refused(memberNotFound());
    if (member.erasedAt) return { result: { erasedAt: member.erasedAt, externalId: null }, commands: [] };
    const { externalId } = member;
    const erasedAt = new Date();
    const nothing = {
      externalId: null,
      email: null,
      givenName: null,
      familyName: null,
      birthDate: null,
      attributes: null,
      digestKey: null,
      referralCode: null,
    };
    Object.assign(member, nothing, { erasedAt, updatedAt: erasedAt });
    await erasePerson(em, programId, memberId);
    await eraseGifts(tx, programId, memberId);
    const closed = await eraseCases(em, tx, context, program, memberId);
    const left = await leaveOnErasure(em, context, memberId);
    const erase = { type: ERASE_MEMBER, programId, streamId: memberId, by, input: null };
    return { result: { erasedAt, externalId }, commands: [...closed, ...left, erase] };
  });
  if (externalId != null) services.lookup.forget(programId, externalId);
  services.authenticator.forget();
  return erasedAt;
}
