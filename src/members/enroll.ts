import { createHash } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Context } from '../context.js';
import { transactionOf } from '../database/orm.js';
import { newUuid } from '../graphql/global-id.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import { shardOf } from '../journal/shard.js';
import { ENROLL_MEMBER, type ProfileDigest } from './enrollment.js';
import { Member } from './member.entity.js';

/** A profile as it was sent; undefined: not mentioned. */
export interface Profile {
  readonly externalId?: string | null;
  readonly email?: string | null;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  readonly attributes?: Record<string, unknown> | null;
}

export interface Enrollment extends Profile {
  readonly enrolledAt?: Date | null;
}

/** The new member's UUID, or why there is none. `memberId` beside a refusal: who has that key already. */
export type Enrolled = { readonly memberId: string; readonly refusal?: Refusal } | { readonly memberId: null; readonly refusal: Refusal };

const TEXT_MAX = 255;
const TRIES_MAX = 5;

/** Digest of a profile, for the journal. */
export const profileDigest = (profile: Profile): ProfileDigest => ({
  profile: createHash('sha256').update(JSON.stringify(profile)).digest('hex'),
});

/** What is wrong with a profile; undefined: nothing. */
export function refuseProfile({ externalId, email, givenName, familyName, attributes }: Profile): Refusal | undefined {
  for (const [name, value] of Object.entries({ externalId, email, givenName, familyName })) {
    if (value != null && (value.length > TEXT_MAX || value.includes('\0')))
      return invalid(`${name} has at most ${TEXT_MAX} characters.`, name);
    if (value === '') return invalid(`${name} must not be empty; leave it out.`, name);
  }
  if (email != null && !/^[^\s@]+@[^\s@]+$/.test(email)) return invalid('This is no e-mail address.', 'email');
  if (attributes && JSON.stringify(attributes).length > 16_384) return invalid('attributes take at most 16 KB.', 'attributes');
  return undefined;
}

/**
 * Enrols members: profile, stream and first entry in one transaction. An externalId or e-mail address
 * that is taken refuses that item alone, so enrolling the same list again is harmless.
 */
export async function enroll(context: Context, items: readonly Enrollment[]): Promise<Enrolled[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await enrollOnce(context, items);
    } catch (error) {
      // Somebody else enrolled one of them meanwhile: look again.
      if (tries === TRIES_MAX || !(error instanceof UniqueConstraintViolationException)) throw error;
    }
  }
}

async function enrollOnce(context: Context, items: readonly Enrollment[]): Promise<Enrolled[]> {
  const { orm, journal } = context.services;
  const { programId, by } = context;
  const { outcomes, entries } = await orm.em.fork().transactional(async (em) => {
    const owners = await ownersOf(em, programId, items);
    const now = new Date();
    const outcomes: Enrolled[] = [];
    const opened: { memberId: string; item: Enrollment; index: number }[] = [];
    for (const [index, item] of items.entries()) {
      const refusal = refuseProfile(item) ?? owners.refuse(item);
      if (refusal) {
        outcomes.push({ memberId: owners.of(item), refusal });
        continue;
      }
      const memberId = newUuid();
      owners.add(item, memberId);
      const { externalId = null, email = null, givenName = null, familyName = null, attributes = null } = item;
      const profile = { externalId, email, givenName, familyName, attributes };
      em.persist(
        em.create(Member, { id: memberId, programId, shard: shardOf(programId, memberId), ...profile, createdAt: now, updatedAt: now }),
      );
      opened.push({ memberId, item, index });
      outcomes.push({ memberId });
    }
    await em.flush();
    const appended = await journal.append(
      transactionOf(em),
      opened.map(({ memberId, item: { enrolledAt, ...profile } }) => ({
        type: ENROLL_MEMBER,
        programId,
        streamId: memberId,
        by,
        input: profileDigest(profile),
        effectiveAt: enrolledAt?.getTime() ?? null,
      })),
    );
    for (const outcome of appended.outcomes) {
      if (outcome instanceof Error) throw outcome;
      if ('refusal' in outcome) throw new Error(`enrolment refused: ${outcome.refusal.code}`);
    }
    return { outcomes, entries: appended.entries };
  });
  journal.announce(entries);
  return outcomes;
}

/** Who has the external ids and e-mail addresses of a list already, in the database or earlier in the list. */
async function ownersOf(em: Context['em'], programId: string, items: readonly Profile[]) {
  const externalIds = items.flatMap(({ externalId }) => externalId ?? []);
  const emails = items.flatMap(({ email }) => email?.toLowerCase() ?? []);
  const found =
    externalIds.length + emails.length === 0
      ? []
      : ((await em.execute(
          `select id, external_id, lower(email) as email from members
            where program_id = ? and (external_id in (select jsonb_array_elements_text(?::jsonb)) or lower(email) in (select jsonb_array_elements_text(?::jsonb)))`,
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
