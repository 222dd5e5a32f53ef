import { styleText } from 'node:util';
import type { FeedEntry } from './follow-journal.js';

/** A line of the feed: who, what it did to the balance, and why. Colours only on a terminal. */
export function feedLine({ kind, summary, changes, fromTierName, toTierName }: FeedEntry, name: string): string {
  const who = styleText('bold', name.padEnd(10));
  if (kind === 'TIER_CHANGED') return `${who} ${styleText('magenta', `${fromTierName} → ${toTierName}`)}`;
  const moves = changes.map(({ amount, balanceAfter, currencyCode }) => {
    const move = `${amount > 0 ? '+' : ''}${amount}`.padStart(6);
    return `${styleText(amount < 0 ? 'yellow' : 'green', move)} → ${String(balanceAfter).padStart(6)} ${currencyCode}`;
  });
  return `${who} ${moves.join(', ').padEnd(20)}  ${styleText('dim', summary)}`;
}
