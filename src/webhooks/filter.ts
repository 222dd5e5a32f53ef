import type { StoredEntry } from '../journal/stored-entry.js';
import type { Row } from '../journal/transaction.js';

/** Which entries an endpoint is sent: those that meet every condition; null is no condition. */
export interface WebhookFilter {
  readonly kinds: readonly string[] | null;
  /** UUIDs of members. */
  readonly memberIds: readonly string[] | null;
  /** UUIDs of point currencies whose wallets the entry changed. */
  readonly currencyIds: readonly string[] | null;
}

/** The columns that `storedFilter` reads, for a table alias `e`. */
export const FILTER_COLUMNS = 'e.kinds, e.member_ids, e.currency_ids';

export const storedFilter = (row: Row): WebhookFilter => ({
  kinds: row.kinds as string[] | null,
  memberIds: row.member_ids as string[] | null,
  currencyIds: row.currency_ids as string[] | null,
});

export const matches = ({ kinds, memberIds, currencyIds }: WebhookFilter, { kind, streamId, data }: StoredEntry): boolean =>
  (kinds === null || kinds.includes(kind)) &&
  (memberIds === null || memberIds.includes(streamId)) &&
  (currencyIds === null || (data.changes ?? []).some(({ currency }) => currencyIds.includes(currency)));
