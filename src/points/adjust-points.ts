import type { Handler } from '../journal/core/decide.js';
import type { Program } from '../programs/program.js';
import { countAdjustment } from './adjustment-limit.js';
import { credit } from './credit.js';
import { currencyOf } from './currency.js';
import { expiryOf } from './expiry.js';
import { insufficientPoints } from './insufficient-points.js';
import { refuseTooMany } from './too-many-points.js';

export const ADJUST_POINTS = 'ADJUST_POINTS';

export const ADJUSTMENT_REASONS = ['GOODWILL', 'CORRECTION', 'MIGRATION', 'FRAUD', 'OTHER'] as const;
export type AdjustmentReason = (typeof ADJUSTMENT_REASONS)[number];

export interface AdjustPoints {
  /** Positive: given; negative: taken, from the lots that expire first. */
  readonly amount: number;
  readonly currencyCode: string | null;
  readonly reason: AdjustmentReason;
  readonly note: string | null;
}

/** Gives or takes points by hand. Counts to no tier: status is earned. */
export const adjustPoints: Handler<Program, AdjustPoints> = (draft, command) => {
  const { input } = command;
  const { status } = draft.state;
  if (status === 'CLOSED') {
    return { code: 'MEMBER_NOT_ACTIVE', message: 'This membership is closed.', path: ['member'], data: { status } };
  }
  const named = currencyOf(draft.program, input.currencyCode);
  if ('refusal' in named) return named.refusal;
  const { currency } = named;
  const { amount } = input;
  if (amount === 0) return { code: 'INVALID_INPUT', message: 'An adjustment of 0 changes nothing.', path: ['amount'] };
  const limited = countAdjustment(draft, command, currency.id, Math.abs(amount));
  if ('code' in limited) return limited;
  if (amount > 0) {
    const tooMany = refuseTooMany(draft.wallet(currency.id), amount, 'amount');
    if (tooMany) return tooMany;
    const expiresAt = expiryOf(draft, currency, draft.at);
    const lots = [{ expiresAt, source: `adjustment:${input.reason}`, amount }];
    return draft.post('POINTS_ADJUSTED', { input, changes: [credit(draft, currency.id, lots)], ...limited });
  }
  const available = draft.wallet(currency.id).active;
  if (available < -amount) return insufficientPoints(available, -amount);
  const lots = draft.state.lots.take(currency.id, -amount);
  const changes = [draft.change(currency.id, { active: amount, spent: -amount }, lots)];
  return draft.post('POINTS_ADJUSTED', { input, changes, ...limited });
};
