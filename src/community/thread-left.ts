import type { Context } from '../context.js';
import { attempt } from '../graphql/attempt.js';
import { threadType } from './thread.types.js';

/** A mutation that leaves a thread behind, by UUID: as it is then, where it is open to the caller. */
export const leavesThread = (context: Context, change: () => Promise<string>) =>
  attempt(async () => {
    const uuid = await change();
    const row = await context.community.threads.clear(uuid).load(uuid);
    return { thread: row && threadType(row) };
  });
