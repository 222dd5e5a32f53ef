import { core } from '../../src/core.js';
import type { ActivityItem } from '../../src/earning/activity.js';
import type { EarningRuleSettings } from '../../src/earning/kinds/kinds.js';
import { type Decision, decide } from '../../src/journal/core/decide.js';
import type { Entry } from '../../src/journal/core/entry.js';
import { SharedCounters } from '../../src/journal/core/shared-counters.js';
import { NO_STREAM, type StreamState } from '../../src/journal/core/state.js';
import { Program } from '../../src/programs/program.js';
import type { ProgramSettings } from '../../src/programs/settings.js';
import { command } from './commands.js';

const currency = (id: string, more: Partial<ProgramSettings['pointCurrencies'][number]> = {}) => ({
  ...{ id, code: id.toUpperCase(), name: id, isSpendable: true, isQualifying: false, expiry: { mode: 'NEVER' as const } },
  ...more,
});

/** Points, stamps and cents that never expire, and these rules. */
export const settingsOf = (earningRules: readonly EarningRuleSettings[], more: Partial<ProgramSettings> = {}): ProgramSettings => ({
  name: 'Rules',
  timeZone: 'UTC',
  currencyCode: 'EUR',
  pointCurrencies: [currency('points'), currency('stamps'), currency('cents')],
  tierSets: [],
  earningRules,
  returns: { earned: 'ALLOW_DEBT', attribution: 'PROPORTIONAL', spent: 'RESTORE', restoreGrace: null },
  ...more,
});

/** What all rules of tests are unless they say otherwise. */
export const ruleBase = {
  id: 'rule',
  name: 'Rule',
  currency: 'points',
  rounding: 'DOWN',
  isActive: true,
  validFrom: null,
  validTo: null,
} as const;

/** A member decided by the core itself, command by command, in the order in which they are given. */
export class RuleMember {
  state: StreamState = NO_STREAM;
  readonly entries: Entry[] = [];
  program: Program;

  constructor(settings: ProgramSettings, enrolledAt = 0) {
    this.program = new Program('program', 1, 0, settings);
    this.give('ENROLL_MEMBER', { profile: 'digest' }, enrolledAt);
  }

  buy(amount: number, at: number, more: { items?: readonly ActivityItem[]; channel?: string; segments?: string[] } = {}): Decision {
    return this.give('RECORD_ACTIVITY', { type: 'PURCHASE', externalId: null, amount, currencyCode: 'EUR', items: [], ...more }, at);
  }

  happen(name: string, at: number, attributes: Record<string, unknown> | null = null): Decision {
    return this.give('RECORD_ACTIVITY', { type: 'EVENT', externalId: null, name, attributes }, at);
  }

  /** Takes back the purchase with that entry number: an amount of it, or all that is left. */
  takeBack(purchase: number, at: number, amount: number | null = null): Decision {
    return this.give('RETURN_PURCHASE', { purchase, part: amount === null ? null : { amount } }, at);
  }

  /** What the member has of a currency, less what is owed. */
  balance(id: string): number {
    const { active = 0, debt = 0 } = this.state.wallets[id] ?? {};
    return active - debt;
  }

  /** What one entry changed, by currency. */
  earnedBy(decision: Decision): Readonly<Record<string, number>> {
    if ('refusal' in decision) throw new Error(decision.refusal.message);
    const own = decision.entries.find(({ number }) => number === decision.number);
    return Object.fromEntries((own?.data.changes ?? []).map(({ currency, delta }) => [currency, delta.earned ?? 0]));
  }

  give(type: string, input: unknown, at: number): Decision {
    const wanted = command(type, input, at, at);
    const known = { sameExternalId: null, entry: (number: number) => this.entries[number - 1] ?? null, numberOf: () => null };
    const decision = decide(core, this.program, wanted, this.state, known, SharedCounters.UNREAD);
    if (!('refusal' in decision)) {
      this.state = decision.state;
      this.entries.push(...decision.entries);
    }
    return decision;
  }
}
