import { localId } from '../../src/graphql/global-id.js';
import type { Community } from './community.js';
import * as api from './generated.js';
import { Caller, type TestLaurel } from './laurel.js';

/** Another moderator than the first: staff with a key of their own. */
export async function moderator(community: Community, name: string): Promise<Caller> {
  const { createStaff } = await community.admin.run(api.CreateStaffDocument, { input: { name, role: 'STAFF' } });
  return new Caller(community.admin.url, createStaff?.secret ?? null);
}

/** Changes the policy, or says why not. */
export async function setPolicy({ admin }: Community, input: api.UpdateCommunityPolicyInput) {
  const { updateCommunityPolicy } = await admin.run(api.UpdateCommunityPolicyDocument, { input });
  if (updateCommunityPolicy?.errors.length !== 0) throw new Error(JSON.stringify(updateCommunityPolicy?.errors));
  return updateCommunityPolicy.communityPolicy;
}

/** Reports a post. Gives the code of a refusal; null: it was taken. */
export async function flag(community: Community, handle: string, post: string, more: Partial<api.FlagPostInput> = {}) {
  const { flagPost } = await community.as(handle).run(api.FlagPostDocument, { input: { post, reason: 'SPAM', ...more } });
  return flagPost?.isFlagged ? null : (flagPost?.errors[0]?.code ?? 'none');
}

export const queue = async ({ admin }: Community) => (await admin.run(api.ModerationQueueDocument, {})).moderationQueue?.nodes ?? [];

/** Sets by hand how far somebody is trusted. */
export const trust = ({ admin }: Community, id: string, level: api.TrustLevel | null) =>
  admin.run(api.SetTrustLevelDocument, { input: { member: { id }, level } });

/** The kinds of the entries of a thread, in order. */
export async function entriesOf({ app }: TestLaurel, thread: string): Promise<string[]> {
  const { rows } = await app.services.reads.query<{ kind: string }>('select kind from journal where stream_id = $1 order by number', [
    localId('thread', thread),
  ]);
  return rows.map(({ kind }) => kind);
}
