import { createHash } from 'node:crypto';
import type { CommandRequest, Journal } from '../journal/journal.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import type { Statement, Transaction } from '../journal/transaction.js';
import type { Program } from '../programs/program.js';
import type { Reaction } from '../reactors/reaction.js';
import { FOLLOW_REFEREE, type FollowReferee } from './follow-referee.js';
import { inputOf, meaningOf } from './meaning.js';

const KINDS: readonly FollowReferee['kind'][] = [
  ...(['REFERRAL_STARTED', 'REFERRAL_QUALIFIED', 'REFERRAL_FLAGGED'] as const),
  ...(['REFERRAL_CLEARED', 'REFERRAL_APPROVED', 'REFERRAL_VOIDED'] as const),
];

const READ_PROGRAMS: Statement = {
  name: 'referral_programs',
  text: 'select p.id from programs p where exists (select from referrals r where r.program_id = p.id)',
};
const READ_REFERRERS: Statement = {
  name: 'referral_referrers',
  text: 'select id, referrer, referrer_entry from referrals where id = any($1::uuid[])',
};
const NOTE: Statement = {
  name: 'referral_noted',
  text: 'update referrals set referrer_entry = coalesce($2, referrer_entry), is_flagged = coalesce($3, is_flagged) where id = $1',
};

interface ReactorDependencies {
  readonly journal: Pick<Journal<Program>, 'submit'>;
  /** Whether an instant is still to come on a programme's real clock; another process' clock may be ahead. */
  readonly isToCome: (programId: string, at: number) => Promise<boolean>;
  readonly report: (error: unknown) => void;
}

/** Keeps the referrers' streams like those of the members whom they referred. Programmes without referrals are passed over unread. */
export const followReferees = (dependencies: ReactorDependencies): Reaction => ({
  name: 'referrals',
  async prepare(tx) {
    const programIds = (await tx.query(READ_PROGRAMS, [])).map((row) => row.id as string);
    if (programIds.length === 0) return null;
    return {
      programIds,
      kinds: KINDS,
      handle: async (placed) => {
        const ofReferees = placed.map(({ entry }) => entry).filter((entry) => inputOf(entry).side === 'REFEREE');
        const referrals = await readReferrers(tx, ofReferees);
        const byReferral = Map.groupBy(ofReferees, (entry) => inputOf(entry).referral);
        const notes = await Promise.all([...byReferral].map(([id, entries]) => follow(dependencies, referrals.get(id), entries)));
        for (const { id, number, isFlagged } of notes.flat()) await tx.query(NOTE, [id, number, isFlagged]);
      },
    };
  },
});

interface ReferrerPlace {
  readonly id: string;
  readonly referrer: string;
  readonly entry: number | null;
}

async function readReferrers(tx: Transaction, entries: readonly StoredEntry[]): Promise<ReadonlyMap<string, ReferrerPlace>> {
  const rows = await tx.query(READ_REFERRERS, [[...new Set(entries.map((entry) => inputOf(entry).referral))]]);
  return new Map(
    rows.map(({ id, referrer, referrer_entry }) => [
      id as string,
      { id: id as string, referrer: referrer as string, entry: referrer_entry === null ? null : Number(referrer_entry) },
    ]),
  );
}

/** What the table learns of a referral; null: nothing new. */
interface Note {
  readonly id: string;
  readonly number: number | null;
  readonly isFlagged: boolean | null;
}

/** Tells the referrer one entry after the other. Each command has a key of its entry, so that whatever comes again changes nothing. */
async function follow(
  { journal, isToCome, report }: ReactorDependencies,
  place: ReferrerPlace | undefined,
  entries: readonly StoredEntry[],
) {
  const notes: Note[] = [];
  if (!place) return notes;
  let { entry: of } = place;
  for (const entry of entries) {
    const outcome = await journal.submit(commandFor(entry, place, of, await isToCome(entry.programId, entry.effectiveAt)));
    if ('refusal' in outcome) report(new Error(`referral ${place.id}, entry ${entry.number}: ${outcome.refusal.message}`));
    else if (entry.kind === 'REFERRAL_STARTED') of = outcome.number;
    notes.push({ id: place.id, number: entry.kind === 'REFERRAL_STARTED' ? of : null, isFlagged: isFlaggedBy(entry.kind) });
  }
  return notes;
}

const isFlaggedBy = (kind: string): boolean | null =>
  kind === 'REFERRAL_FLAGGED' ? true : ['REFERRAL_CLEARED', 'REFERRAL_APPROVED', 'REFERRAL_VOIDED'].includes(kind) ? false : null;

function commandFor(
  entry: StoredEntry,
  { id, referrer }: ReferrerPlace,
  of: number | null,
  isToCome: boolean,
): CommandRequest<FollowReferee> {
  const { programId, number, effectiveAt } = entry;
  const input = meaningOf(entry, of);
  const key = `referral:${id}:${number}`;
  return {
    ...{ type: FOLLOW_REFEREE, programId, streamId: referrer, by: 'system', input },
    // What lies in the future would be refused, for good.
    effectiveAt: isToCome ? null : effectiveAt,
    key,
    // The key stands for the entry, and that for what follows from it.
    inputHash: createHash('sha256').update(key).digest(),
    refersTo: input.of,
  };
}
