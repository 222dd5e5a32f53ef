import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { Requires } from '../graphql/policy.js';
import { invalid, memberNotFound } from '../graphql/user-error.types.js';
import { NAME_ONE, namesOne, resolveMembers } from '../members/member-lookup.js';
import { publish } from '../programs/publish.js';
import { PointsPayload } from './points.types.js';
import { pointsPayload, refuseAmount, refuseText } from './points-command.js';
import { SetTransferPolicyInput, SetTransferPolicyPayload, TransferPointsInput, transferPolicy } from './transfer.types.js';
import { TRANSFER_POINTS, type TransferPoints } from './transfer-points.js';
import type { TransferPolicy } from './transfer-policy.js';

@Resolver()
export class TransferResolver {
  @Mutation(() => PointsPayload, {
    nullable: true,
    description:
      "Gives points of one member to another, those that expire first; they keep their expiry. Both journals tell it, committed together. The payload is the giver's. Scope points:write.",
  })
  @Requires('points:write')
  async transferPoints(
    @Ctx() context: Context,
    @Arg('input', () => TransferPointsInput, { description: 'What to transfer.' }) sent: TransferPointsInput,
  ) {
    const { from, to, idempotencyKey, amount, currencyCode = null, reason = null } = sent;
    const refusal = refuseText(reason, 'reason') ?? refuseAmount(amount > 0) ?? (namesOne(to) ? undefined : invalid(NAME_ONE, 'to'));
    if (refusal) return pointsPayload(context, refusal);
    const [giver, receiver] = await resolveMembers(context, [from, to]);
    if (!receiver) return pointsPayload(context, { ...memberNotFound(), path: ['to'] });
    if (giver === receiver) return pointsPayload(context, invalid('A member cannot transfer points to themselves.', 'to'));
    const input: TransferPoints = { to: receiver, amount, currencyCode: currencyCode ?? null, reason: reason ?? null };
    const others = [receiver];
    return pointsPayload(context, { type: TRANSFER_POINTS, member: from, idempotencyKey, others, readsLots: true, input, sent });
  }

  @Mutation(() => SetTransferPolicyPayload, {
    nullable: true,
    description: 'Says whether and how much members may give each other, from now on. Scope program:write.',
  })
  @Requires('program:write')
  setTransferPolicy(
    @Ctx() context: Context,
    @Arg('input', () => SetTransferPolicyInput, { description: 'The policy.' }) {
      isAllowed,
      maxPerTransfer = null,
      period = null,
      maxPerPeriod = null,
    }: SetTransferPolicyInput,
  ) {
    return attempt(async () => {
      if ((period === null) !== (maxPerPeriod === null) || period === 'ACTIVITY')
        throw new Refused(invalid('Give period, which is not ACTIVITY, and maxPerPeriod together.', 'period'));
      if ((maxPerTransfer ?? 0) < 0 || (maxPerPeriod ?? 0) < 0) throw new Refused(invalid('Limits are 0 or more.', 'maxPerTransfer'));
      const transfers: TransferPolicy = {
        isAllowed,
        maxPerTransfer,
        maxPerPeriod: period === null || maxPerPeriod === null ? null : { period, max: maxPerPeriod },
      };
      await publish(context, 'transfers', (settings) => ({ ...settings, transfers }));
      return { transferPolicy: transferPolicy(transfers) };
    });
  }
}
