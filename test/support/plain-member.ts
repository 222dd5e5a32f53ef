import { core } from '../../src/core.js';
import { activityOf } from '../../src/earning/activity-record.js';
import { type Command, type Decision, decide } from '../../src/journal/core/decide.js';
import type { Entry } from '../../src/journal/core/entry.js';
import type { EntryRecord } from '../../src/journal/core/records.js';
import { NO_STREAM, type StreamState } from '../../src/journal/core/state.js';
import { holdOf } from '../../src/points/hold.js';
import type { Program } from '../../src/programs/program.js';
import type { Step } from './arbitraries.js';
import { command, commandFor } from './commands.js';
import type { Deed } from './deeds.js';
import { simulatedProgram } from './simulated-program.js';
import { START, type World } from './world.js';

/** A command as it was given, with the programme at the clock of that moment. */
export interface Given {
  readonly now: number;
  readonly effectiveAt: number | null;
  readonly deed: Deed;
  readonly command: Command;
  readonly program: Program;
  readonly decision: Decision;
}

/** How many commands were decided in this test file. */
export const decided = { commands: 0 };

/** A member whose commands are decided one by one with all lots at hand: the core as one would explain it. */
export class PlainMember {
  state: StreamState = NO_STREAM;
  readonly entries: Entry[] = [];
  readonly externalIds = new Map<string, number>();
  readonly program: Program;
  now = START;

  constructor(private readonly world: World) {
    this.program = simulatedProgram(world);
    this.decide(command('ENROLL_MEMBER', { profile: 'digest' }, START, null));
  }

  give({ forward, offset, deed, exactly }: Step): Given {
    this.now += forward;
    const { now } = this;
    const effectiveAt = offset === null ? null : now + offset;
    const aimed = this.aimed(deed);
    const wish = exactly === null ? aimed : this.exact(aimed, exactly);
    const wanted = commandFor(wish, now, effectiveAt);
    return { now, effectiveAt, deed: wish, command: wanted, ...this.decide(wanted) };
  }

  /** Posts what is due at the instant, as the sweeper does. */
  sweep(at: number): Decision {
    return this.decide(commandFor({ type: 'SETTLE' }, at, null), at).decision;
  }

  decide(wanted: Command, now = this.now): { program: Program; decision: Decision } {
    decided.commands += 1;
    const program = this.world.clock === 'TEST' ? this.program.withClock(now) : this.program;
    const decision = decide(core, program, wanted, this.state, {
      sameExternalId: this.externalIds.get(wanted.externalId ?? '') ?? null,
      entry: (number) => this.entries[number - 1] ?? null,
      numberOf: (externalId) => this.externalIds.get(externalId) ?? null,
    });
    if (!('refusal' in decision)) {
      this.state = decision.state;
      this.entries.push(...decision.entries);
      if (wanted.externalId !== null && decision.number !== null) this.externalIds.set(wanted.externalId, decision.number);
    }
    return { program, decision };
  }

  /** The deed with the number of the entry that it is about: often of one that is not ended yet; where there is none, of any entry. */
  private aimed(deed: Deed): Deed {
    const { all } = this.state.records;
    if ('hold' in deed) {
      const holds = all.filter((record) => holdOf(record));
      return { ...deed, hold: aim(deed.hold, holds) };
    }
    if ('activity' in deed) {
      const activities = all.filter((record) => activityOf(record));
      return { ...deed, activity: aim(deed.activity, activities) };
    }
    return deed;
  }

  private exact(deed: Deed, exactly: 'ALL' | 'FIRST_LOT'): Deed {
    if (!('amount' in deed) || (deed.type === 'ADJUST' && deed.amount > 0)) return deed;
    const amounts =
      deed.type === 'CAPTURE'
        ? (holdOf(this.state.records.get(deed.hold))?.parts ?? []).map(({ amount }) => amount)
        : this.state.lots.known.filter(({ currency }) => currency === deed.code?.toLowerCase()).map(({ remaining }) => remaining);
    const sum = (exactly === 'ALL' ? amounts : amounts.slice(0, 1)).reduce((total, amount) => total + amount, 0);
    if (sum === 0) return deed;
    return { ...deed, amount: deed.type === 'ADJUST' ? -sum : sum };
  }
}

/** An even number means one that still waits for something, where there is one. */
function aim(back: number, records: readonly EntryRecord[]): number {
  const open = back % 2 === 0 ? records.filter(({ dueAt }) => dueAt !== null) : [];
  const numbers = (open.length > 0 ? open : records).map(({ of }) => of).sort((a, b) => b - a);
  return numbers[Math.floor(back / 2) % (numbers.length || 1)] ?? back + 1;
}
