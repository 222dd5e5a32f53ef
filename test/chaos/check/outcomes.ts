import type { Change, Told } from '../deed.js';
import type { CommandRecord } from '../evidence.js';
import type { Findings } from './findings.js';
import type { Ledger, LedgerEntry } from './ledger.js';
import type { RealTime } from './order.js';

type Done = Extract<Told, { what: 'done' }>;
type Refused = Extract<Told, { what: 'refused' }>;

/** What an outcome is compared with. */
export interface Known {
  readonly ledger: Ledger;
  /** Of the command's member. */
  readonly time: RealTime;
  /** Codes of the kept refusals, by stream and key. */
  readonly refusals: ReadonlyMap<string, string>;
  /** The API's ids of members, by externalId. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Compares everything that clients were told of one command with what the journal says. */
export function checkOutcome(known: Known, record: CommandRecord, findings: Findings): void {
  const { ledger } = known;
  const { command, answers, lookUps } = record;
  const where = `${command.kind} of ${command.member}, ${command.key === null ? 'enrolment' : `key ${command.key}`}`;
  const own = ledger.entriesOf(command.member).filter(({ row }) => (command.key === null ? row.number === 1 : row.key === command.key));
  if (own.length > 1) findings.doubled.push(`${where}: entries ${own.map(({ row }) => row.number).join(', ')}`);

  const [first] = answers;
  if (!first) {
    findings.differences.push(`${where}: no outcome after ${record.tries} tries`);
    return;
  }
  const outcomes = new Set(answers.map(({ told }) => textOf(told)));
  if (outcomes.size > 1) findings.doubled.push(`${where}: two outcomes, ${[...outcomes].join(' and ')}`);
  const news = answers.filter(({ told }) => !told.replayed);
  if (news.length > 1) findings.doubled.push(`${where}: ${news.length} answers say that it was done now`);
  for (const { number } of lookUps) {
    if (number !== null && !(first.told.what === 'done' && first.told.number === number)) {
      findings.lost.push(`${where}: commandOutcome said entry ${number}, then the outcome was ${textOf(first.told)}`);
    }
  }
  if (first.told.what === 'done') checkDone(where, record, first.told, own, known, findings);
  else checkRefused(where, record, first.told, own, known, findings);
}

const textOf = (told: Told): string =>
  told.what === 'done'
    ? `entry ${told.number} (${changesText(told.changes)})`
    : `${told.code} ${told.available ?? told.number ?? ''}`.trim();

const changesText = (changes: readonly Change[]): string =>
  changes
    .filter(({ amount }) => amount !== 0)
    .map(({ currencyCode, amount }) => `${amount} ${currencyCode}`)
    .sort()
    .join(', ');

function checkDone(
  where: string,
  record: CommandRecord,
  told: Done,
  own: readonly LedgerEntry[],
  { time, ids }: Known,
  findings: Findings,
): void {
  const { command, sentAt, answers } = record;
  const entry = own.find(({ row }) => row.number === told.number);
  const expected = changesText(command.changes);
  if (!entry) findings.lost.push(`${where}: acknowledged as entry ${told.number}, which the journal does not hold`);
  else {
    if (entry.row.kind !== command.entryKind) findings.differences.push(`${where}: its entry is a ${entry.row.kind}`);
    if ((entry.row.order ?? null) !== command.order || entry.inputOrder !== command.order)
      findings.differences.push(`${where}: its entry has the order number ${entry.row.order}, sent was ${command.order}`);
    const held = changesText(entry.changes);
    if (held !== expected)
      findings.mispriced.push(`${where}: entry ${told.number} holds ${held || 'nothing'}, right is ${expected || 'nothing'}`);
    const balances = entry.changes.map(({ currencyCode, after }) => `${after} ${currencyCode}`).join();
    const toldBalances = told.changes.map(({ currencyCode, balanceAfter }) => `${balanceAfter} ${currencyCode}`).join();
    if (balances !== toldBalances) findings.mispriced.push(`${where}: entry ${told.number} left ${balances}, told was ${toldBalances}`);
  }
  if (told.entryId !== `ent_${ids.get(command.member)}_${told.number}`) {
    findings.differences.push(`${where}: entry ${told.number} was named ${told.entryId}`);
  }
  const said = changesText(told.changes);
  if (said !== expected) findings.mispriced.push(`${where}: told was ${said || 'nothing'}, right is ${expected || 'nothing'}`);
  if (told.number <= time.low(sentAt) || told.number > time.high(answers[0]?.at ?? 0)) {
    findings.differences.push(`${where}: entry ${told.number} does not lie where the order of requests and answers puts it`);
  }
}

function checkRefused(
  where: string,
  record: CommandRecord,
  told: Refused,
  own: readonly LedgerEntry[],
  { ledger, time, refusals }: Known,
  findings: Findings,
): void {
  const { command, sentAt, answers } = record;
  const at = answers[0]?.at ?? 0;
  if (!command.refusals.includes(told.code)) {
    findings.differences.push(`${where}: refused with ${told.code}, for which there was no reason`);
    return;
  }
  if (own.length > 0) findings.differences.push(`${where}: told was ${told.code}, and the journal holds entry ${own[0]?.row.number}`);
  const kept = refusals.get(`${ledger.streamOf(command.member)} ${command.key}`);
  if (kept !== told.code) findings.lost.push(`${where}: told was ${told.code}, kept is ${kept ?? 'nothing'}`);
  if (told.code === 'INSUFFICIENT_POINTS') {
    const [change] = command.changes;
    const required = -(change?.amount ?? 0);
    const available = told.available ?? Number.NaN;
    const wasHeld = ledger.held(command.member, change?.currencyCode ?? '', available, time.low(sentAt), time.high(at));
    if (told.required !== required || !(available < required) || !wasHeld) {
      findings.mispriced.push(`${where}: refused ${told.required} with ${available} available, which the wallet did not hold then`);
    }
  }
  if (told.code === 'ACTIVITY_ALREADY_RECORDED') {
    const entry = ledger.entriesOf(command.member).find(({ row }) => row.number === told.number);
    if (entry?.inputOrder !== command.order || (told.number ?? 0) > time.high(at)) {
      findings.lost.push(`${where}: refused because of entry ${told.number}, which does not hold the order ${command.order}`);
    }
  }
}
