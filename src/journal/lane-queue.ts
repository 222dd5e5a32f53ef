import type { Outcome } from './batch.js';
import type { Command } from './core/decide.js';

/** A command that waits for its lane, and whoever waits for it. */
export interface Waiting {
  readonly command: Command;
  /** The programme whose gate it is likely to pass; null: none. */
  readonly gate: string | null;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** The commands that wait for one lane, in the order in which they came. */
export class LaneQueue {
  private waiting: Waiting[] = [];
  /** Gates that those who wait are likely to pass. */
  gates: ReadonlySet<string> = new Set();

  constructor(readonly lane: number) {}

  get length(): number {
    return this.waiting.length;
  }

  /** When the first of them was admitted; Infinity when there is none. */
  get since(): number {
    return this.waiting[0]?.command.admittedAt ?? Infinity;
  }

  push(waiting: Waiting): void {
    this.waiting.push(waiting);
    if (waiting.gate !== null && !this.gates.has(waiting.gate)) this.gates = new Set([...this.gates, waiting.gate]);
  }

  /** Takes the first of them, so many at the most. */
  take(countMax: number): Waiting[] {
    const taken = this.waiting.splice(0, countMax);
    this.gates = gatesOf(this.waiting);
    return taken;
  }
}

/** The gates that commands are likely to pass. */
export const gatesOf = (list: readonly Waiting[]): ReadonlySet<string> =>
  new Set(list.map(({ gate }) => gate).filter((gate) => gate !== null));
