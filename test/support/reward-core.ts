import { core } from '../../src/core.js';
import { type Command, type Decision, decide, type StreamKey } from '../../src/journal/core/decide.js';
import type { Entry } from '../../src/journal/core/entry.js';
import { CountersNeeded, SharedCounters } from '../../src/journal/core/shared-counters.js';
import { NO_STREAM, type StreamState } from '../../src/journal/core/state.js';
import type { StoredEntry } from '../../src/journal/stored-entry.js';
import type { Program } from '../../src/programs/program.js';
import { followUps } from '../../src/rewards/follow-up.js';

/** The core with several streams and the counters that they share, and what follows from entries given at once. */
export class RewardCore {
  readonly states = new Map<string, StreamState>();
  readonly entries = new Map<string, Entry[]>();
  shared = SharedCounters.UNREAD;
  private offers = 0;

  constructor(readonly program: Program) {}

  state(stream: string): StreamState {
    return this.states.get(stream) ?? NO_STREAM;
  }

  used(counter: string): number {
    const key = { counter, window: 0 };
    return this.shared.has(key) ? (this.shared.used([key])[0] as number) : 0;
  }

  /** A voucher that a command may hand out. */
  offer(): { id: string; hash: string } {
    this.offers += 1;
    return { id: `voucher-${this.offers}`, hash: `hash-${this.offers}` };
  }

  /** Gives a command, and what follows from it. Gives the number of its entry, or the code of the refusal. */
  give(type: string, streamId: string, input: unknown, now: number, others: readonly string[] = []): number | string | null {
    const decision = this.decide(type, streamId, input, now, others);
    if ('refusal' in decision) return decision.refusal.code;
    const streams = [streamId, ...others];
    for (const [i, { entries, state }] of [decision, ...decision.others].entries()) {
      const stream = streams[i] as string;
      this.states.set(stream, state);
      this.entries.set(stream, [...(this.entries.get(stream) ?? []), ...entries]);
      for (const { data } of entries) this.shared = this.shared.apply(data.shared ?? []);
    }
    for (const entry of decision.entries) {
      const stored = { ...entry, streamId, programId: this.program.id } as StoredEntry;
      for (const next of followUps(stored, () => this.offer())) this.give(next.type, next.streamId, next.input, now);
    }
    return decision.number;
  }

  private decide(type: string, streamId: string, input: unknown, now: number, others: readonly string[]): Decision {
    const command: Command = {
      ...{ type, programId: this.program.id, streamId, shard: 1, by: 'key', input, effectiveAt: null, admittedAt: now, key: null },
      ...{ inputHash: null, externalId: null, readsLots: true, others: others.map((other): StreamKey => ({ streamId: other, shard: 1 })) },
    };
    const known = { sameExternalId: null, entry: (n: number) => this.entries.get(streamId)?.[n - 1] ?? null, numberOf: () => null };
    for (;;) {
      try {
        const states = others.map((other) => this.state(other));
        return decide(core, this.program, command, this.state(streamId), known, this.shared, states);
      } catch (error) {
        if (!(error instanceof CountersNeeded)) throw error;
        this.shared = this.shared.withRead(error.keys.filter((key) => !this.shared.has(key)).map((key) => ({ ...key, used: 0 })));
      }
    }
  }
}
