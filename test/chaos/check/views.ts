import type { ApiEntry } from '../books.js';
import type { Findings } from './findings.js';
import type { Ledger } from './ledger.js';

/** The public API has to show exactly what the table holds. */
export function checkViews(ledger: Ledger, ids: ReadonlyMap<string, string>, findings: Findings): void {
  const byStream = Map.groupBy(ledger.books.entries, ({ streamId }) => streamId);
  for (const [member, id] of ids) {
    const shown = new Map((byStream.get(id) ?? []).map((entry) => [entry.number, entry]));
    if (shown.size !== (byStream.get(id)?.length ?? 0)) findings.differences.push(`${member}: the API shows a number twice`);
    for (const { row, changes } of ledger.entriesOf(member)) {
      const entry = shown.get(row.number);
      shown.delete(row.number);
      const held = changes.map(({ currencyCode, amount, after }) => ({ currencyCode, amount, before: after - amount, after }));
      const text = textOf(entry);
      const expected = JSON.stringify([row.kind, held]);
      if (text !== expected)
        findings.differences.push(`${member}, entry ${row.number}: the API shows ${text}, the table holds ${expected}`);
    }
    for (const number of shown.keys())
      findings.differences.push(`${member}, entry ${number}: the API shows it, the table does not hold it`);
  }
  const rows = ledger.books.journal.length;
  if (rows !== ledger.books.entries.length) {
    findings.differences.push(`the API shows ${ledger.books.entries.length} entries, the table holds ${rows}`);
  }
}

const textOf = (entry: ApiEntry | undefined): string =>
  entry
    ? JSON.stringify([
        entry.kind,
        entry.changes.map(({ currencyCode, amount, balanceBefore, balanceAfter }) => ({
          currencyCode,
          amount,
          before: balanceBefore,
          after: balanceAfter,
        })),
      ])
    : 'nothing';
