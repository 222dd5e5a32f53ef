import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Entry, WalletChange } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';
import { clawBack } from './claw-back.js';
import { giveBack, sumOf } from './lot-parts.js';
import { nextToReturn, reversalOf, reversalRecord, spentParts } from './reversal.js';

export const REVERSE_ENTRY = 'REVERSE_ENTRY';

export interface ReverseEntry {
  /** Number of the entry. */
  readonly entry: number;
  /** null: all that was not reversed yet. */
  readonly amount: number | null;
  readonly reason: string | null;
}

/** Takes back what a spending, a capture or an adjustment did, all or a part; never more than it did. */
export const reverseEntry: Handler<Program, ReverseEntry> = (draft, { input }, known) => {
  const entry = known.entry(input.entry);
  if (!entry) return { code: 'ENTRY_NOT_FOUND', message: 'There is no such entry.', path: ['entry'] };
  const taken = sumOf(spentParts(entry));
  const given = entry.kind === 'POINTS_ADJUSTED' && taken === 0 ? (entry.data.changes?.[0]?.delta.earned ?? 0) : 0;
  if (taken + given === 0) return notReversible(entry);
  const before = reversalOf(draft.state.records.get(input.entry));
  if (before.purchase !== null) {
    return { code: 'NOT_REVERSIBLE', message: 'These points paid for a purchase; return or cancel that.', path: ['entry'] };
  }
  const left = taken + given - before.reversed;
  const amount = input.amount ?? left;
  if (amount > left || left === 0) {
    return {
      code: 'REVERSAL_EXCEEDED',
      message: `${left} points of this entry can be reversed.`,
      path: ['amount'],
      data: { remaining: left, required: amount },
    };
  }
  const change =
    taken > 0 ? goBack(draft, entry, nextToReturn(entry, before, amount)) : clawBack(draft, currencyOf(entry), amount, 'ALLOW_DEBT');
  return draft.post('ENTRY_REVERSED', {
    input: { ...input, amount },
    because: { reverses: input.entry, kind: entry.kind, amount, left: left - amount },
    changes: [change],
    records: [reversalRecord(input.entry, { ...before, reversed: before.reversed + amount })],
  });
};

const currencyOf = (entry: Entry): string => entry.data.changes?.[0]?.currency ?? '';

const goBack = (draft: Draft<Program>, entry: Entry, parts: ReturnType<typeof nextToReturn>): WalletChange =>
  giveBack(draft, currencyOf(entry), parts, { spent: -sumOf(parts) }, draft.at);

function notReversible({ kind }: Entry): Refusal {
  const instead: Readonly<Record<string, string>> = {
    ACTIVITY_RECORDED: 'Use returnPurchase or cancelPurchase, or cancelActivity for an event.',
    POINTS_HELD: 'Use releaseHold.',
    POINTS_EXPIRED: 'Use reinstatePoints.',
    REWARD_REDEEMED: 'Use cancelRedemption or reverseRedemption.',
    REWARD_GIFTED: 'Use cancelRedemption or reverseRedemption.',
  };
  const message = `An entry of kind ${kind} cannot be reversed. ${instead[kind] ?? ''}`.trim();
  return { code: 'NOT_REVERSIBLE', message, path: ['entry'] };
}
