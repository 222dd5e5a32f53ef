/** What is at work on each thing in this process, or waits to be. */
const last = new Map<string, Promise<unknown>>();

/**
 * Does the work once everything before it on the same thing is done. Whoever waits here for a thread holds no connection to the
 * database meanwhile, so that a busy thread leaves them to the others; what counts is the lock on its row.
 */
export function inTurn<T>(thing: string, work: () => Promise<T>): Promise<T> {
  const turn = (last.get(thing) ?? Promise.resolve()).then(work, work);
  const settled = turn.catch(() => {});
  last.set(thing, settled);
  void settled.then(() => {
    if (last.get(thing) === settled) last.delete(thing);
  });
  return turn;
}
