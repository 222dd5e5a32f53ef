import { Socket } from 'node:net';

/**
 * Loaded into the server's process before its own code. When it is told to, it strikes at the next COMMIT: just before it is sent,
 * just after it was sent, or when its answer has arrived and nobody was told yet.
 */
export type Moment = 'before' | 'after' | 'answered';

export interface Strike {
  readonly moment: Moment;
  /** The PostgreSQL server to crash; null: this process is killed. */
  readonly postmasterPid: number | null;
}

let next: Strike | null = null;

function strike(moment: Moment): void {
  if (next?.moment !== moment) return;
  const { postmasterPid } = next;
  next = null;
  if (postmasterPid === null) process.kill(process.pid, 'SIGKILL');
  else process.kill(postmasterPid, 'SIGQUIT');
  process.send?.({ struck: moment });
}

const holds = (chunk: unknown, text: string): boolean =>
  typeof chunk === 'string' ? chunk.includes(text) : Buffer.isBuffer(chunk) && chunk.includes(text);

const { write, push } = Socket.prototype;
Socket.prototype.write = function struckWrite(this: Socket, ...args: unknown[]) {
  const isCommit = next !== null && holds(args[0], 'commit\0');
  if (isCommit) strike('before');
  const isWritten = Reflect.apply(write, this, args);
  // The bytes are with the kernel now: what dies here leaves a COMMIT on its way.
  if (isCommit) strike('after');
  return isWritten;
} as typeof write;
Socket.prototype.push = function struckPush(this: Socket, ...args: unknown[]) {
  if (next !== null && holds(args[0], 'COMMIT\0')) strike('answered');
  return Reflect.apply(push, this, args);
} as typeof push;

process.on('message', (order: Strike) => {
  next = order;
});
// Without its parent the server of a run has no purpose.
process.on('disconnect', () => process.exit(1));
