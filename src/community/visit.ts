import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { invalid } from '../graphql/user-error.types.js';
import { holdThread } from './in-thread.js';
import { joined, type Participant } from './participant.js';
import { sql } from './sql.js';
import { threadWork } from './thread-work.js';

/** A member begins to follow a thread, unless they ever said that they would not; what is up to a number they know. */
export const follow = (
  em: EntityManager,
  programId: string,
  thread: string,
  member: string,
  { upTo }: { upTo: number },
): Promise<unknown> =>
  sql(
    em,
    `insert into thread_visits (program_id, thread_id, member_id, read_number, is_following, since_number) values ($1, $2, $3, $4, true, $4)
      on conflict (thread_id, member_id) do update set read_number = greatest(thread_visits.read_number, excluded.read_number),
        is_following = coalesce(thread_visits.is_following, true),
        since_number = case when thread_visits.is_following is null then excluded.since_number else thread_visits.since_number end`,
    [programId, thread, member, upTo],
  );

/** A member follows a thread from now on, or no longer. @throws Refused */
export const setFollowing = (context: Context, by: Participant, thread: string | null, isFollowing: boolean): Promise<string> =>
  threadWork(context, thread, async (em) => {
    const { id, lastNumber } = await holdThread(em, context, thread, by);
    await joined(em, context, by.memberId);
    await sql(
      em,
      `insert into thread_visits (program_id, thread_id, member_id, read_number, is_following, since_number) values ($1, $2, $3, 0, $4, $5)
        on conflict (thread_id, member_id) do update set is_following = excluded.is_following,
          since_number = case when thread_visits.is_following then thread_visits.since_number else excluded.since_number end`,
      [context.programId, id, by.memberId, isFollowing, lastNumber],
    );
    return { result: id, commands: [] };
  });

/**
 * A member opened a thread, and read it up to a post. The first time counts as a view; what was read once stays read.
 * @throws Refused where the thread has no such post yet
 */
export const markRead = (context: Context, by: Participant, thread: string | null, upTo: number | null): Promise<string> =>
  threadWork(context, thread, async (em) => {
    const held = await holdThread(em, context, thread, by);
    const number = upTo ?? held.lastNumber;
    if (number < 0 || number > held.lastNumber) throw new Refused(invalid(`The thread has posts up to number ${held.lastNumber}.`, 'upTo'));
    await joined(em, context, by.memberId);
    const at = new Date((await context.program()).now());
    const [row] = await sql(
      em,
      `with before as (select viewed_at from thread_visits where thread_id = $1 and member_id = $2)
        insert into thread_visits (program_id, thread_id, member_id, read_number, viewed_at) values ($3, $4, $5, $6, $7)
        on conflict (thread_id, member_id) do update
          set read_number = greatest(thread_visits.read_number, excluded.read_number), viewed_at = coalesce(thread_visits.viewed_at, excluded.viewed_at)
        returning not exists (select from before where viewed_at is not null) as is_first`,
      [held.id, by.memberId, context.programId, held.id, by.memberId, number, at],
    );
    if (row?.is_first === true) held.viewCount += 1;
    return { result: held.id, commands: [] };
  });
