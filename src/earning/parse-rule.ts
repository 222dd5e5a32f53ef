import { Refused } from '../graphql/attempt.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';

const COUNT_MAX = 1_000_000;

/** A decimal above 0, as text. @throws Refused, naming the kind's field and `points` */
export function positive(points: string, kind: string): string {
  if (Number(points) <= 0) throw new Refused(invalid('points must be above 0.', kind, 'points'));
  return points;
}

/** A whole number from `least` to a million. @throws Refused */
export function count(value: number, least: number, kind: string, field: string): number {
  if (value < least || value > COUNT_MAX) throw new Refused(invalid(`${field} goes from ${least} to ${COUNT_MAX}.`, kind, field));
  return value;
}

/** The name of an event; null: purchases are meant. @throws Refused */
export function eventName(event: string | null | undefined, kind: string): string | null {
  if (event == null) return null;
  if (event === '' || event.length > 100 || !isStorable(event))
    throw new Refused(invalid('An event has a name of 1 to 100 characters.', kind, 'event'));
  return event;
}
