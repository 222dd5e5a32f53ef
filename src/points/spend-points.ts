import type { Handler } from '../journal/core/decide.js';
import { refuseUnlessActive } from '../members/status.js';
import type { Program } from '../programs/program.js';
import { spendableCurrency } from './currency.js';
import { insufficientPoints } from './insufficient-points.js';

export const SPEND_POINTS = 'SPEND_POINTS';

export interface SpendPoints {
  readonly amount: number;
  readonly currencyCode: string | null;
  readonly reason: string | null;
}

/** Takes points from the lots that expire first. All of the amount or nothing. */
export const spendPoints: Handler<Program, SpendPoints> = (draft, { input }) => {
  const inactive = refuseUnlessActive(draft.state);
  if (inactive) return inactive;
  const named = spendableCurrency(draft.program, input.currencyCode);
  if ('refusal' in named) return named.refusal;
  const { currency } = named;
  const available = draft.wallet(currency.id).active;
  if (available < input.amount) return insufficientPoints(available, input.amount);
  const lots = draft.state.lots.take(currency.id, input.amount);
  return draft.post('POINTS_SPENT', {
    input,
    changes: [draft.change(currency.id, { active: -input.amount, spent: input.amount }, lots)],
  });
};
