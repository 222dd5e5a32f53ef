import type { Context } from '../context.js';
import { badInput } from '../graphql/errors.js';
import { shardOf } from '../journal/shard.js';
import type { MemberRef } from '../members/member.types.js';
import { resolveMember } from '../members/member-lookup.js';
import type { StreamKey } from './feed.js';

/** The stream of a member who is asked for. @throws GraphQLError BAD_USER_INPUT where there is none */
export async function memberStream(context: Context, ref: MemberRef): Promise<StreamKey> {
  const { reads, programId } = context;
  const streamId = await resolveMember(context, ref);
  const shard = streamId ? shardOf(programId, streamId) : 0;
  const found = streamId
    ? await reads.query('select 1 from streams where shard = $1 and stream_id = $2 and program_id = $3', [shard, streamId, programId])
    : null;
  if (!streamId || found?.rows.length !== 1) throw badInput('No such member in this programme.');
  return { streamId, shard };
}
