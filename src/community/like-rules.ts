import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from './sql.js';

const DAY_MS = 86_400_000;
/** How far back the rules look. */
const WINDOW_MS = 30 * DAY_MS;
/** How often one member's reactions earn for one author within that. */
const EARNING_MAX = 5;
/** How often the author may have liked the other's posts within that, for a like to earn still. */
const RETURNED_MAX = 2;
/** Of those whom the author liked last, so many are looked at for a ring. */
const RING_WIDTH_MAX = 500;

/** Why a reaction earns nothing for the author of the post. */
export type NoEarning = 'NO_AUTHOR' | 'OWN_POST' | 'EARNED_BEFORE' | 'LIMIT_REACHED' | 'MUTUAL' | 'RING';

/** What is decided of a reaction, as its entry tells it. */
export type LikeEarning = { readonly earns: true } | { readonly earns: false; readonly why: NoEarning };

/** A reaction that is being added. */
export interface NewLike {
  readonly post: string;
  readonly author: string | null;
  readonly liker: string;
  readonly at: Date;
}

/**
 * Whether a reaction earns for the author of the post, by stated rules; the first that is broken is named. What one member likes is
 * decided one after the other, up to the end of the transaction, so that no limit is passed by liking in parallel.
 */
export async function likeEarning(em: EntityManager, { post, author, liker, at }: NewLike): Promise<LikeEarning> {
  if (author === null) return { earns: false, why: 'NO_AUTHOR' };
  if (author === liker) return { earns: false, why: 'OWN_POST' };
  await sql(em, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`likes of ${liker}`]);
  const since = new Date(at.getTime() - WINDOW_MS);
  const [found] = await sql(
    em,
    `select exists (select from reactions where post_id = $1 and member_id = $2 and earns) as is_repeated,
      (select count(*)::int from (
        select from reactions where member_id = $2 and author_id = $3 and created_at > $4 and earns limit ${EARNING_MAX}
      ) q) as earned,
      (select count(*)::int from (
        select from reactions where member_id = $3 and author_id = $2 and created_at > $4 limit ${RETURNED_MAX + 1}
      ) q) as returned,
      exists (
        select from (
          select distinct author_id from (
            select author_id from reactions where member_id = $3 and created_at > $4 and author_id not in ($2, $3)
              order by created_at desc limit ${RING_WIDTH_MAX}
          ) liked
        ) third
        where exists (select from reactions r where r.member_id = third.author_id and r.author_id = $2 and r.created_at > $4)
      ) as is_ring`,
    [post, liker, author, since],
  );
  const why = firstBroken(found as unknown as Found);
  return why === null ? { earns: true } : { earns: false, why };
}

interface Found {
  readonly is_repeated: boolean;
  readonly earned: number;
  readonly returned: number;
  readonly is_ring: boolean;
}

function firstBroken({ is_repeated, earned, returned, is_ring }: Found): NoEarning | null {
  if (is_repeated) return 'EARNED_BEFORE';
  if (earned >= EARNING_MAX) return 'LIMIT_REACHED';
  if (returned > RETURNED_MAX) return 'MUTUAL';
  return is_ring ? 'RING' : null;
}
