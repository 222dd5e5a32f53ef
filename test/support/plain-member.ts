import { core } from '../../src/core.js';
import { type Command, type Decision, decide } from '../../src/journal/core/decide.js';
import type { Entry } from '../../src/journal/core/entry.js';
import { NO_STREAM, type StreamState } from '../../src/journal/core/state.js';
import type { Program } from '../../src/programs/program.js';
import { type Deed, START, type Step, type World } from './arbitraries.js';
import { simulatedProgram } from './simulated-program.js';

/** A command as it was given, with the programme at the clock of that moment. */
export interface Given {
  readonly now: number;
  readonly effectiveAt: number | null;
  readonly deed: Deed;
  readonly command: Command;
  readonly program: Program;
  readonly decision: Decision;
}

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
    const wish = exactly === null ? deed : this.exact(deed, exactly);
    const wanted = commandFor(wish, now, effectiveAt);
    return { now, effectiveAt, deed: wish, command: wanted, ...this.decide(wanted) };
  }

  /** Posts what is due at the instant, as the sweeper does. */
  sweep(at: number): Decision {
    return this.decide(commandFor({ type: 'SETTLE' }, at, null), at).decision;
  }

  decide(wanted: Command, now = this.now): { program: Program; decision: Decision } {
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

  private exact(deed: Deed, exactly: 'ALL' | 'FIRST_LOT'): Deed {
    if (deed.type !== 'SPEND' && !(deed.type === 'ADJUST' && deed.amount < 0)) return deed;
    const lots = this.state.lots.known.filter((lot) => lot.currency === deed.code?.toLowerCase());
    const sum = (exactly === 'ALL' ? lots : lots.slice(0, 1)).reduce((total, lot) => total + lot.remaining, 0);
    if (sum === 0) return deed;
    return { ...deed, amount: deed.type === 'SPEND' ? sum : -sum };
  }
}

export const command = (type: string, input: unknown, admittedAt: number, effectiveAt: number | null): Command => ({
  type,
  programId: 'program',
  streamId: 'member',
  shard: 1,
  by: 'key',
  input,
  effectiveAt,
  admittedAt,
  key: null,
  inputHash: null,
  externalId: null,
  readsLots: false,
});

function commandFor(deed: Deed, now: number, effectiveAt: number | null): Command {
  const of = (type: string, input: unknown): Command => command(type, input, now, effectiveAt);
  switch (deed.type) {
    case 'PURCHASE': {
      const { cents: amount, money: currencyCode, externalId } = deed;
      return { ...of('RECORD_ACTIVITY', { type: 'PURCHASE', externalId, amount, currencyCode, items: [] }), externalId };
    }
    case 'EVENT': {
      const { name, externalId } = deed;
      return { ...of('RECORD_ACTIVITY', { type: 'EVENT', externalId, name, attributes: null }), externalId };
    }
    case 'SPEND':
      return { ...of('SPEND_POINTS', { amount: deed.amount, currencyCode: deed.code, reason: null }), readsLots: true };
    case 'ADJUST': {
      const { amount, code: currencyCode, reason } = deed;
      return { ...of('ADJUST_POINTS', { amount, currencyCode, reason, note: null }), readsLots: amount < 0 };
    }
    case 'STATUS':
      return of('SET_MEMBER_STATUS', { status: deed.status, reason: null });
    case 'SETTLE':
      return of('SETTLE', {});
  }
}
