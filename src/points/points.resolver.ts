import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Requires } from '../graphql/policy.js';
import { ADJUST_POINTS } from './adjust-points.js';
import { AdjustPointsInput, PointsPayload, SpendPointsInput } from './points.types.js';
import { movedWallet, pointsPayload, refuseAmount, refuseText } from './points-command.js';
import { SPEND_POINTS } from './spend-points.js';
import { Wallet } from './wallet.types.js';

@Resolver(() => PointsPayload)
export class PointsResolver {
  @Mutation(() => PointsPayload, { nullable: true, description: 'Spends points, those that expire first. Scope points:write.' })
  @Requires('points:write')
  spendPoints(@Ctx() context: Context, @Arg('input', () => SpendPointsInput, { description: 'What to spend.' }) sent: SpendPointsInput) {
    const { member, idempotencyKey, amount, currencyCode = null, reason = null, effectiveAt } = sent;
    const input = { amount, currencyCode, reason };
    return pointsPayload(
      context,
      refuseText(reason, 'reason') ??
        refuseAmount(amount > 0) ?? { type: SPEND_POINTS, member, idempotencyKey, effectiveAt, readsLots: true, input, sent },
    );
  }

  @Mutation(() => PointsPayload, { nullable: true, description: 'Gives or takes points by hand. Scope points:adjust.' })
  @Requires('points:adjust')
  adjustPoints(
    @Ctx() context: Context,
    @Arg('input', () => AdjustPointsInput, { description: 'What to adjust.' }) sent: AdjustPointsInput,
  ) {
    const { member, idempotencyKey, amount, currencyCode = null, reason, note = null, effectiveAt } = sent;
    const input = { amount, currencyCode, reason, note };
    return pointsPayload(
      context,
      refuseText(note, 'note') ??
        refuseAmount(amount !== 0) ?? { type: ADJUST_POINTS, member, idempotencyKey, effectiveAt, readsLots: amount < 0, input, sent },
    );
  }

  @FieldResolver(() => Wallet, { nullable: true, description: 'The wallet as it is now; null when refused.' })
  wallet(@Root() { moved }: PointsPayload, @Ctx() context: Context): Promise<Wallet | null> {
    return movedWallet(context, moved);
  }
}
