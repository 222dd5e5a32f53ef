import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Order } from './orders.js';

const here = dirname(fileURLToPath(import.meta.url));

/** Whether processes can be kept on one core each: there are two, and there is Linux's taskset. */
export const canPin: boolean = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;

export interface WorkerOptions {
  /** The one that it runs on, where the machine can pin processes; any, when left out. */
  readonly core?: number;
  /** Of node. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A child process that answers each order with one message; it dies with its parent's `kill` at the latest. */
export class Worker<O extends object = Order> {
  private readonly child: ChildProcess;

  constructor(file: string, args: readonly string[], { core, flags = [], env = {} }: WorkerOptions = {}) {
    const isPinned = core !== undefined && canPin;
    const start = isPinned
      ? { execPath: 'taskset', execArgv: ['-c', String(core), process.execPath, ...flags] }
      : { execArgv: [...process.execArgv, ...flags] };
    this.child = fork(join(here, file), args, { ...start, env: { ...process.env, ...env } });
  }

  get pid(): number {
    return this.child.pid as number;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  ask<T>(order: O): Promise<T> {
    const answer = this.answer<T>();
    this.child.send(order);
    return answer;
  }

  /** The next message: of a process that was just made, what it says when it is ready. */
  answer<T>(): Promise<T> {
    return new Promise((resolve, reject) => {
      const onExit = (code: number | null, signal: string | null) => reject(new Error(`a benchmark process ended with ${code ?? signal}`));
      this.child.once('exit', onExit);
      this.child.once('message', (message: { result?: T; error?: string }) => {
        this.child.off('exit', onExit);
        if (message.error) reject(new Error(message.error));
        else resolve(message.result as T);
      });
    });
  }

  /** Resolves when it is gone. */
  async kill(): Promise<void> {
    if (!this.isAlive) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}
