import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import { holdThread, requireOpen } from './in-thread.js';
import { joined, participantOf } from './participant.js';
import { sql } from './sql.js';
import { threadNote } from './thread-event.js';
import type { PollInput, VotePollInput } from './thread-input.types.js';
import { threadWork } from './thread-work.js';

const OPTIONS_MAX = 20;

/** A poll to begin, checked. */
export interface NewPoll {
  readonly question: string;
  readonly options: readonly string[];
  readonly choicesMax: number;
  readonly closesAt: Date | null;
}

/** @throws Refused */
export function parsePoll({ question, options, choicesMax, closesAt = null }: PollInput, now: number): NewPoll {
  requireName(question, 'poll', 'question');
  if (options.length < 2 || options.length > OPTIONS_MAX || new Set(options).size < options.length)
    throw new Refused(invalid(`A poll has 2 to ${OPTIONS_MAX} options, each once.`, 'poll', 'options'));
  for (const option of options) requireName(option, 'poll', 'options');
  const choices = choicesMax ?? 1;
  if (choices < 1 || choices > options.length)
    throw new Refused(invalid('choicesMax is 1 to the number of options.', 'poll', 'choicesMax'));
  if (closesAt !== null && closesAt.getTime() <= now) throw new Refused(invalid('A poll closes later than now.', 'poll', 'closesAt'));
  return { question, options, choicesMax: choices, closesAt };
}

export async function addPoll(em: EntityManager, programId: string, thread: string, poll: NewPoll): Promise<void> {
  await sql(em, 'insert into polls (program_id, thread_id, question, choices_max, closes_at) values ($1, $2, $3, $4, $5)', [
    ...[programId, thread, poll.question, poll.choicesMax, poll.closesAt],
  ]);
  await sql(
    em,
    `insert into poll_options (program_id, thread_id, number, text) select $1::uuid, $2::uuid, o.number, o.text from unnest($3::text[]) with ordinality o(text, number)`,
    [programId, thread, poll.options],
  );
}

/** A member votes, in place of what they voted before; no choice takes the vote back. Gives the thread's UUID. @throws Refused */
export async function votePoll(context: Context, sent: VotePollInput): Promise<string> {
  const by = await participantOf(context, sent.member);
  const choices = [...new Set(sent.choices)];
  const { programId } = context;
  return threadWork(context, localId('thread', sent.thread), async (em) => {
    const program = await context.program();
    const thread = await holdThread(em, context, localId('thread', sent.thread), by);
    requireOpen(thread, program);
    const [row] = await sql(
      em,
      'select choices_max, closes_at, (select count(*)::int from poll_options o where o.thread_id = p.thread_id) as options from polls p where thread_id = $1',
      [thread.id],
    );
    const poll = row as { choices_max: number; closes_at: Date | null; options: number } | undefined;
    if (!poll) throw new Refused({ code: 'POLL_NOT_FOUND', message: 'This thread has no poll.', path: ['thread'] });
    if (poll.closes_at && new Date(poll.closes_at).getTime() <= program.now())
      throw new Refused({ code: 'POLL_CLOSED', message: 'This poll is closed.', path: ['thread'] });
    if (choices.length > poll.choices_max || choices.some((number) => number < 1 || number > poll.options))
      throw new Refused(invalid(`Choose at most ${poll.choices_max} of the options 1 to ${poll.options}.`, 'choices'));
    await joined(em, context, by.memberId);
    const before = await sql(em, 'delete from poll_votes where thread_id = $1 and member_id = $2 returning number', [
      thread.id,
      by.memberId,
    ]);
    await sql(
      em,
      'insert into poll_votes (program_id, thread_id, member_id, number) select $1::uuid, $2::uuid, $3::uuid, unnest($4::int[])',
      [...[programId, thread.id, by.memberId, choices]],
    );
    await sql(
      em,
      `update poll_options o set vote_count = vote_count + q.by from (
          select number, sum(by)::int as by from (select unnest($1::int[]) as number, 1 as by union all select unnest($2::int[]), -1) d group by number
        ) q where o.thread_id = $3 and o.number = q.number`,
      [choices, before.map(({ number }) => Number(number)), thread.id],
    );
    await sql(em, 'update polls set voter_count = voter_count + $1 where thread_id = $2', [
      Math.sign(choices.length) - Math.sign(before.length),
      thread.id,
    ]);
    return {
      result: thread.id,
      commands: [threadNote(context, thread.id, 'POLL_VOTED', { category: thread.categoryId, member: by.memberId })],
    };
  });
}
