import { core } from '../../src/core.js';
import { type Core, type Decision, decide, type Handler } from '../../src/journal/core/decide.js';
import type { Entry, Standing } from '../../src/journal/core/entry.js';
import { NO_STREAM, type StreamState } from '../../src/journal/core/state.js';
import { Program } from '../../src/programs/program.js';
import type { StoredSettings } from '../../src/programs/settings.js';
import { type Qualification, qualify } from '../../src/tiers/evaluate.js';
import type { TierSetSettings, TierSettings } from '../../src/tiers/tier-set.js';
import { command } from './commands.js';

/** What a return does to qualification: it takes back what its purchase added, in the window of the purchase. */
const takeBack: Handler<Program, Qualification> = (draft, { input }) =>
  draft.post('PURCHASE_RETURNED', { input, standings: qualify(draft, input) });
const withReturns: Core<Program> = { ...core, handlers: { ...core.handlers, TAKE_BACK: takeBack } };

export const tier = (id: string, ...thresholds: (number | null)[]): TierSettings => ({
  id,
  name: id,
  thresholds,
  atLeast: null,
  multiplier: null,
  isRetired: false,
});

/** Bronze from 1.00, silver from 2.00, gold from 3.00: in cents 100, 200 and 300, over the calendar year. */
export const ladder = (changes: Partial<TierSetSettings> = {}): TierSetSettings => ({
  id: 'status',
  name: 'Status',
  measures: [{ measure: 'SPEND' }],
  window: { type: 'CALENDAR_YEAR', startsOn: { month: 1, day: 1 } },
  upgrades: 'IMMEDIATE',
  lasts: { mode: 'PERIODS', further: 0 },
  downgrade: 'BY_BALANCE',
  grace: null,
  tiers: [tier('basic', 0), tier('bronze', 100), tier('silver', 200), tier('gold', 300)],
  ...changes,
});

export const settingsWith = (tierSets: StoredSettings['tierSets'], timeZone = 'UTC'): StoredSettings => ({
  name: 'Ladders',
  timeZone,
  currencyCode: 'EUR',
  pointCurrencies: [
    { id: 'stars', code: 'STARS', name: 'Stars', isSpendable: true, isQualifying: true, expiry: { mode: 'NEVER' } },
    { id: 'coins', code: 'COINS', name: 'Coins', isSpendable: true, isQualifying: false, expiry: { mode: 'NEVER' } },
  ],
  tierSets,
  earningRules: [],
});

/** One member of a programme on the real clock, in which only tiers matter. Instants are ISO text, or days without a time. */
export class LadderMember {
  state: StreamState = NO_STREAM;
  readonly entries: Entry[] = [];
  program: Program;

  constructor(enrolledAt: string | number, settings: StoredSettings) {
    this.program = new Program('program', 1, null, settings);
    this.give('ENROLL_MEMBER', { profile: 'digest' }, enrolledAt);
  }

  static on(enrolledAt: string, ...sets: StoredSettings['tierSets']): LadderMember {
    return new LadderMember(enrolledAt, settingsWith(sets));
  }

  buy(cents: number, at: string | number): Decision {
    return this.give('RECORD_ACTIVITY', { type: 'PURCHASE', externalId: null, amount: cents, currencyCode: 'EUR', items: [] }, at);
  }

  happen(name: string, at: string | number): Decision {
    return this.give('RECORD_ACTIVITY', { type: 'EVENT', externalId: null, name, attributes: null }, at);
  }

  takeBack(cents: number, of: string | number, at: string | number): Decision {
    return this.give('TAKE_BACK', { spend: -cents, points: {}, at: instant(of) }, at);
  }

  setTier(tierId: string, until: string | number, at: string | number, tierSet: string | null = null): Decision {
    return this.give('SET_TIER', { tierSet, tier: tierId, until: instant(until), reason: 'GOODWILL', note: null }, at);
  }

  clearTier(at: string | number, tierSet: string | null = null): Decision {
    return this.give('CLEAR_TIER', { tierSet, reason: 'CORRECTION', note: null }, at);
  }

  sweep(at: string | number): Decision {
    return this.give('SETTLE', {}, at);
  }

  /** Publishes another version of the tier sets. */
  publish(...sets: StoredSettings['tierSets']): void {
    this.program = new Program('program', this.program.version + 1, null, { ...this.program.settings, tierSets: sets });
  }

  get standing(): Standing {
    return this.state.standings.status as Standing;
  }

  /** What happened to tiers: day, from, to, why. */
  moves(tierSet = 'status'): string[] {
    return this.entries
      .filter(({ kind, data }) => kind.startsWith('TIER_') && data.standings?.[0]?.tierSet === tierSet)
      .map(({ effectiveAt, data }) => {
        const { from, to, reason } = data.because as { from: string; to: string; reason: string };
        return `${iso(effectiveAt)} ${from} > ${to} ${reason}`;
      });
  }

  give(type: string, input: unknown, at: string | number): Decision {
    const wanted = command(type, input, Number.MAX_SAFE_INTEGER, instant(at));
    const decision = decide(withReturns, this.program, wanted, this.state, {
      sameExternalId: null,
      entry: () => null,
      numberOf: () => null,
    });
    if (!('refusal' in decision)) {
      this.state = decision.state;
      this.entries.push(...decision.entries);
    }
    return decision;
  }
}

export const instant = (at: string | number): number =>
  typeof at === 'number' ? at : Date.parse(at.length === 10 ? `${at}T00:00:00Z` : at);

/** A day where it is midnight in UTC, else the whole instant. */
export const iso = (at: number): string => new Date(at).toISOString().replace('T00:00:00.000Z', '');
