import type { Followed, Item, ItemChange } from './evidence.js';
import type { Records, Row } from './records.js';

/** What is wrong with the values of a change, or null. */
export function wrongEntry({ shows }: Followed, { entry, changes }: Item, row: Row, records: Records): string | null {
  if (!entry) return 'it has no entry';
  if (entry.number !== row.number) return `its entry has number ${entry.number}`;
  if (entry.kind !== row.kind) return `its kind is ${entry.kind}`;
  if (Date.parse(entry.postedAt) !== row.postedAt) return `it says that it was posted at ${entry.postedAt}`;
  if (shows === 'tier') {
    const tier = records.tierOf(row);
    return entry.toTierName === tier ? null : `its tier is ${entry.toTierName}, not ${tier}`;
  }
  const expected = (row.content.changes ?? []).map(({ currency, delta, after }) =>
    changeText(records.code(currency), delta.active ?? 0, after.active ?? 0),
  );
  for (const given of shows === 'balance' ? [changes, entry.changes] : [entry.changes]) {
    const told = textOf(given);
    if (told !== expected.join()) return `it changed ${told || 'nothing'}, not ${expected.join() || 'nothing'}`;
  }
  return null;
}

/** What is wrong with a snapshot, or null. */
export function wrongSnapshot({ shows, streamId }: Followed, { number = 0, wallets, standings }: Item, records: Records): string | null {
  if (streamId === null) return null;
  if (shows === 'balance') {
    const balances = records.balancesAt(streamId, number);
    const wrong = wallets?.find(({ active, pointCurrency: { code } }) => active !== (balances.get(code) ?? 0));
    return wrong
      ? `a snapshot at ${number} of ${wrong.active} ${wrong.pointCurrency.code}, not ${balances.get(wrong.pointCurrency.code) ?? 0}`
      : null;
  }
  if (shows === 'tier') {
    const tier = records.tierAt(streamId, number);
    const told = standings?.[0]?.tier.name;
    return tier !== null && told !== tier ? `a snapshot at ${number} of tier ${told}, not ${tier}` : null;
  }
  return null;
}

/** What is wrong with the values that a client holds in the end, or null. */
export function wrongEnd({ shows, streamId, log }: Followed, records: Records): string | null {
  if (streamId === null) return null;
  const items = log.flatMap((told) => ('item' in told ? [told.item] : []));
  if (shows === 'balance') {
    const held = new Map<string, number>();
    for (const { wallets = [], changes = [] } of items) {
      for (const { active, pointCurrency } of wallets) held.set(pointCurrency.code, active);
      for (const { currencyCode, balanceAfter } of changes) held.set(currencyCode, balanceAfter);
    }
    const wrong = [...records.balances(streamId)].find(([code, balance]) => (held.get(code) ?? 0) !== balance);
    return wrong ? `holds ${held.get(wrong[0]) ?? 0} ${wrong[0]} in the end, and the member ${wrong[1]}` : null;
  }
  if (shows === 'tier') {
    const tier = records.tierAt(streamId, Number.POSITIVE_INFINITY);
    const last = items.findLast(({ __typename }) => __typename.startsWith('Tier'));
    const held = last?.entry?.toTierName ?? last?.standings?.[0]?.tier.name;
    return tier !== null && held !== tier ? `holds tier ${held} in the end, and the member is ${tier}` : null;
  }
  return null;
}

const changeText = (code: string, amount: number, after: number): string => `${amount} ${code} to ${after}`;
const textOf = (changes: readonly ItemChange[] = []): string =>
  changes.map(({ currencyCode, amount, balanceAfter }) => changeText(currencyCode, amount, balanceAfter)).join();
