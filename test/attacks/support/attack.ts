import type { World } from './world.js';

/** One attack, and the answer it must get. */
export interface Attack {
  /** What is done, in a few words; the title of its test. */
  readonly name: string;
  /** Does it, and gives what came of it. */
  readonly run: (world: World) => Promise<unknown>;
  /** What must have come of it: matched like `toMatchObject` for objects, else exactly. */
  readonly expect: unknown;
  /** Mostly waits, so it is begun before all others. */
  readonly isSlow?: boolean;
}

export interface AttackGroup {
  readonly name: string;
  readonly attacks: readonly Attack[];
}
