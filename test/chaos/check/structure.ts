import { createHash } from 'node:crypto';
import type { JournalRow } from '../books.js';
import type { Findings } from './findings.js';
import type { Ledger, LedgerEntry } from './ledger.js';

const whereIs = (row: JournalRow): string => `entry ${row.number} of stream ${row.stream} (${row.kind}, key ${row.key})`;

/** Positions and numbers without gaps, the hash chain, and balances that follow from each other. */
export function checkStructure(ledger: Ledger, findings: Findings): void {
  const { books } = ledger;
  for (const head of books.lanes) {
    checkLane(
      books.journal.filter((row) => row.lane === head.lane),
      head,
      findings,
    );
  }
  for (const [stream, entries] of ledger.streams) checkStream(stream, entries, findings);
  checkDerived(ledger, findings);
}

function checkLane(rows: readonly JournalRow[], head: { lane: number; position: number; hash: string }, findings: Findings): void {
  let position = 0;
  let hash: string | null = '0'.repeat(64);
  for (const row of rows) {
    if (row.position <= position) findings.doubled.push(`lane ${row.lane}: position ${row.position} is there twice, ${whereIs(row)}`);
    for (let missing = position + 1; missing < row.position; missing += 1) {
      findings.gaps.push(`lane ${row.lane}: position ${missing} is missing`);
      hash = null;
    }
    // Behind a gap, which is reported, there is nothing to compare with.
    if (hash !== null && chained(hash, row) !== row.hash) {
      findings.differences.push(`lane ${row.lane}, position ${row.position}: its hash does not follow, ${whereIs(row)}`);
    }
    hash = row.hash;
    position = row.position;
  }
  for (let missing = position + 1; missing <= head.position; missing += 1)
    findings.gaps.push(`lane ${head.lane}: position ${missing} is missing`);
  if (position > head.position || (position === head.position && hash !== head.hash)) {
    findings.differences.push(`lane ${head.lane}: its head is at ${head.position}, its journal ends at ${position}`);
  }
}

/** The chain as docs/architecture.md describes it, calculated here once more. */
export function chained(previous: string, row: JournalRow): string {
  const { lane, position, shard, program, stream, number, kind, effectiveAt, postedAt, key, inputHash, order } = row;
  const columns = [lane, position, shard, program, stream, number, kind, effectiveAt, postedAt, key, inputHash, order];
  return createHash('sha256')
    .update(`${previous}\n${JSON.stringify(columns)}\n${row.data}`)
    .digest('hex');
}

function checkStream(stream: string, entries: readonly LedgerEntry[], findings: Findings): void {
  let number = 0;
  const balances = new Map<string, number | null>();
  for (const { row, changes } of entries) {
    if (row.number <= number) findings.doubled.push(`number ${row.number} is there twice, ${whereIs(row)}`);
    for (let missing = number + 1; missing < row.number; missing += 1) {
      findings.gaps.push(`stream ${stream}: number ${missing} is missing`);
      for (const code of balances.keys()) balances.set(code, null);
    }
    number = row.number;
    for (const { currencyCode, amount, after, parts } of changes) {
      const lots = parts.reduce((sum, part) => sum + part.amount, 0);
      const before = balances.has(currencyCode) ? balances.get(currencyCode) : 0;
      // Null: behind a gap, which is reported, the balance before is not known.
      if (before !== null && before !== undefined && before + amount !== after) {
        findings.mispriced.push(`${before} ${amount < 0 ? '-' : '+'} ${Math.abs(amount)} ${currencyCode} gave ${after}, ${whereIs(row)}`);
      }
      if (after < 0) findings.mispriced.push(`a balance of ${after} ${currencyCode}, ${whereIs(row)}`);
      if (lots !== amount) findings.mispriced.push(`${amount} ${currencyCode} in lots of ${lots}, ${whereIs(row)}`);
      balances.set(currencyCode, after);
    }
  }
}

/** What is stored beside the journal: last numbers, wallets, open lots. */
function checkDerived(ledger: Ledger, findings: Findings): void {
  const { streams, lots, currencies } = ledger.books;
  const lotSums = new Map(lots.map(({ stream, currency, remaining }) => [`${stream} ${currency}`, remaining]));
  for (const { stream, number, active } of streams) {
    const entries = ledger.streams.get(stream) ?? [];
    const last = entries.at(-1)?.row.number ?? 0;
    if (last < number) findings.gaps.push(`stream ${stream}: its last entry is ${last}, it should be ${number}`);
    if (last > number) findings.differences.push(`stream ${stream}: its last entry is ${last}, the stored number ${number}`);
    for (const [id, code] of Object.entries(currencies)) {
      const stored = active[id] ?? 0;
      const open = lotSums.get(`${stream} ${id}`) ?? 0;
      const change = entries.findLast(({ changes }) => changes.some(({ currencyCode }) => currencyCode === code));
      const after = change?.changes.find(({ currencyCode }) => currencyCode === code)?.after ?? 0;
      if (stored !== open || (stored !== after && last === number)) {
        findings.differences.push(`stream ${stream}: ${code} is ${stored} in its wallet, ${open} in its lots, ${after} in its journal`);
      }
    }
  }
  const stored = new Set(streams.map(({ stream }) => stream));
  for (const stream of ledger.streams.keys()) {
    if (!stored.has(stream)) findings.differences.push(`stream ${stream}: it has entries, and is not stored`);
  }
}
