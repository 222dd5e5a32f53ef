import type { Handler } from '../journal/core/decide.js';
import { refuseUnlessActive } from '../members/status.js';
import type { Program } from '../programs/program.js';
import { credit } from './credit.js';
import { expiryOf } from './expiry.js';
import { insufficientPoints } from './insufficient-points.js';
import { refuseTooMany } from './too-many-points.js';

export const CONVERT_POINTS = 'CONVERT_POINTS';

/** A rate at which points of one currency become points of another, in whole steps. */
export interface ConversionSettings {
  readonly id: string;
  readonly name: string;
  /** Ids of the currencies. */
  readonly from: string;
  readonly to: string;
  /** So many points of the one become `gives` points of the other. */
  readonly step: number;
  readonly gives: number;
}

export interface ConvertPoints {
  /** Id of the conversion. */
  readonly conversion: string;
  /** At most so many points are converted; null: all that are active. */
  readonly amount: number | null;
}

/** Converts as many whole steps as the amount holds; the rest stays. What comes of it is new: it expires as points that are earned now. */
export const convertPoints: Handler<Program, ConvertPoints> = (draft, { input }) => {
  const { program, at } = draft;
  const inactive = refuseUnlessActive(draft.state);
  if (inactive) return inactive;
  const conversion = program.settings.conversions?.find(({ id }) => id === input.conversion);
  const to = conversion && program.currency(conversion.to);
  if (!conversion || !to) return { code: 'CONVERSION_NOT_FOUND', message: 'There is no such conversion.', path: ['conversion'] };
  const { from, step, gives, id } = conversion;
  const available = draft.wallet(from).active;
  const wanted = input.amount ?? available;
  if (wanted > available) return insufficientPoints(available, wanted);
  const steps = Math.floor(wanted / step);
  if (steps === 0) return insufficientPoints(wanted, step);
  const [taken, made] = [steps * step, steps * gives];
  const tooMany = refuseTooMany(draft.wallet(to.id), made, 'amount');
  if (tooMany) return tooMany;
  const lots = draft.state.lots.take(from, taken);
  return draft.post('POINTS_CONVERTED', {
    input: { ...input, taken, made },
    because: { conversion: id, step, gives, steps, rest: wanted - taken },
    changes: [
      draft.change(from, { active: -taken, spent: taken }, lots),
      credit(draft, to.id, [{ expiresAt: expiryOf(draft, to, at), source: `conversion:${id}`, amount: made }]),
    ],
  });
};
