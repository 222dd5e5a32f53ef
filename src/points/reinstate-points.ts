import type { Handler } from '../journal/core/decide.js';
import type { Instant } from '../journal/core/entry.js';
import { refuseUnlessActive } from '../members/status.js';
import type { Program } from '../programs/program.js';
import { countAdjustment } from './adjustment-limit.js';
import { withoutZeros } from './credit.js';
import { putOff } from './expiry.js';
import { kept, split } from './lot-parts.js';
import { reversalOf, reversalRecord } from './reversal.js';

export const REINSTATE_POINTS = 'REINSTATE_POINTS';

export interface ReinstatePoints {
  /** Number of the entry that expired them. */
  readonly entry: number;
  /** null: all that were not reinstated yet. */
  readonly amount: number | null;
  /** When they expire anew; null: as points that become active now do. */
  readonly expiresAt: Instant | null;
  readonly reason: string | null;
}

/** Gives expired points back, with a new validity. */
export const reinstatePoints: Handler<Program, ReinstatePoints> = (draft, command, known) => {
  const { input } = command;
  const inactive = refuseUnlessActive(draft.state);
  if (inactive) return inactive;
  const entry = known.entry(input.entry);
  const [change] = entry?.kind === 'POINTS_EXPIRED' ? (entry.data.changes ?? []) : [];
  const currency = change && draft.program.currency(change.currency);
  if (!change || !currency)
    return { code: 'ENTRY_NOT_FOUND', message: 'There is no entry that expired points with this id.', path: ['entry'] };
  const before = reversalOf(draft.state.records.get(input.entry));
  const left = (change.delta.expired ?? 0) - before.reversed;
  const amount = input.amount ?? left;
  if (amount > left || left === 0) {
    return {
      code: 'REVERSAL_EXCEEDED',
      message: `${left} points of this entry can be reinstated.`,
      path: ['amount'],
      data: { remaining: left, required: amount },
    };
  }
  if (input.expiresAt !== null && input.expiresAt <= draft.at) {
    return { code: 'INVALID_INPUT', message: 'Reinstated points expire in the future.', path: ['expiresAt'] };
  }
  const limited = countAdjustment(draft, command, currency.id, amount);
  if ('code' in limited) return limited;
  const expiresAt = putOff(draft.state, currency.id, input.expiresAt ?? draft.program.expiryOf(currency, draft.at));
  const [, notYet] = split(kept(change.lots), before.reversed);
  const [parts] = split(notYet, amount);
  return draft.post('POINTS_REINSTATED', {
    input: { ...input, amount },
    because: { reinstates: input.entry, amount, left: left - amount, expiresAt },
    changes: [
      draft.change(
        currency.id,
        withoutZeros({ active: amount, expired: -amount }),
        parts.map((part) => ({ ...part, expiresAt })),
      ),
    ],
    records: [reversalRecord(input.entry, { ...before, reversed: before.reversed + amount })],
    ...limited,
  });
};
