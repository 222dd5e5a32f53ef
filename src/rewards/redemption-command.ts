import type { Context } from '../context.js';
import { globalId, localId, parseEntryId } from '../graphql/global-id.js';
import { invalid, userError } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import { journalEntry } from '../journal/entry-view.js';
import type { RedemptionEntry } from '../journal/journal.types.js';
import { giveCommand, type MemberCommand, type Submit } from '../members/give-command.js';
import { ownEntry } from '../members/own-entry.js';
import { refuseText } from '../points/points-command.js';
import { END_REDEMPTION, type EndRedemption } from './end-redemption.js';
import { redemptionOf } from './redemption.js';
import { type EndRedemptionInput, type RedemptionInput, RedemptionPayload, redemptionType } from './redemption.types.js';

type Place = { readonly streamId: string; readonly number: number };

/** Gives a command about a redemption, and makes the usual payload of it. `of`: its number; null where the command makes it. */
export async function giveRedemption(
  context: Context,
  command: MemberCommand | Refusal,
  of: number | null,
  submit?: Submit,
): Promise<RedemptionPayload> {
  const given = await giveCommand(context, command, submit);
  const { outcome, memberId } = given;
  const { replayed } = outcome;
  if ('refusal' in outcome)
    return Object.assign(new RedemptionPayload(), { redemption: null, entry: null, errors: [userError(outcome.refusal)], replayed });
  const program = await context.program();
  const place = { streamId: memberId as string, number: of ?? (outcome.number as number) };
  context.members.records.clear(place);
  const redemption = await context.rewards.redemption(place);
  return Object.assign(new RedemptionPayload(), {
    redemption: redemption && redemptionType(place.streamId, place.number, redemption, program.settings),
    entry: journalEntry(await ownEntry(context, given), program) as RedemptionEntry,
    errors: [],
    replayed,
  });
}

/** The member and the number in the id of a redemption; null where it is none. */
export function placeOf(id: string): Place | null {
  const key = id.startsWith('rdm_mem_') ? parseEntryId(id) : null;
  return key && { streamId: key.streamUuid, number: key.number };
}

/** A command about a redemption, which its id says whose it is. */
export function onRedemption(
  sent: RedemptionInput,
  command: (of: number, reason: string | null) => Pick<MemberCommand, 'type' | 'input'>,
): { readonly command: MemberCommand | Refusal; readonly of: number | null } {
  const { redemption, idempotencyKey, reason = null } = sent;
  const place = placeOf(redemption);
  if (!place) return { command: invalid('This is no id of a redemption.', 'redemption'), of: null };
  const { streamId, number } = place;
  const member = { id: globalId('member', streamId) };
  const refusal = refuseText(reason, 'reason');
  return { command: refusal ?? { ...command(number, reason), member, idempotencyKey, refersTo: number, sent }, of: number };
}

/** Ends a redemption; with a voucher, over its stream, too, committed together. */
export async function endRedemption(context: Context, sent: EndRedemptionInput, how: EndRedemption['how']): Promise<RedemptionPayload> {
  const { command, of } = onRedemption(sent, (redemption, reason) => {
    const input: EndRedemption = { redemption, how, isWrittenOff: sent.writeOff ?? false, reason };
    return { type: END_REDEMPTION, input };
  });
  const place = placeOf(sent.redemption);
  const voucher = place && redemptionOf(await context.members.records.load(place))?.voucher;
  const ending = 'code' in command || !voucher ? command : { ...command, readsLots: true, others: [voucher.id] };
  return giveRedemption(context, ending, of);
}

export const rewardIdOf = (id: string): string | Refusal =>
  localId('reward', id) ?? { code: 'REWARD_NOT_FOUND', message: 'There is no such reward in this programme.', path: ['reward'] };
