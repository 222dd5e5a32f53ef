import type { Handler } from '../journal/core/decide.js';
import { refuseUnlessActive } from '../members/status.js';
import type { Program } from '../programs/program.js';
import { spendableCurrency } from './currency.js';
import { HOLD, holdRecord } from './hold.js';
import { insufficientPoints } from './insufficient-points.js';
import { kept } from './lot-parts.js';

export const HOLD_POINTS = 'HOLD_POINTS';

export interface HoldPoints {
  readonly amount: number;
  readonly currencyCode: string | null;
  readonly reason: string | null;
  readonly timeoutSeconds: number;
}

/** Sets points aside, those that expire first. They can be spent by capturing the hold and in no other way; until it ends they do not expire. */
export const holdPoints: Handler<Program, HoldPoints> = (draft, { input }) => {
  const inactive = refuseUnlessActive(draft.state);
  if (inactive) return inactive;
  const named = spendableCurrency(draft.program, input.currencyCode);
  if ('refusal' in named) return named.refusal;
  const { id } = named.currency;
  const { amount } = input;
  const available = draft.wallet(id).active;
  if (available < amount) return insufficientPoints(available, amount);
  const lots = draft.state.lots.take(id, amount);
  const expiresAt = draft.at + input.timeoutSeconds * 1_000;
  const hold = { type: HOLD, currency: id, status: 'OPEN', endedBy: null, parts: kept(lots), captured: 0, expiresAt } as const;
  return draft.post('POINTS_HELD', {
    input,
    changes: [draft.change(id, { active: -amount, held: amount }, lots)],
    records: [holdRecord(draft.nextNumber, hold)],
  });
};
