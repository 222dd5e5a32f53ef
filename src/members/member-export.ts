import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import { Refused } from '../graphql/attempt.js';
import { globalId } from '../graphql/global-id.js';
import { invalid, memberNotFound } from '../graphql/user-error.types.js';
import { shardOf } from '../journal/shard.js';
import { ENTRY_COLUMNS, storedEntry } from '../journal/stored-entry.js';
import type { Row } from '../journal/transaction.js';
import { saidOfGifts } from '../rewards/gift-rows.js';
import { casesOf } from '../support/erase-cases.js';
import { EXPORT_MEMBER } from './erasure.js';
import { Member } from './member.entity.js';

const PAGE_SIZE = 500;

const READ_ENTRIES = `select ${ENTRY_COLUMNS}, j.external_id from journal j
  where j.shard = $1 and j.stream_id = $2 and j.program_id = $3 and j.number > $4 order by j.number limit ${PAGE_SIZE}`;

/** A page of everything that is kept about a member. */
export interface ExportedPage {
  readonly profile: Record<string, unknown>;
  readonly entries: readonly Record<string, unknown>[];
  /** Where the next page begins; null when this was the last one. */
  readonly cursor: string | null;
}

/**
 * Hands out what is kept about a member: the profile, and every entry of the stream as it is stored. The first page
 * notes in the stream that it was handed out, and by whom.
 * @throws Refused where there is no such member, or the cursor is none
 */
export async function exportMember(context: Context, memberId: string, after: string | null): Promise<ExportedPage> {
  const { programId, by, reads } = context;
  const number = after === null ? 0 : Number(after);
  if (!Number.isSafeInteger(number) || number < 0) throw new Refused(invalid('Pass back the cursor of the page before, or none.', 'after'));
  const note = after === null ? [{ type: EXPORT_MEMBER, programId, streamId: memberId, by, input: null }] : [];
  const profile = await unitOfWork(context, async (em) => {
    const member = await em.findOne(Member, { id: memberId, programId });
    if (!member) throw new Refused(memberNotFound());
    const { externalId, email, givenName, familyName, birthDate, attributes, referralCode, createdAt, updatedAt, erasedAt } = member;
    const result = {
      id: globalId('member', memberId),
      externalId,
      email,
      givenName,
      familyName,
      birthDate,
      attributes,
      referralCode,
      createdAt,
      updatedAt,
      erasedAt,
    };
    return { result, commands: note };
  });
  const gifts = await saidOfGifts(context, memberId);
  // Long texts: handed out once.
  const supportCases = after === null ? await casesOf(context, memberId) : null;
  const { rows } = await reads.query<Row>(READ_ENTRIES, [shardOf(programId, memberId), memberId, programId, number]);
  const entries = rows.map((row) => {
    const { number, kind, effectiveAt, postedAt, data } = storedEntry(row);
    return { number, kind, effectiveAt: new Date(effectiveAt), postedAt: new Date(postedAt), externalId: row.external_id, data };
  });
  return {
    profile: { ...profile, gifts, ...(supportCases && { supportCases }) },
    entries,
    cursor: rows.length === PAGE_SIZE ? String(entries.at(-1)?.number) : null,
  };
}
