import type { Handler } from '../journal/core/decide.js';
import type { Program } from '../programs/program.js';
import { withoutZeros } from './credit.js';
import { type Hold, holdRecord, openHold, releaseEffects } from './hold.js';
import { giveBack, split, sumOf } from './lot-parts.js';

export const CAPTURE_HOLD = 'CAPTURE_HOLD';
export const RELEASE_HOLD = 'RELEASE_HOLD';

export interface CaptureHold {
  /** Number of the entry that made the hold. */
  readonly hold: number;
  /** null: all that is left. */
  readonly amount: number | null;
  /** Whether what is left afterwards is released. */
  readonly isFinal: boolean;
}

/** Spends points of a hold, all or a part; several times, until one is final or nothing is left. */
export const captureHold: Handler<Program, CaptureHold> = (draft, { input }) => {
  const found = openHold(draft, input.hold);
  if ('refusal' in found) return found.refusal;
  const { hold } = found;
  const left = sumOf(hold.parts);
  const amount = input.amount ?? left;
  if (amount > left) {
    return {
      code: 'HOLD_EXCEEDED',
      message: `${left} points are left of this hold.`,
      path: ['amount'],
      data: { remaining: left, required: amount },
    };
  }
  const [captured, rest] = split(hold.parts, amount);
  const isEnd = input.isFinal || rest.length === 0;
  const released = isEnd ? rest : [];
  const moved = { held: -amount - sumOf(released), spent: amount };
  const next: Hold = {
    ...hold,
    captured: hold.captured + amount,
    parts: isEnd ? [] : rest,
    ...(isEnd && { status: 'CAPTURED', endedBy: draft.nextNumber }),
  };
  return draft.post('HOLD_CAPTURED', {
    input: { ...input, amount },
    because: { hold: input.hold, captured },
    changes: [
      released.length > 0
        ? giveBack(draft, hold.currency, released, moved, draft.at)
        : draft.change(hold.currency, withoutZeros(moved), []),
    ],
    records: [holdRecord(input.hold, next)],
  });
};

/** Gives all that is left of a hold back into its lots. */
export const releaseHold: Handler<Program, { readonly hold: number }> = (draft, { input }) => {
  const found = openHold(draft, input.hold);
  if ('refusal' in found) return found.refusal;
  return draft.post('HOLD_RELEASED', releaseEffects(draft, input.hold, found.hold, 'RELEASED', draft.at));
};
