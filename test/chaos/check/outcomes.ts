import type { Change, Effect, Told } from '../deed.js';
import type { CommandRecord } from '../evidence.js';
import type { Accounts } from './accounts.js';
import type { Findings } from './findings.js';
import type { Ledger, LedgerEntry } from './ledger.js';
import type { RealTime } from './order.js';
import { checkRefused, limitOn } from './refusals.js';

type Done = Extract<Told, { what: 'done' }>;

/** What an outcome is compared with. */
export interface Known {
  readonly ledger: Ledger;
  readonly accounts: Accounts;
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

const changesText = (changes: readonly (Change & { readonly owed?: number })[]): string =>
  changes
    .filter(({ amount, owed = 0 }) => amount !== 0 || owed !== 0)
    .map(({ currencyCode, amount, owed = 0 }) => `${amount} ${currencyCode}${owed === 0 ? '' : ` and ${owed} owed`}`)
    .sort()
    .join(', ');

/** Whether the sum of what was taken back is more than what it was taken of. */
const isOverdone = (effect: Effect, member: string, accounts: Accounts): boolean =>
  (effect.is === 'returns' && accounts.of(member).isOverdone(effect.purchase)) ||
  (effect.is === 'reverses' && accounts.of(member).isOverdone(effect.entry));

function checkDone(
  where: string,
  record: CommandRecord,
  told: Done,
  own: readonly LedgerEntry[],
  { accounts, time, ids }: Known,
  findings: Findings,
): void {
  const { command, sentAt, answers } = record;
  const entry = own.find(({ row }) => row.number === told.number);
  if (!entry) findings.lost.push(`${where}: acknowledged as entry ${told.number}, which the journal does not hold`);
  else {
    if (entry.row.kind !== command.entryKind) findings.differences.push(`${where}: its entry is a ${entry.row.kind}`);
    if ((entry.row.order ?? null) !== command.order || entry.inputOrder !== command.order)
      findings.differences.push(`${where}: its entry has the order number ${entry.row.order}, sent was ${command.order}`);
    const movements = accounts.stepsOf(command.member).find((step) => step.entry === entry)?.movements;
    const [held, expected] = [changesText(entry.changes), changesText(movements ?? entry.changes)];
    if (held !== expected)
      findings.mispriced.push(`${where}: entry ${told.number} holds ${held || 'nothing'}, right is ${expected || 'nothing'}`);
    const said = changesText(told.changes);
    const shown = changesText((movements ?? entry.changes).map(({ currencyCode, amount }) => ({ currencyCode, amount })));
    if (said !== shown) findings.mispriced.push(`${where}: told was ${said || 'nothing'}, right is ${shown || 'nothing'}`);
    const limit = limitOn(command.effect);
    if (limit && limit.required > limit.remaining)
      findings.mispriced.push(`${where}: done with ${limit.required}, allowed are ${limit.remaining}`);
    if (isOverdone(command.effect, command.member, accounts)) findings.mispriced.push(`${where}: more of it was taken back than there was`);
    const balances = entry.changes.map(({ currencyCode, after }) => `${after} ${currencyCode}`).join();
    const toldBalances = told.changes.map(({ currencyCode, balanceAfter }) => `${balanceAfter} ${currencyCode}`).join();
    if (balances !== toldBalances) findings.mispriced.push(`${where}: entry ${told.number} left ${balances}, told was ${toldBalances}`);
  }
  if (told.entryId !== `ent_${ids.get(command.member)}_${told.number}`) {
    findings.differences.push(`${where}: entry ${told.number} was named ${told.entryId}`);
  }
  if (told.number <= time.low(sentAt) || told.number > time.high(answers[0]?.at ?? 0)) {
    findings.differences.push(`${where}: entry ${told.number} does not lie where the order of requests and answers puts it`);
  }
}
