import type { Effect, Told } from '../deed.js';
import type { CommandRecord } from '../evidence.js';
import { earnedBy, POINTS_OF_ACTIVITY_MAX, TRANSFER_MAX } from '../shop.js';
import type { Findings } from './findings.js';
import type { LedgerEntry } from './ledger.js';
import type { Known } from './outcomes.js';

type Refused = Extract<Told, { what: 'refused' }>;

/** A limit that hangs on the command alone; null: there is none. */
export function limitOn(effect: Effect): { readonly remaining: number; readonly required: number } | null {
  if (effect.is === 'transfers') return { remaining: TRANSFER_MAX, required: -effect.change.amount };
  if (effect.is !== 'buys') return null;
  const points = earnedBy(effect.cents).find(({ currencyCode }) => currencyCode === 'POINTS')?.amount ?? 0;
  return { remaining: POINTS_OF_ACTIVITY_MAX, required: points };
}

/** Compares a refusal that clients were told with what is kept of it, and with what was there at the time. */
export function checkRefused(
  where: string,
  record: CommandRecord,
  told: Refused,
  own: readonly LedgerEntry[],
  known: Known,
  findings: Findings,
): void {
  const { command } = record;
  if (!command.refusals.includes(told.code)) {
    findings.differences.push(`${where}: refused with ${told.code}, for which there was no reason`);
    return;
  }
  if (own.length > 0) findings.differences.push(`${where}: told was ${told.code}, and the journal holds entry ${own[0]?.row.number}`);
  const kept = known.refusals.get(`${known.ledger.streamOf(command.member)} ${command.key}`);
  if (kept !== told.code) findings.lost.push(`${where}: told was ${told.code}, kept is ${kept ?? 'nothing'}`);
  const problem = wrongBecause(record, told, known);
  if (problem) findings[problem.kind].push(`${where}: ${problem.text}`);
}

/** What speaks against a refusal; null: it was right. */
function wrongBecause(
  { command, sentAt, answers }: CommandRecord,
  told: Refused,
  { ledger, accounts, time }: Known,
): { readonly kind: 'mispriced' | 'lost'; readonly text: string } | null {
  const { member, effect, order } = command;
  const [low, high] = [time.low(sentAt), time.high(answers[0]?.at ?? 0)];
  const { required = Number.NaN, remaining = Number.NaN, available = Number.NaN } = told;
  switch (told.code) {
    case 'INSUFFICIENT_POINTS': {
      const wanted = demandOf(effect);
      const isRight = required === wanted.amount && available < required && ledger.held(member, wanted.currencyCode, available, low, high);
      const text = `refused ${told.required} with ${available} available, which the wallet did not hold then`;
      return isRight ? null : { kind: 'mispriced', text };
    }
    case 'ACTIVITY_ALREADY_RECORDED': {
      const entry = ledger.entriesOf(member).find(({ row }) => row.number === told.number);
      if (entry?.inputOrder === order && (told.number ?? 0) <= high) return null;
      return { kind: 'lost', text: `refused because of entry ${told.number}, which does not hold the order ${order}` };
    }
    case 'ACTIVITY_LIMIT_EXCEEDED':
    case 'TRANSFER_LIMIT_EXCEEDED': {
      const limit = limitOn(effect);
      if (limit && remaining === limit.remaining && required === limit.required && required > remaining) return null;
      return { kind: 'mispriced', text: `refused ${required} with a limit of ${remaining}` };
    }
    default: {
      const of = effect.is === 'returns' ? effect.purchase : effect.is === 'reverses' ? effect.entry : '';
      const left = told.code === 'ALREADY_RETURNED' ? 0 : remaining;
      const asked = effect.is === 'returns' ? effect.cents : effect.is === 'reverses' ? effect.amount : null;
      const isTooMuch = asked === null ? left === 0 : asked > left && (told.code === 'ALREADY_RETURNED' || required === asked);
      if (isTooMuch && accounts.wasLeft(member, of, left, low, high)) return null;
      return { kind: 'mispriced', text: `refused ${asked ?? 'what is left'} with ${left} left, which was not so then` };
    }
  }
}

/** What a command takes. */
function demandOf(effect: Effect): { readonly currencyCode: string; readonly amount: number } {
  if (effect.is === 'takes' || effect.is === 'transfers') return { ...effect.change, amount: -effect.change.amount };
  return { currencyCode: 'POINTS', amount: effect.is === 'converts' ? effect.amount : Number.NaN };
}
