import { Refused } from '../graphql/attempt.js';
import { newUuid } from '../graphql/global-id.js';
import { invalid } from '../graphql/user-error.types.js';
import { parsePeriod } from '../programs/calendar.js';
import type { Program } from '../programs/program.js';
import { parseTiers } from './parse-tiers.js';
import type { QualificationWindowInput, TierDurationInput } from './tier-policy.types.js';
import type { Measure, QualificationWindow, TierDuration, TierSetSettings } from './tier-set.js';
import type { CreateTierSetInput, TierMeasureInput, UpdateTierSetInput } from './tier-set-input.types.js';

const MEASURES_MAX = 5;
const FURTHER_MAX = 5;
const DAY_MS = 86_400_000;
/** A day more than a leap year's last, so that P12M is always a window of at most 366 buckets. */
const ROLLING_DAYS_MAX = 366;

const refuse = (message: string, ...path: string[]): Refused => new Refused(invalid(message, ...path));

/** @throws Refused where the ladder does not rise from 0, its unit is unknown, or a rule cannot be understood */
export function newTierSet(input: CreateTierSetInput, program: Program): TierSetSettings {
  const measures = parseMeasures(input, program);
  return {
    id: newUuid(),
    name: input.name,
    measures,
    window: parseWindow(input.window, program),
    upgrades: input.upgrades ?? 'IMMEDIATE',
    lasts: parseDuration(input.lasts),
    downgrade: input.downgrade ?? 'BY_BALANCE',
    grace: parseGrace(input.grace, program),
    tiers: parseTiers(input.tiers, measures, program),
  };
}

/** The set with what the input changes. Measures and window stay: standings count by them. */
export function changedTierSet(set: TierSetSettings, input: UpdateTierSetInput, program: Program): TierSetSettings {
  return {
    ...set,
    name: input.name ?? set.name,
    upgrades: input.upgrades ?? set.upgrades,
    lasts: input.lasts ? parseDuration(input.lasts) : set.lasts,
    downgrade: input.downgrade ?? set.downgrade,
    grace: input.grace === undefined ? set.grace : parseGrace(input.grace, program),
    tiers: input.tiers ? parseTiers(input.tiers, set.measures, program, set.tiers) : set.tiers,
  };
}

function parseMeasures({ measure, currencyCode, measures }: CreateTierSetInput, program: Program): TierSetSettings['measures'] {
  if ((measure == null) === (measures == null)) throw refuse('Give exactly one of measure and measures.', 'measure');
  const inputs = measures ?? [Object.assign({ measure: measure as TierMeasureInput['measure'] }, { currencyCode: currencyCode ?? null })];
  const path = (i: number): string[] => (measures ? ['measures', String(i)] : []);
  const [first, ...rest] = inputs.map((each, i) => parseMeasure(each, program, path(i)));
  if (!first || rest.length >= MEASURES_MAX) throw refuse(`A tier set has 1 to ${MEASURES_MAX} measures.`, 'measures');
  return [first, ...rest];
}

function parseMeasure({ measure, currencyCode, countsPurchasesOnly, event }: TierMeasureInput, program: Program, path: string[]): Measure {
  if (measure === 'SPEND') return { measure };
  if (measure === 'POINTS') {
    const currency = program.currencyByCode(currencyCode);
    if (!currency?.isQualifying) throw refuse('Name a qualifying point currency of this programme.', ...path, 'currencyCode');
    return { measure, currency: currency.id };
  }
  if (countsPurchasesOnly && event != null) throw refuse('Count purchases only, or one event.', ...path, 'event');
  return { measure, of: countsPurchasesOnly ? { purchases: true } : event == null ? null : { event } };
}

function parseWindow(input: QualificationWindowInput | null | undefined, program: Program): QualificationWindow {
  const { month = 1, day = 1 } = input?.startsOn ?? {};
  const startsOn = { month, day };
  // A leap year has every day that any year has.
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate())) {
    throw refuse('There is no such day.', 'window', 'startsOn');
  }
  if (!input) return { type: 'CALENDAR_YEAR', startsOn };
  if (input.type === 'ANNIVERSARY') {
    if (input.startsOn) throw refuse('A year of membership begins with enrolment.', 'window', 'startsOn');
    return { type: 'ANNIVERSARY' };
  }
  if (input.type !== 'ROLLING') return { type: input.type, startsOn };
  const period = parsePeriod(input.period ?? '');
  const from = Date.UTC(2023, 6, 1);
  // An hour of a change of the clocks is not a day.
  if (!period || program.calendar.add(from, period, null) - from > (ROLLING_DAYS_MAX + 0.5) * DAY_MS) {
    throw refuse(`ROLLING needs a period of at most ${ROLLING_DAYS_MAX} days as ISO 8601 duration, like P12M.`, 'window', 'period');
  }
  return { type: 'ROLLING', startsOn, period };
}

function parseDuration(input: TierDurationInput | null | undefined): TierDuration {
  if (!input || input.mode === 'PERIODS') {
    const further = input?.furtherPeriods ?? 0;
    if (further < 0 || further > FURTHER_MAX) throw refuse(`furtherPeriods is 0 to ${FURTHER_MAX}.`, 'lasts', 'furtherPeriods');
    return { mode: 'PERIODS', further };
  }
  if (input.mode === 'FOREVER') return { mode: 'FOREVER' };
  const period = parsePeriod(input.period ?? '');
  if (!period) throw refuse('FOR_PERIOD needs a period above zero as ISO 8601 duration, like P12M.', 'lasts', 'period');
  return { mode: 'FOR_PERIOD', period };
}

function parseGrace(text: string | null | undefined, program: Program): string | null {
  if (text == null) return null;
  const period = parsePeriod(text);
  const from = Date.UTC(2023, 0, 1, 12);
  // Shorter than any period: a grace ends before the next one can begin.
  if (!period || program.calendar.add(from, period, null) >= program.calendar.add(from, 'P1Y', null)) {
    throw refuse('grace is a period of less than a year as ISO 8601 duration, like P3M.', 'grace');
  }
  return period;
}
