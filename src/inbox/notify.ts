import { type CategorySettings, isOpenTo } from '../community/category.js';
import type { Reads } from '../database/program-reads.js';
import { inputHashOf } from '../journal/input-hash.js';
import type { CommandRequest, Journal } from '../journal/journal.js';
import { shardOf } from '../journal/shard.js';
import type { Statement, Transaction } from '../journal/transaction.js';
import { MemberLoaders } from '../members/member-loaders.js';
import type { Program } from '../programs/program.js';
import type { NotificationFacts } from './notification.js';
import { SEND_NOTIFICATION } from './send-notification.js';

export interface NotifyDependencies {
  readonly journal: Pick<Journal<Program>, 'submit'>;
  readonly reads: Reads;
}

/** Why members are notified. */
export interface Cause {
  readonly program: Program;
  /** Names it for ever: a member is notified once of each. */
  readonly key: string;
  /** Who did it, and is never notified of it; null: nobody. */
  readonly actor: string | null;
  /** Only members to whom it is open are notified; null: it is in none. */
  readonly category: CategorySettings | null;
}

/** How many commands there may be yet in one pass. */
export interface Budget {
  left: number;
}

const READ_NOTIFIED: Statement = {
  name: 'notified',
  text: `select q.stream_id from unnest($1::int2[], $2::uuid[]) q(shard, stream_id)
    where exists (select from journal j where j.shard = q.shard and j.stream_id = q.stream_id and j.idempotency_key = $3)`,
};

/** Notifies members, each once of one cause. Who was notified before a pass that was killed is passed over by one look at all of them. */
export async function notify(
  { journal, reads }: NotifyDependencies,
  tx: Transaction,
  { program, key, actor, category }: Cause,
  members: readonly string[],
  told: NotificationFacts,
  budget: Budget,
): Promise<void> {
  const others = await openTo(
    reads,
    program,
    category,
    members.filter((member) => member !== actor),
  );
  if (others.length === 0) return;
  const notified = await tx.query(READ_NOTIFIED, [others.map((member) => shardOf(program.id, member)), others, key]);
  const before = new Set(notified.map((row) => row.stream_id));
  const commands = others
    .filter((member) => !before.has(member))
    .map((streamId): CommandRequest<NotificationFacts> => {
      const inputHash = inputHashOf(SEND_NOTIFICATION, key);
      return { type: SEND_NOTIFICATION, programId: program.id, streamId, by: 'system', input: told, key, inputHash };
    });
  budget.left -= commands.length;
  // A refusal is an outcome, too: who left is not notified.
  await Promise.all(commands.map((command) => journal.submit(command)));
}

/** Those of members to whom a category is open, by the tier that they stand in now. */
async function openTo(
  reads: Reads,
  program: Program,
  category: CategorySettings | null,
  members: readonly string[],
): Promise<readonly string[]> {
  if (category === null || category.tier === null || members.length === 0) return members;
  const loaders = new MemberLoaders(reads, program.id, async () => program);
  const views = await Promise.all(members.map((member) => loaders.present.load(member)));
  return members.filter((_, i) => {
    const view = views[i];
    return view != null && isOpenTo(category, view, program);
  });
}
