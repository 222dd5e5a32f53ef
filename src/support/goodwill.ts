import type { Handler } from '../journal/core/decide.js';
import { type AdjustPoints, adjustPoints } from '../points/adjust-points.js';
import type { Program } from '../programs/program.js';
import { type CaseFacts, caseClosed } from './support-case.js';

export const GRANT_GOODWILL = 'GRANT_GOODWILL';

/** Points by hand for the sake of a case. */
export interface GrantGoodwill extends AdjustPoints {
  readonly reason: 'GOODWILL';
  /** UUID of the case, whose stream is the other one. */
  readonly supportCase: string;
  /** How the case stands. */
  readonly facts: CaseFacts;
}

/** Adjusts the member's points within all limits, and tells the case of it: both, or neither. */
export const grantGoodwill: Handler<Program, GrantGoodwill> = (draft, command, known, [ofCase]) => {
  const { facts, ...adjustment } = command.input;
  if (!ofCase) throw new Error('goodwill is given for the sake of a case');
  if (facts.status === 'CLOSED') return caseClosed;
  const own = adjustPoints(draft, { ...command, input: adjustment }, known, []);
  if (typeof own !== 'number') return own;
  const points = adjustment.amount;
  const currencyCode = draft.program.currencyByCode(adjustment.currencyCode)?.code;
  ofCase.post('SUPPORT_CASE_GOODWILL', { input: { ...facts, member: command.streamId, entry: own, points, currencyCode } });
  return own;
};
