import type { CommandRecord } from '../evidence.js';
import type { Findings } from './findings.js';
import type { Ledger, LedgerChange, LedgerEntry } from './ledger.js';

/** What one member gives has to arrive at the other, once, all of it, with the expiry that it had; and nothing else. */
export function checkTransfers(ledger: Ledger, records: readonly CommandRecord[], findings: Findings): void {
  const arrived = new Map<string, { readonly member: string; readonly entry: LedgerEntry }[]>();
  for (const { externalId: member } of ledger.books.members) {
    for (const entry of ledger.entriesOf(member)) {
      if (entry.gift === null) continue;
      const all = arrived.get(entry.gift) ?? [];
      all.push({ member, entry });
      arrived.set(entry.gift, all);
    }
  }
  for (const { command } of records) {
    const { effect, key, member } = command;
    if (effect.is !== 'transfers' || key === null) continue;
    const [there, ...more] = arrived.get(key) ?? [];
    arrived.delete(key);
    const where = `transfer of ${member} to ${effect.to}, key ${key}`;
    const given = ledger.entriesOf(member).find(({ row }) => row.key === key);
    if (more.length > 0) findings.doubled.push(`${where}: it arrived ${more.length + 1} times`);
    if (given && !there) findings.lost.push(`${where}: it was given and did not arrive`);
    if (!given && there) findings.lost.push(`${where}: it arrived and was not given`);
    if (there && there.member !== effect.to) findings.mispriced.push(`${where}: it arrived at ${there.member}`);
    if (given && there) compare(where, given.changes[0], there.entry.changes[0], findings);
  }
  for (const [gift, [first]] of arrived)
    findings.doubled.push(`${first?.member}, entry ${first?.entry.row.number}: ${gift} arrived, and nobody gave it`);
}

function compare(where: string, given: LedgerChange | undefined, arrived: LedgerChange | undefined, findings: Findings): void {
  // What repaid a debt arrived, too.
  const total = (arrived?.amount ?? 0) - (arrived?.owed ?? 0);
  if (total !== -(given?.amount ?? 0) || given?.currencyCode !== arrived?.currencyCode) {
    findings.mispriced.push(
      `${where}: given were ${-(given?.amount ?? 0)} ${given?.currencyCode}, and ${total} ${arrived?.currencyCode} arrived`,
    );
    return;
  }
  const isWhole = arrived?.owed === 0;
  if (isWhole && expiries(given, -1) !== expiries(arrived, 1)) {
    findings.mispriced.push(`${where}: given were points to ${expiries(given, -1)}, arrived are points to ${expiries(arrived, 1)}`);
  }
}

/** Points by expiry, in a fixed order. */
function expiries(change: LedgerChange | undefined, sign: 1 | -1): string {
  const sums = new Map<number, number>();
  for (const { expiresAt, amount } of change?.parts ?? []) sums.set(expiresAt, (sums.get(expiresAt) ?? 0) + sign * amount);
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([expiresAt, amount]) => `${expiresAt}: ${amount}`)
    .join(', ');
}
