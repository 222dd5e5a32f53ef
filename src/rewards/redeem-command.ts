import type { Context } from '../context.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid, memberNotFound } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import type { MemberCommand } from '../members/give-command.js';
import { NAME_ONE, namesOne, resolveMembers } from '../members/member-lookup.js';
import { dropGift, keepGift } from './gift-rows.js';
import { REDEEM_REWARD, type RedeemReward } from './redeem-reward.js';
import type { Gift } from './redemption.js';
import type { RedeemRewardInput, RedemptionPayload, RedemptionRecipientInput } from './redemption.types.js';
import { giveRedemption, rewardIdOf } from './redemption-command.js';

const EMAIL_MAX = 254;
const MESSAGE_MAX = 1_000;

/** What a redemption is decided on, all that is known when it is admitted. */
export function redeemInput(context: Context, reward: string, gift: Gift | null): RedeemReward {
  return { reward, offered: context.services.voucherCodes.offer(), ...(gift && { gift }) };
}

/** Redeems a reward; what is said of a gift is kept before, and forgotten when the redemption is refused. */
export async function redeem(context: Context, sent: RedeemRewardInput): Promise<RedemptionPayload> {
  const reward = rewardIdOf(sent.reward);
  if (typeof reward !== 'string') return giveRedemption(context, reward, null);
  const { member, idempotencyKey, effectiveAt, recipient = null } = sent;
  const command = (gift: Gift | null): MemberCommand => ({
    ...{ type: REDEEM_REWARD, member, idempotencyKey, effectiveAt, readsLots: true, asksSegments: true, sent },
    input: redeemInput(context, reward, gift),
  });
  if (!recipient) return giveRedemption(context, command(null), null);
  const people = await peopleOf(context, sent, recipient);
  if ('code' in people) return giveRedemption(context, people, null);
  const { sender, to } = people;
  const { email = null, message = null } = recipient;
  const kept = await keepGift(context, sender, idempotencyKey, { email, message });
  const payload = await giveRedemption(context, command({ id: kept.id, recipient: to }), null);
  if (payload.errors.length > 0 && kept.isNew) await dropGift(context, kept.id);
  return payload;
}

/** Who gives, and who gets it; null: whoever reads the e-mail address. */
async function peopleOf(
  context: Context,
  { member, idempotencyKey }: RedeemRewardInput,
  { member: to = null, email = null, message = null }: RedemptionRecipientInput,
): Promise<{ readonly sender: string; readonly to: string | null } | Refusal> {
  const path = 'recipient';
  if ((to === null) === (email === null)) return invalid('A gift goes to a member or to an e-mail address: give exactly one.', path);
  if (email !== null && (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > EMAIL_MAX || !isStorable(email)))
    return invalid('This is no e-mail address.', path, 'email');
  if (message !== null && (message.length > MESSAGE_MAX || !isStorable(message)))
    return invalid(`message has at most ${MESSAGE_MAX} characters.`, path, 'message');
  if (!namesOne(member)) return invalid(NAME_ONE, 'member');
  if (to && !namesOne(to)) return invalid(NAME_ONE, path, 'member');
  if (idempotencyKey === '' || idempotencyKey.length > 255 || !isStorable(idempotencyKey))
    return invalid('idempotencyKey has 1 to 255 characters.', 'idempotencyKey');
  const [sender = null, recipient = null] = await resolveMembers(context, to ? [member, to] : [member]);
  if (sender === null) return memberNotFound();
  if (!to) return { sender, to: null };
  const view = recipient === null ? null : await context.members.present.load(recipient);
  if (!view || view.state.status === 'CLOSED') return { ...memberNotFound(), path: [path, 'member'] };
  return recipient === sender ? invalid('A gift is for somebody else.', path, 'member') : { sender, to: recipient };
}
