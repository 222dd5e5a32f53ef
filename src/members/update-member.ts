import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Context } from '../context.js';
import { transactionOf } from '../database/orm.js';
import { Refused } from '../graphql/attempt.js';
import { invalid } from '../graphql/user-error.types.js';
import { type Profile, profileDigest, refuseProfile } from './enroll.js';
import { UPDATE_MEMBER } from './enrollment.js';
import { Member } from './member.entity.js';

/** Changes the parts of a profile that are mentioned; null empties one. The externalId can be given once and is then for good. */
export async function updateMember(context: Context, memberId: string, changes: Profile): Promise<void> {
  const refusal = refuseProfile(changes);
  if (refusal) throw new Refused(refusal);
  const { journal, orm } = context.services;
  const { programId, by } = context;
  try {
    const entries = await orm.em.fork().transactional(async (em) => {
      const member = await em.findOne(Member, { id: memberId, programId });
      if (!member) throw new Refused({ code: 'MEMBER_NOT_FOUND', message: 'No such member in this programme.', path: ['member'] });
      const { externalId, ...others } = changes;
      if (externalId !== undefined && externalId !== member.externalId) {
        if (member.externalId !== null) throw new Refused(invalid('An externalId is for good; it was given before.', 'externalId'));
        member.externalId = externalId;
      }
      for (const [name, value] of Object.entries(others)) if (value !== undefined) Object.assign(member, { [name]: value });
      member.updatedAt = new Date();
      await em.flush();
      const appended = await journal.append(transactionOf(em), [
        { type: UPDATE_MEMBER, programId, streamId: memberId, by, input: profileDigest(changes) },
      ]);
      const [outcome] = appended.outcomes;
      if (outcome instanceof Error) throw outcome;
      if (outcome && 'refusal' in outcome) throw new Refused(outcome.refusal);
      return appended.entries;
    });
    journal.announce(entries);
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
