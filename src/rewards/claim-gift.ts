import { createHash } from 'node:crypto';
import type { Context } from '../context.js';
import { globalId } from '../graphql/global-id.js';
import { memberNotFound } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import type { MemberCommand } from '../members/give-command.js';
import { resolveMember } from '../members/member-lookup.js';
import { refuseTooManyAttempts } from '../vouchers/find-voucher.js';
import { CLAIM_GIFT, type ClaimGift } from './change-redemption.js';
import { findGift } from './gift-rows.js';
import type { ClaimGiftInput, RedemptionPayload } from './redemption.types.js';
import { giveRedemption } from './redemption-command.js';

/** Gives a gift to the member who claims it, in the stream of the one who gave it. */
export async function claimGift(context: Context, sent: ClaimGiftInput): Promise<RedemptionPayload> {
  const refusal = await refuseTooManyAttempts(context);
  if (refusal) return giveRedemption(context, refusal, null);
  const recipient = await resolveMember(context, sent.member);
  const view = recipient === null ? null : await context.members.present.load(recipient);
  if (!recipient || !view || view.state.status === 'CLOSED') return giveRedemption(context, memberNotFound(), null);
  const gift = await findGift(context, sent.code);
  if (!gift) {
    await context.services.attempts.note(context);
    return giveRedemption(context, noGift(), null);
  }
  const { sender, redemption } = gift;
  const command: MemberCommand = {
    type: CLAIM_GIFT,
    member: { id: globalId('member', sender) },
    // The giver's stream has keys of its own; another member's must not meet them.
    idempotencyKey: `claim-${createHash('sha256').update(`${recipient} ${sent.idempotencyKey}`).digest('hex')}`,
    refersTo: redemption,
    input: { redemption, recipient } satisfies ClaimGift,
    sent,
  };
  return giveRedemption(context, command, redemption);
}

const noGift = (): Refusal => ({ code: 'GIFT_NOT_FOUND', message: 'There is no gift with this claim code.', path: ['code'] });
