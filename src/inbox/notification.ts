import { entryId, localId } from '../graphql/global-id.js';

/** What a member is notified of. Of what happens in a post the first that fits is told, in this order. */
export type NotificationKind = 'REPLY' | 'MENTION' | 'THREAD_POST' | 'ANSWER_ACCEPTED' | 'TIER_CHANGED';

/** What a notification tells of, by UUIDs. */
export interface NotificationFacts {
  readonly type: NotificationKind;
  readonly thread?: string;
  readonly post?: string;
  /** Who did it; null: erased by then. */
  readonly actor?: string | null;
  /** Number of the member's own entry that it tells of. */
  readonly entry?: number;
}

/** As its entry keeps it. */
export interface StoredNotification extends NotificationFacts {
  /** Its number in the inbox. */
  readonly n: number;
}

/** The list of what is in a member's inbox, in the order of its keys. */
export const inboxList = (member: string): string => `inbox:${member}`;

const DIGITS = 12;
export const inboxKey = (n: number): string => String(n).padStart(DIGITS, '0');

export const notificationId = (member: string, n: number): string => entryId('member', member, n, 'ntf');

/** Whose the notification of an id is, and which; null when the text is no such id. */
export function parseNotificationId(id: string): { readonly member: string; readonly n: number } | null {
  const [, owner = '', n = ''] = /^ntf_(mem_[0-9a-z]{26})_([1-9]\d{0,11})$/.exec(id) ?? [];
  const member = localId('member', owner);
  return member === null ? null : { member, n: Number(n) };
}
