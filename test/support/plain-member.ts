import { type Command, type Decision, decide } from '../../src/journal/core/decide.js';
import type { Entry } from '../../src/journal/core/entry.js';
import { NO_STREAM, type StreamState } from '../../src/journal/core/state.js';
import type { Program } from '../../src/programs/program.js';
import { aimed } from './aim.js';
import type { Step } from './arbitraries.js';
import { command, commandFor } from './commands.js';
import type { Deed } from './deeds.js';
import { oneSidedCore } from './one-sided-core.js';
import { simulatedProgram } from './simulated-program.js';
import { policyIn, START, type World } from './world.js';

/** A command as it was given, with the programme at the clock of that moment. */
export interface Given {
  readonly now: number;
  readonly effectiveAt: number | null;
  readonly deed: Deed;
  readonly command: Command;
  readonly program: Program;
  readonly decision: Decision;
}

/** What counts now whatever the step says: limits on transfers know one period only. */
const PRESENT: ReadonlySet<Deed['type']> = new Set(['TRANSFER']);

/** How many commands were decided in this test file. */
export const decided = { commands: 0 };

/** A member whose commands are decided one by one with all lots at hand: the core as one would explain it. */
export class PlainMember {
  state: StreamState = NO_STREAM;
  readonly entries: Entry[] = [];
  readonly externalIds = new Map<string, number>();
  readonly program: Program;
  private readonly secondProgram: Program;
  now = START;

  constructor(private readonly world: World) {
    this.program = simulatedProgram(world);
    this.secondProgram = simulatedProgram(world, 1);
    this.decide(command('ENROLL_MEMBER', { profile: 'digest' }, START, null));
    this.now += world.beginsAfter ?? 0;
  }

  give({ forward, offset, deed, exactly }: Step): Given {
    this.now += forward;
    const { now } = this;
    const effectiveAt = offset === null || PRESENT.has(deed.type) ? null : now + offset;
    const wish = aimed(this, deed, exactly);
    const wanted = commandFor(wish, now, effectiveAt);
    return { now, effectiveAt, deed: wish, command: wanted, ...this.decide(wanted) };
  }

  /** Posts what is due at the instant, as the sweeper does. */
  sweep(at: number): Decision {
    return this.decide(commandFor({ type: 'SETTLE' }, at, null), at).decision;
  }

  decide(wanted: Command, now = this.now): { program: Program; decision: Decision } {
    decided.commands += 1;
    const settings = policyIn(now) === 0 ? this.program : this.secondProgram;
    const program = this.world.clock === 'TEST' ? settings.withClock(now) : settings;
    const decision = decide(oneSidedCore, program, wanted, this.state, {
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
}
