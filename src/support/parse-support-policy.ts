import { parseTimeOfDay } from '../earning/time-of-day.js';
import { Refused } from '../graphql/attempt.js';
import { invalid } from '../graphql/user-error.types.js';
import { isDate } from '../programs/calendar.js';
import type { OpenHours } from './business-time.js';
import type { SupportPolicy } from './support-policy.js';
import type { BusinessHoursInput, SlaTargetInput, UpdateSupportPolicyInput } from './support-policy.types.js';

const STRETCHES_MAX = 50;
const HOLIDAYS_MAX = 200;
/** With an hour a week and no more, this is counted over a few thousand days; so there is an end to it. */
const MINUTES_MAX = 30_000;
const MINUTES_A_WEEK_MIN = 60;
const DAYS_MAX = 365;

const refuse = (message: string, ...path: string[]): Refused => new Refused(invalid(message, ...path));

/** The policy with what is mentioned changed. @throws Refused naming what cannot be used */
export function changePolicy(before: SupportPolicy, input: UpdateSupportPolicyInput): SupportPolicy {
  const { hours, holidays, targets, autoCloseDays } = input;
  if (autoCloseDays != null && (autoCloseDays < 1 || autoCloseDays > DAYS_MAX))
    throw refuse(`autoCloseDays is 1 to ${DAYS_MAX}.`, 'autoCloseDays');
  return {
    hours: {
      weekly: hours ? weeklyOf(hours) : before.hours.weekly,
      holidays: holidays ? holidaysOf(holidays) : before.hours.holidays,
    },
    targets: targets ? targetsOf(before.targets, targets) : before.targets,
    autoCloseDays: autoCloseDays === undefined ? before.autoCloseDays : autoCloseDays,
  };
}

function weeklyOf(inputs: readonly BusinessHoursInput[]): OpenHours[] {
  if (inputs.length > STRETCHES_MAX) throw refuse(`hours has at most ${STRETCHES_MAX} stretches.`, 'hours');
  const weekly = inputs.map(({ weekday, from, to }, i) => {
    const [start, end] = [parseTimeOfDay(from), parseTimeOfDay(to)];
    if (weekday < 1 || weekday > 7) throw refuse('Days of the week go from 1, Monday, to 7, Sunday.', 'hours', String(i), 'weekday');
    if (start === null || end === null || start >= end)
      throw refuse('Business hours go from one time of the day to a later one, like 09:00 to 17:00.', 'hours', String(i));
    return { weekday, from: start, to: end };
  });
  weekly.sort((a, b) => a.weekday - b.weekday || a.from - b.from);
  weekly.forEach(({ weekday, from }, i) => {
    const before = weekly[i - 1];
    if (before?.weekday === weekday && before.to > from) throw refuse('Stretches of one day do not overlap.', 'hours');
  });
  if (weekly.reduce((sum, { from, to }) => sum + to - from, 0) < MINUTES_A_WEEK_MIN)
    throw refuse('There is an hour of business hours a week at least.', 'hours');
  return weekly;
}

function holidaysOf(given: readonly string[]): string[] {
  const all = [...new Set(given)].sort();
  if (all.length > HOLIDAYS_MAX || !all.every(isDate))
    throw refuse(`holidays are at most ${HOLIDAYS_MAX} days, like 2026-12-25.`, 'holidays');
  return all;
}

function targetsOf(before: SupportPolicy['targets'], inputs: readonly SlaTargetInput[]): SupportPolicy['targets'] {
  if (new Set(inputs.map(({ priority }) => priority)).size < inputs.length) throw refuse('Each priority comes once.', 'targets');
  const changed = inputs.map(({ priority, firstResponseMinutes = null, resolutionMinutes = null }, i) => {
    for (const minutes of [firstResponseMinutes, resolutionMinutes])
      if (minutes !== null && (minutes < 1 || minutes > MINUTES_MAX))
        throw refuse(`A target is 1 to ${MINUTES_MAX} minutes.`, 'targets', String(i));
    return [priority, { firstResponseMinutes, resolutionMinutes }];
  });
  return { ...before, ...Object.fromEntries(changed) };
}
