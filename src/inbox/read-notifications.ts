import type { Handler } from '../journal/core/decide.js';
import type { Program } from '../programs/program.js';
import { type Inbox, inboxChange, inboxOf, unreadCount, withRead } from './inbox.js';

export const READ_NOTIFICATIONS = 'READ_NOTIFICATIONS';
/** Kind of the entry. */
export const NOTIFICATIONS_READ = 'NOTIFICATIONS_READ';

/** Which: some, or all up to one, by their numbers in the inbox. */
export type ReadNotifications = { readonly numbers: readonly number[] } | { readonly upTo: number };

/** Marks notifications as read. Nothing is told where all of them were. */
export const readNotifications: Handler<Program, ReadNotifications> = (draft, { input }) => {
  const before = inboxOf(draft.state);
  const last = 'upTo' in input ? input.upTo : Math.max(...input.numbers);
  if (last > before.sent) return { code: 'NOTIFICATION_NOT_FOUND', message: 'There is no such notification.', path: ['ids'] };
  const ranges = 'upTo' in input ? [[1, input.upTo] as const] : input.numbers.map((n) => [n, n] as const);
  const after = ranges.reduce<Inbox>((inbox, [from, to]) => withRead(inbox, from, to), before);
  if (unreadCount(after) === unreadCount(before)) return null;
  return draft.post(NOTIFICATIONS_READ, { input, ...inboxChange(after) });
};
