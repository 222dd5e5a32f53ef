import type { ActivationPolicy } from '../earning/activation.js';
import { Refused } from '../graphql/attempt.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';
import { isDate, isMonthDay, parsePeriod } from './calendar.js';
import type { ActivationPolicyInput, ExpiryPolicyInput } from './point-currency.types.js';
import type { ExpiryPolicy } from './settings.js';

const DATES_MAX = 12;
const KINDS_MAX = 20;
const NAME_MAX = 100;

const isName = (text: string): boolean => text !== '' && text.length <= NAME_MAX && isStorable(text);

/** @throws Refused unless the text is a period above zero */
function period(text: string | null | undefined, ...path: string[]): string {
  const parsed = parsePeriod(text ?? '');
  if (!parsed) throw new Refused(invalid(`${path.at(-1)} is a period above zero as ISO 8601 duration, like P12M.`, ...path));
  return parsed;
}

/** @throws Refused naming what the mode lacks */
export function expiryPolicy(input: ExpiryPolicyInput | null | undefined): ExpiryPolicy {
  if (!input || input.mode === 'NEVER') return { mode: 'NEVER' };
  if (input.mode === 'ON_DATES') {
    const dates = [...new Set(input.dates ?? [])];
    if (dates.length === 0 || dates.length > DATES_MAX || !dates.every(isMonthDay))
      throw new Refused(invalid(`ON_DATES needs 1 to ${DATES_MAX} days of the year, like 03-31.`, 'expiry', 'dates'));
    return { mode: 'ON_DATES', dates };
  }
  const span = { period: period(input.period, 'expiry', 'period'), roundUpTo: input.roundUpTo ?? null };
  if (input.mode === 'AFTER_PERIOD') return { mode: 'AFTER_PERIOD', ...span };
  const extendedBy = [...new Set(input.extendedBy ?? ['PURCHASE'])];
  if (extendedBy.length === 0 || extendedBy.length > KINDS_MAX || !extendedBy.every(isName))
    throw new Refused(invalid(`SLIDING needs 1 to ${KINDS_MAX} kinds of activity.`, 'expiry', 'extendedBy'));
  return { mode: 'SLIDING', ...span, extendedBy };
}

/** @throws Refused naming what the mode lacks */
export function activationPolicy(input: ActivationPolicyInput): ActivationPolicy {
  switch (input.mode) {
    case 'AFTER_PERIOD':
      return { mode: 'AFTER_PERIOD', period: period(input.period, 'activation', 'period'), roundUpTo: input.roundUpTo ?? null };
    case 'ON_DATE':
      if (!isDate(input.date ?? '')) throw new Refused(invalid('ON_DATE needs a local day, like 2026-12-24.', 'activation', 'date'));
      return { mode: 'ON_DATE', date: input.date as string };
    case 'ON_EVENT': {
      const event = input.event ?? '';
      if (!isName(event)) throw new Refused(invalid(`ON_EVENT needs an event of 1 to ${NAME_MAX} characters.`, 'activation', 'event'));
      return { mode: 'ON_EVENT', event, cancelAfter: period(input.cancelAfter, 'activation', 'cancelAfter') };
    }
    default:
      return { mode: 'IMMEDIATE' };
  }
}
