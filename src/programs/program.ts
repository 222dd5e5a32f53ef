import type { ProgramView } from '../journal/core/draft.js';
import type { Instant } from '../journal/core/entry.js';
import { voucherCurrencyCode } from '../vouchers/terms.js';
import { Calendar } from './calendar.js';
import { type PointCurrencySettings, type ProgramSettings, type StoredSettings, settingsOf } from './settings.js';

/** One version of a programme, ready to decide under. Immutable, shared by all requests. */
export class Program implements ProgramView {
  readonly settings: ProgramSettings;
  readonly calendar: Calendar;
  private readonly currencies: ReadonlyMap<string, PointCurrencySettings>;

  constructor(
    readonly id: string,
    readonly version: number,
    readonly testClock: Instant | null,
    stored: StoredSettings,
    calendar?: Calendar,
  ) {
    const settings = settingsOf(stored);
    this.settings = settings;
    this.calendar = calendar ?? new Calendar(settings.timeZone);
    this.currencies = new Map(settings.pointCurrencies.map((currency) => [currency.id, currency]));
  }

  currency(id: string): PointCurrencySettings | undefined {
    return this.currencies.get(id);
  }

  /** The currency with that code; without a code, the only one there is. */
  currencyByCode(code: string | null | undefined): PointCurrencySettings | undefined {
    const all = this.settings.pointCurrencies;
    if (code == null) return all.length === 1 ? all[0] : undefined;
    return all.find((currency) => currency.code === code);
  }

  /** The code of a currency, for display. */
  currencyCode(id: string): string {
    return this.currencies.get(id)?.code ?? voucherCurrencyCode(id) ?? id;
  }

  /** The present name of a tier, for display. */
  tierName(tierSetId: string, tierId: string): string {
    const set = this.settings.tierSets.find(({ id }) => id === tierSetId);
    return set?.tiers.find(({ id }) => id === tierId)?.name ?? tierId;
  }

  /** When points that become active at `at` expire; null: never. */
  expiryOf(currency: PointCurrencySettings, at: Instant): Instant | null {
    const { expiry } = currency;
    switch (expiry.mode) {
      case 'NEVER':
        return null;
      case 'ON_DATES':
        return Math.min(...expiry.dates.map((date) => this.calendar.endOfNext(at, date)));
      default:
        return this.calendar.add(at, expiry.period, expiry.roundUpTo);
    }
  }

  /** The same settings on a clock that has moved. */
  withClock(testClock: Instant | null): Program {
    return new Program(this.id, this.version, testClock, this.settings, this.calendar);
  }

  /** The instant that counts as now. */
  now(): Instant {
    return this.testClock ?? Date.now();
  }
}
