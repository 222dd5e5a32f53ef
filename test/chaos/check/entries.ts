import type { CommandRecord } from '../evidence.js';
import type { Accounts } from './accounts.js';
import type { Findings } from './findings.js';
import type { Ledger } from './ledger.js';

/** What follows from other entries, by itself or in another stream. */
const CONSEQUENCES = new Set(['TIER_CHANGED', 'POINTS_RECEIVED']);

/** From the journal's side: nothing is in it that nobody asked for, no order twice, and tiers change exactly where they have to. */
export function checkEntries(ledger: Ledger, accounts: Accounts, records: readonly CommandRecord[], findings: Findings): void {
  const asked = new Set(records.map(({ command }) => `${command.member} ${command.key}`));
  const members = new Set(ledger.books.members.map(({ externalId }) => externalId));
  for (const member of members) {
    const orders = new Map<string, number>();
    const [firstMissing = Number.POSITIVE_INFINITY] = ledger.missingOf(member);
    let isRising = false;
    for (const { entry, rises } of accounts.stepsOf(member)) {
      const { row, inputOrder } = entry;
      const where = `${member}, entry ${row.number} (${row.kind}, key ${row.key})`;
      const isTierChange = row.kind === 'TIER_CHANGED';
      // Behind a missing entry, which is reported, the sum is not known.
      const isKnown = row.number < firstMissing;
      if (isKnown && isTierChange !== isRising)
        findings.mispriced.push(`${where}: ${isTierChange ? 'no tier was reached' : 'a tier was reached before it'}`);
      isRising = rises !== null;
      if (!CONSEQUENCES.has(row.kind) && !asked.has(`${member} ${row.key}`)) findings.doubled.push(`${where}: nobody asked for it`);
      if (inputOrder === null) continue;
      const before = orders.get(inputOrder);
      if (before !== undefined) findings.doubled.push(`${where}: order ${inputOrder} is entry ${before} already`);
      orders.set(inputOrder, row.number);
    }
    if (isRising && firstMissing === Number.POSITIVE_INFINITY)
      findings.mispriced.push(`${member}: a tier was reached at the end, and did not change`);
  }
}
