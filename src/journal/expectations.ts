import type { Command } from './core/decide.js';
import type { SharedKey } from './core/shared-counters.js';
import type { SharedNeed } from './shared-counters.js';

/** Commands of one kind have much the same needs. */
const kindOf = ({ programId, type }: Command): string => `${programId} ${type}`;

/**
 * The shared counters that commands will probably need, by what commands of their kind needed in the last batch. It is known before the
 * programme is read, and only a hint: what was not expected is found out behind the lanes, what was expected in vain does no harm.
 */
export class Expectations {
  private readonly byKind = new Map<string, readonly SharedKey[]>();

  hasAny(command: Command): boolean {
    return this.byKind.has(kindOf(command));
  }

  /** What a batch will probably need; null: nothing, or its commands are of several programmes. */
  of(commands: readonly Command[]): SharedNeed | null {
    const { programId } = commands[0] as Command;
    if (commands.some((command) => command.programId !== programId)) return null;
    const kinds = [...new Set(commands.map(kindOf))].filter((kind) => this.byKind.has(kind));
    return kinds.length === 0 ? null : { programId, keys: kinds.flatMap((kind) => this.byKind.get(kind) ?? []) };
  }

  /** @param needs what each command needed; null: nothing */
  learn(commands: readonly Command[], needs: readonly (SharedNeed | null)[]): void {
    const keys = new Map<string, Map<string, SharedKey>>();
    commands.forEach((command, i) => {
      const [kind, need] = [kindOf(command), needs[i]];
      this.byKind.delete(kind);
      if (!need) return;
      const ofKind = keys.get(kind) ?? new Map<string, SharedKey>();
      keys.set(kind, ofKind);
      for (const key of need.keys) ofKind.set(`${key.window} ${key.counter}`, key);
    });
    for (const [kind, ofKind] of keys) this.byKind.set(kind, [...ofKind.values()]);
  }
}
