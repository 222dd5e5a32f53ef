import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { globalId, parseEntryId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import type { MemberCommand } from '../members/give-command.js';
import { PointsPayload } from '../points/points.types.js';
import { pointsPayload } from '../points/points-command.js';
import { parsePeriod } from '../programs/calendar.js';
import { toMinor } from '../programs/money.js';
import type { Program } from '../programs/program.js';
import { publish } from '../programs/publish.js';
import { CANCEL_ACTIVITY } from './cancel-activity.js';
import {
  CancelActivityInput,
  CancelPurchaseInput,
  ReturnPurchaseInput,
  returnPolicyType,
  SetReturnPolicyInput,
  SetReturnPolicyPayload,
} from './return.types.js';
import type { ReturnPolicy } from './return-policy.js';
import { RETURN_PURCHASE } from './return-purchase.js';
import type { ReturnedPart } from './returned-part.js';

const ITEMS_MAX = 500;

@Resolver()
export class ReturnResolver {
  @Mutation(() => SetReturnPolicyPayload, {
    nullable: true,
    description: 'Says what becomes of the points of purchases that are returned from now on. Scope program:write.',
  })
  @Requires('program:write')
  setReturnPolicy(
    @Ctx() context: Context,
    @Arg('input', () => SetReturnPolicyInput, { description: 'The policy.' }) input: SetReturnPolicyInput,
  ) {
    return attempt(async () => {
      const restoreGrace = input.restoreGrace == null ? null : parsePeriod(input.restoreGrace);
      if (input.restoreGrace != null && !restoreGrace)
        throw new Refused(invalid('restoreGrace is a period above zero as ISO 8601 duration, like P30D.', 'restoreGrace'));
      const { earned, attribution, spent } = input;
      const tiers = input.tiers ?? 'AT_EVALUATION';
      const returns: ReturnPolicy = { earned, attribution, spent, restoreGrace, tiers };
      await publish(context, 'returns', (settings) => ({ ...settings, returns }));
      return { returnPolicy: returnPolicyType(returns) };
    });
  }

  @Mutation(() => PointsPayload, {
    nullable: true,
    description:
      'Takes a part of a purchase back, with the points that it earned and those that it was paid with, by the return policy. Scope activities:write.',
  })
  @Requires('activities:write')
  async returnPurchase(
    @Ctx() context: Context,
    @Arg('input', () => ReturnPurchaseInput, { description: 'What comes back.' }) sent: ReturnPurchaseInput,
  ) {
    const part = returnedPart(sent, await context.program());
    return pointsPayload(context, 'code' in part ? part : takeBack(sent, part));
  }

  @Mutation(() => PointsPayload, {
    nullable: true,
    description: 'Takes a purchase back as a whole, or what is left of it, by the return policy. Scope activities:write.',
  })
  @Requires('activities:write')
  cancelPurchase(@Ctx() context: Context, @Arg('input', () => CancelPurchaseInput, { description: 'Which.' }) sent: CancelPurchaseInput) {
    return pointsPayload(context, takeBack(sent, null));
  }

  @Mutation(() => PointsPayload, {
    nullable: true,
    description:
      'Takes an event back, with the points that it earned, by the return policy; caps and what rules count have room again. Scope activities:write.',
  })
  @Requires('activities:write')
  cancelActivity(@Ctx() context: Context, @Arg('input', () => CancelActivityInput, { description: 'Which.' }) sent: CancelActivityInput) {
    return pointsPayload(context, cancellation(sent));
  }
}

function cancellation(sent: CancelActivityInput): MemberCommand | Refusal {
  const key = sent.activity.startsWith('act_') ? parseEntryId(sent.activity) : null;
  if (!key) return invalid('This is no id of an activity.', 'activity');
  const { idempotencyKey, effectiveAt } = sent;
  const member = { id: globalId('member', key.streamUuid) };
  const input = { activity: key.number };
  return { type: CANCEL_ACTIVITY, member, idempotencyKey, effectiveAt, readsLots: true, refersTo: key.number, input, sent };
}

function takeBack(sent: CancelPurchaseInput, part: ReturnedPart | null): MemberCommand | Refusal {
  const key = sent.purchase.startsWith('act_') ? parseEntryId(sent.purchase) : null;
  if (!key) return invalid('This is no id of a purchase.', 'purchase');
  const { idempotencyKey, effectiveAt } = sent;
  const member = { id: globalId('member', key.streamUuid) };
  const input = { purchase: key.number, part };
  return { type: RETURN_PURCHASE, member, idempotencyKey, effectiveAt, readsLots: true, refersTo: key.number, input, sent };
}

/** What comes back, as the core takes it. A purchase is counted in the money of its programme. */
function returnedPart({ items, amount }: ReturnPurchaseInput, { settings }: Program): ReturnedPart | Refusal {
  if ((items == null) === (amount == null)) return invalid('Give exactly one of items and amount.');
  if (amount != null) {
    const minor = toMinor(amount, settings.currencyCode);
    return minor === null || minor <= 0 ? invalid(`amount is money of ${settings.currencyCode} above 0.`, 'amount') : { amount: minor };
  }
  const lines = items ?? [];
  const isRight =
    lines.length > 0 &&
    lines.length <= ITEMS_MAX &&
    lines.every(({ line, quantity }) => line >= 0 && quantity >= 1) &&
    new Set(lines.map(({ line }) => line)).size === lines.length;
  return isRight
    ? { items: lines.map(({ line, quantity }) => ({ line, quantity })) }
    : invalid(`Name 1 to ${ITEMS_MAX} lines, each once, with a quantity of at least 1.`, 'items');
}
