import { meets, type Situation } from '../earning/conditions.js';
import type { Calendar } from '../programs/calendar.js';
import type { PromotionSettings, PromotionTime } from './promotion.js';

/** Whether a promotion fits what was done: it is on, in season and on schedule, and its conditions hold. */
export function isEligible({ status, validFrom, validTo, schedule, conditions }: PromotionSettings, situation: Situation): boolean {
  const { at, program } = situation;
  if (status !== 'ACTIVE' || (validFrom !== null && at < validFrom) || (validTo !== null && at >= validTo)) return false;
  if (schedule && !isScheduled(schedule, program.calendar.localTime(at))) return false;
  return !conditions || meets(conditions, situation);
}

/** Whether clocks that show this day and minute are within one of the times. */
export function isScheduled(schedule: readonly PromotionTime[], { weekday, minute }: ReturnType<Calendar['localTime']>): boolean {
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  return schedule.some(({ weekdays, from, to }) => {
    const isOn = (day: number) => weekdays === null || weekdays.includes(day);
    if (from < to) return isOn(weekday) && from <= minute && minute < to;
    return (isOn(weekday) && minute >= from) || (isOn(yesterday) && minute < to);
  });
}
