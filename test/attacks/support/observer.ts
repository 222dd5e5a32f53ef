import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Observation {
  readonly count: number;
  /** Answer times in ms. */
  readonly median: number;
  readonly p99: number;
  readonly slowest: number;
  readonly failures: readonly string[];
}

/** A caller who has nothing to do with the attacks, in a process of its own so that only the server's time is measured. */
export class Observer {
  private constructor(private readonly child: ChildProcess) {}

  static start(url: string, key: string): Observer {
    const env = { PATH: process.env.PATH ?? '', OBSERVED_URL: url, OBSERVER_KEY: key };
    return new Observer(
      spawn(process.execPath, ['test/attacks/support/observer-process.mjs'], { env, stdio: ['pipe', 'pipe', 'inherit'] }),
    );
  }

  async stop(): Promise<Observation> {
    let output = '';
    this.child.stdout?.on('data', (chunk) => {
      output += String(chunk);
    });
    const gone = once(this.child, 'close');
    this.child.stdin?.end();
    await gone;
    return JSON.parse(output) as Observation;
  }
}
