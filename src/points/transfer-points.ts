import type { CounterChange } from '../journal/core/counters.js';
import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import { refuseUnlessActive } from '../members/status.js';
import type { Program } from '../programs/program.js';
import { credit } from './credit.js';
import { spendableCurrency } from './currency.js';
import { insufficientPoints } from './insufficient-points.js';
import { kept, type LotParts, sumOf } from './lot-parts.js';
import { refuseTooMany } from './too-many-points.js';
import { NO_TRANSFERS } from './transfer-policy.js';

export const TRANSFER_POINTS = 'TRANSFER_POINTS';
/** Source of the lots that somebody else's points make. */
const SOURCE = 'transfer';

export interface TransferPoints {
  /** UUID of the member who receives. */
  readonly to: string;
  readonly amount: number;
  readonly currencyCode: string | null;
  readonly reason: string | null;
}

/** What a member gets of another. */
export interface ReceivePoints {
  /** UUID of the member who gives. */
  readonly from: string;
  readonly currency: string;
  /** What was taken from the giver's lots. */
  readonly parts: LotParts;
  readonly reason: string | null;
}

/** Gives points to another member, those that expire first; they keep their expiry. */
export const transferPoints: Handler<Program, TransferPoints> = (draft, { input, streamId: from }, _, [receiver]) => {
  if (!receiver) throw new Error('a transfer has a receiver');
  const named = spendableCurrency(draft.program, input.currencyCode);
  const refusal = refuseUnlessActive(draft.state) ?? ('refusal' in named ? named.refusal : undefined);
  if (refusal || 'refusal' in named) return refusal as Refusal;
  const { id } = named.currency;
  const { amount, reason } = input;
  const room = countTransfer(draft, id, amount);
  if ('code' in room) return room;
  const available = draft.wallet(id).active;
  if (available < amount) return insufficientPoints(available, amount);
  const lots = draft.state.lots.take(id, amount);
  const received = receivePoints(receiver, { from, currency: id, parts: kept(lots), reason });
  if (typeof received === 'object') return received;
  return draft.post('POINTS_TRANSFERRED', {
    input,
    changes: [draft.change(id, { active: -amount, spent: amount }, lots)],
    ...(room.counters.length > 0 && { counters: room.counters }),
  });
};

/** The receiver's half of a transfer. The points keep their expiry. */
export function receivePoints(draft: Draft<Program>, input: ReceivePoints): number | Refusal {
  const { currency, parts } = input;
  const inactive = refuseUnlessActive(draft.state);
  if (inactive) return { ...inactive, path: ['to'] };
  return (
    refuseTooMany(draft.wallet(currency), sumOf(parts), 'amount') ??
    draft.post('POINTS_RECEIVED', { input, changes: [credit(draft, currency, byExpiry(parts))] })
  );
}

/** What came from the giver's lots, one lot for each expiry. */
function byExpiry(parts: LotParts): LotParts {
  const amounts = new Map<number | null, number>();
  for (const { expiresAt, amount } of parts) amounts.set(expiresAt, (amounts.get(expiresAt) ?? 0) + amount);
  return [...amounts].map(([expiresAt, amount]) => ({ expiresAt, source: SOURCE, amount }));
}

/** How much of the giver's room is used then; or that the policy does not allow it. */
function countTransfer({ program, state, at }: Draft<Program>, currency: string, amount: number): { counters: CounterChange[] } | Refusal {
  const { isAllowed, maxPerTransfer, maxPerPeriod } = program.settings.transfers ?? NO_TRANSFERS;
  if (!isAllowed) {
    return { code: 'TRANSFERS_NOT_ALLOWED', message: 'This programme lets members transfer no points; setTransferPolicy changes that.' };
  }
  if (maxPerTransfer !== null && amount > maxPerTransfer) return tooMuch(maxPerTransfer, amount);
  if (!maxPerPeriod) return { counters: [] };
  const counter = `transfer:${currency}`;
  const window = program.calendar.periodOf(at, maxPerPeriod.period);
  const before = state.counters[counter];
  const used = before?.window === window ? before.used : 0;
  const left = Math.max(0, maxPerPeriod.max - used);
  return amount > left ? tooMuch(left, amount) : { counters: [{ counter, window, used: used + amount }] };
}

const tooMuch = (remaining: number, required: number): Refusal => ({
  code: 'TRANSFER_LIMIT_EXCEEDED',
  message: `${remaining} points may be transferred now; ${required} were to be.`,
  path: ['amount'],
  data: { remaining, required },
});
