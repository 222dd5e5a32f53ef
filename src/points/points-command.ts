import type { Context } from '../context.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid, userError } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import { journalEntry } from '../journal/entry-view.js';
import type { PointsEntry } from '../journal/journal.types.js';
import { type Given, giveCommand, type MemberCommand, type Submit } from '../members/give-command.js';
import { ownEntry } from '../members/own-entry.js';
import { PointsPayload } from './points.types.js';
import { type Wallet, wallet } from './wallet.types.js';

/** What every payload about moved points holds. */
export type Moved = Pick<PointsPayload, 'entry' | 'moved' | 'errors' | 'replayed'>;

const TEXT_MAX = 255;

export const refuseAmount = (isRight: boolean): Refusal | undefined =>
  isRight ? undefined : invalid('This number of points cannot be moved.', 'amount');

export const refuseText = (text: string | null | undefined, name: string): Refusal | undefined =>
  text != null && (text.length > TEXT_MAX || !isStorable(text)) ? invalid(`${name} has at most ${TEXT_MAX} characters.`, name) : undefined;

/** Gives a command that moves points, and reads what became of it. */
export async function movePoints(context: Context, command: MemberCommand | Refusal, submit?: Submit): Promise<Moved & { given: Given }> {
  const given = await giveCommand(context, command, submit);
  const { outcome, memberId } = given;
  const { replayed } = outcome;
  if ('refusal' in outcome) return { entry: null, moved: null, errors: [userError(outcome.refusal)], replayed, given };
  const stored = await ownEntry(context, given);
  return {
    entry: journalEntry(stored, await context.program()) as PointsEntry,
    errors: [],
    replayed,
    moved: { memberId: memberId as string, currencyId: stored.data.changes?.[0]?.currency ?? '' },
    given,
  };
}

/** The wallet that a command moved, as it is now. */
export async function movedWallet(context: Context, moved: PointsPayload['moved']): Promise<Wallet | null> {
  if (!moved) return null;
  const [view, program] = await Promise.all([context.members.present.load(moved.memberId), context.program()]);
  const currency = program.currency(moved.currencyId);
  return view && currency ? wallet(view, currency) : null;
}

/** Gives a command that moves points, and makes the usual payload of it. */
export async function pointsPayload(context: Context, command: MemberCommand | Refusal, submit?: Submit): Promise<PointsPayload> {
  const { given: _, ...payload } = await movePoints(context, command, submit);
  return Object.assign(new PointsPayload(), payload);
}
