import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { globalId, parseEntryId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import type { MemberCommand } from '../members/give-command.js';
import { PointsPayload } from './points.types.js';
import { pointsPayload, refuseAmount, refuseText } from './points-command.js';
import { REINSTATE_POINTS } from './reinstate-points.js';
import { ReinstatePointsInput, ReverseEntryInput } from './reversal.types.js';
import { REVERSE_ENTRY } from './reverse-entry.js';

@Resolver()
export class ReversalResolver {
  @Mutation(() => PointsPayload, {
    nullable: true,
    description:
      'Takes back what a spending, a capture or an adjustment did, all or a part; the parts never exceed it. Points go back into the lots they came from. Scope points:adjust.',
  })
  @Requires('points:adjust')
  reverseEntry(
    @Ctx() context: Context,
    @Arg('input', () => ReverseEntryInput, { description: 'What to take back.' }) sent: ReverseEntryInput,
  ) {
    const { amount = null, reason = null } = sent;
    return pointsPayload(
      context,
      onEntry(sent, REVERSE_ENTRY, (entry) => ({ entry, amount, reason })),
    );
  }

  @Mutation(() => PointsPayload, {
    nullable: true,
    description: 'Gives expired points back, with a new validity; no more than expired. Scope points:adjust.',
  })
  @Requires('points:adjust')
  reinstatePoints(
    @Ctx() context: Context,
    @Arg('input', () => ReinstatePointsInput, { description: 'What to give back.' }) sent: ReinstatePointsInput,
  ) {
    const { amount = null, reason = null, expiresAt } = sent;
    return pointsPayload(
      context,
      onEntry(sent, REINSTATE_POINTS, (entry) => ({ entry, amount, reason, expiresAt: expiresAt?.getTime() ?? null })),
    );
  }
}

/** A command about an entry, which its id says whose it is. */
function onEntry(sent: ReverseEntryInput, type: string, input: (entry: number) => unknown): MemberCommand | Refusal {
  const { amount = null, reason = null, idempotencyKey } = sent;
  const key = sent.entry.startsWith('ent_mem_') ? parseEntryId(sent.entry) : null;
  if (!key) return invalid("This is no id of a member's entry.", 'entry');
  const member = { id: globalId('member', key.streamUuid) };
  return (
    refuseText(reason, 'reason') ??
    refuseAmount(amount === null || amount > 0) ?? {
      ...{ type, member, idempotencyKey, readsLots: true, refersTo: key.number, input: input(key.number), sent },
    }
  );
}
