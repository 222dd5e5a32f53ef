import DataLoader from 'dataloader';
import type { Reads } from '../database/program-reads.js';
import type { KeysetPage } from '../graphql/connection.js';
import type { Row } from '../journal/transaction.js';
import { ENROLMENT, type Referral } from './referral.js';

/** A referral as both sides' streams have it. */
export interface ReferralRow {
  /** UUID. */
  readonly id: string;
  readonly referee: string;
  readonly referrer: string;
  /** The side that decides. */
  readonly ofReferee: Referral;
  /** null for the moment until the referrer's journal tells it. */
  readonly ofReferrer: Referral | null;
}

const READ = `select r.id, r.referee, r.referrer, e.value::text as of_referee, f.value::text as of_referrer
  from referrals r
  join records e on e.shard = r.referee_shard and e.stream_id = r.referee and e.number = ${ENROLMENT}
  left join records f on f.shard = r.referrer_shard and f.stream_id = r.referrer and f.number = r.referrer_entry
  where r.program_id = $1`;

const IS_FLAGGED = `r.is_flagged and json_array_length(e.value -> 'flags') > 0 and e.value ->> 'ended' is null`;

const rowOf = (row: Row): ReferralRow => ({
  id: row.id as string,
  referee: row.referee as string,
  referrer: row.referrer as string,
  ofReferee: JSON.parse(row.of_referee as string) as Referral,
  ofReferrer: row.of_referrer === null ? null : (JSON.parse(row.of_referrer as string) as Referral),
});

/** Those that a member made, or those that are flagged, oldest first. */
export async function readReferrals(
  reads: Reads,
  programId: string,
  of: { readonly referrer: string } | 'FLAGGED',
  { after, before, isForward, limit }: KeysetPage,
): Promise<ReferralRow[]> {
  const which = of === 'FLAGGED' ? `$2::uuid is null and ${IS_FLAGGED}` : 'r.referrer = $2';
  const { rows } = await reads.query<Row>(
    `${READ} and ${which} and ($3::uuid is null or r.id > $3) and ($4::uuid is null or r.id < $4)
      order by r.id ${isForward ? 'asc' : 'desc'} limit $5`,
    [programId, of === 'FLAGGED' ? null : of.referrer, after, before, limit],
  );
  return rows.map(rowOf);
}

/** Reads of referrals for one operation: one statement however many ask. */
export class ReferralLoaders {
  constructor(
    private readonly reads: Reads,
    private readonly programId: string,
  ) {}

  private loader(key: 'id' | 'referee') {
    return new DataLoader<string, ReferralRow | null>(async (ids) => {
      const { rows } = await this.reads.query<Row>(`${READ} and r.${key} = any($2::uuid[])`, [this.programId, ids]);
      const found = new Map(rows.map(rowOf).map((row) => [row[key], row]));
      return ids.map((id) => found.get(id) ?? null);
    });
  }

  /** By the referral's UUID. */
  readonly byId = this.loader('id');

  /** By the member who was referred. */
  readonly ofReferee = this.loader('referee');
}
