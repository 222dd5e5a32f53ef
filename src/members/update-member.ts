import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import { Refused } from '../graphql/attempt.js';
import { invalid, memberNotFound } from '../graphql/user-error.types.js';
import { UPDATE_MEMBER } from './enrollment.js';
import { Member } from './member.entity.js';
import { newDigestKey, type Profile, profileDigest, refuseProfile } from './member-profile.js';

/** Changes the parts of a profile that are mentioned; null empties one. The externalId can be given once and is then for good. */
export async function updateMember(context: Context, memberId: string, changes: Profile): Promise<void> {
  const refusal = refuseProfile(changes);
  if (refusal) throw new Refused(refusal);
  const { programId, by } = context;
  try {
    await unitOfWork(context, async (em) => {
      const member = await em.findOne(Member, { id: memberId, programId });
      if (!member) throw new Refused(memberNotFound());
      const { externalId, ...others } = changes;
      if (externalId !== undefined && externalId !== member.externalId) {
        if (member.externalId !== null) throw new Refused(invalid('An externalId is for good; it was given before.', 'externalId'));
        member.externalId = externalId;
      }
      for (const [name, value] of Object.entries(others)) if (value !== undefined) Object.assign(member, { [name]: value });
      member.updatedAt = new Date();
      member.digestKey ??= newDigestKey();
      const input = profileDigest(member.digestKey, changes);
      return { result: undefined, commands: [{ type: UPDATE_MEMBER, programId, streamId: memberId, by, input }] };
    });
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const isEmail = error.message.includes('members_email');
    throw new Refused({
      code: isEmail ? 'EMAIL_TAKEN' : 'EXTERNAL_ID_TAKEN',
      message: `Another member has this ${isEmail ? 'e-mail address' : 'externalId'}.`,
      path: [isEmail ? 'email' : 'externalId'],
    });
  }
}
