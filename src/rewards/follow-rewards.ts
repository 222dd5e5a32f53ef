import type { CommandRequest, Journal } from '../journal/journal.js';
import type { Program } from '../programs/program.js';
import type { Reaction } from '../reactors/reaction.js';
import { DRAWING_KINDS, FOLLOWED_KINDS, followUps } from './follow-up.js';
import type { Offered } from './issue.js';

const READ_PROGRAMS = {
  name: 'reward_programs',
  // The settings are text as they were written, and a pool that warns says at which number.
  text: `select p.id, coalesce(v.settings ->> 'voucherPools' ~ '"warnAt":[0-9]', false) as warns from programs p join program_versions v on v.program_id = p.id and v.version = p.version
    where v.settings -> 'rewards' is not null or v.settings -> 'voucherPools' is not null`,
};

/** Gives what follows from entries about rewards and vouchers in other streams. Programmes without rewards are passed over unread. */
export const followRewards = (journal: Journal<Program>, offer: () => Offered): Reaction => ({
  name: 'rewards',
  async prepare(tx) {
    const programs = await tx.query(READ_PROGRAMS, []);
    if (programs.length === 0) return null;
    return {
      programIds: programs.map(({ id }) => id as string),
      kinds: programs.some(({ warns }) => warns) ? [...FOLLOWED_KINDS, ...DRAWING_KINDS] : FOLLOWED_KINDS,
      handle: async (entries) => {
        const commands = entries.flatMap(({ entry }) => followUps(entry, offer));
        const byStream = Map.groupBy(commands, ({ streamId }) => streamId);
        await Promise.all([...byStream.values()].map((ofStream) => giveInOrder(journal, ofStream)));
      },
    };
  },
});

/** A refusal is an outcome, too, kept under the key: a reward that is sold out is not granted later. */
async function giveInOrder(journal: Journal<Program>, commands: readonly CommandRequest[]): Promise<void> {
  for (const command of commands) await journal.submit(command);
}
