import type { Context } from '../context.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import type { Given } from './give-command.js';

/** The entry that a command posted as its own: at hand when it was decided now, read when it is a replay. */
export async function ownEntry(context: Context, { memberId, outcome }: Given): Promise<StoredEntry> {
  if ('refusal' in outcome || outcome.number === null || memberId === null) throw new Error('the command has no entry of its own');
  const { number, entries } = outcome;
  const entry = entries.find((each) => each.number === number) ?? (await context.members.entries.load({ streamId: memberId, number }));
  if (!entry) throw new Error(`entry ${number} of stream ${memberId} is missing`);
  return entry;
}
