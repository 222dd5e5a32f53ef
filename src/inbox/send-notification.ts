import type { Handler } from '../journal/core/decide.js';
import type { Program } from '../programs/program.js';
import { inboxChange, inboxOf, withSent } from './inbox.js';
import { inboxKey, inboxList, type NotificationFacts, type StoredNotification } from './notification.js';

export const SEND_NOTIFICATION = 'SEND_NOTIFICATION';
/** Kind of the entry. */
export const NOTIFICATION_SENT = 'NOTIFICATION_SENT';

/** Puts a notification into a member's inbox. Who left gets none. */
export const sendNotification: Handler<Program, NotificationFacts> = (draft, { input, streamId }) => {
  if (draft.state.status === 'CLOSED') {
    return { code: 'MEMBER_NOT_ACTIVE', message: 'This membership is closed.', path: ['member'], data: { status: 'CLOSED' } };
  }
  const inbox = withSent(inboxOf(draft.state));
  const told: StoredNotification = { ...input, n: inbox.sent };
  return draft.post(NOTIFICATION_SENT, {
    input: told,
    ...inboxChange(inbox),
    listed: [{ list: inboxList(streamId), key: inboxKey(inbox.sent), of: draft.nextNumber }],
  });
};
