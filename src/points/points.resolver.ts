import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Requires } from '../graphql/policy.js';
import { invalid, userError } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import { journalEntry, type PointsEntry } from '../journal/journal.types.js';
import { giveCommand, type MemberCommand } from '../members/give-command.js';
import { ownEntry } from '../members/own-entry.js';
import { ADJUST_POINTS } from './adjust-points.js';
import { AdjustPointsInput, PointsPayload, SpendPointsInput } from './points.types.js';
import { SPEND_POINTS } from './spend-points.js';
import { Wallet, wallet } from './wallet.types.js';

@Resolver(() => PointsPayload)
export class PointsResolver {
  @Mutation(() => PointsPayload, { nullable: true, description: 'Spends points, those that expire first. Scope points:write.' })
  @Requires('points:write')
  spendPoints(@Ctx() context: Context, @Arg('input', () => SpendPointsInput, { description: 'What to spend.' }) sent: SpendPointsInput) {
    const { member, idempotencyKey, amount, currencyCode = null, reason = null, effectiveAt } = sent;
    const input = { amount, currencyCode, reason };
    return movePoints(
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
    return movePoints(
      context,
      refuseText(note, 'note') ??
        refuseAmount(amount !== 0) ?? { type: ADJUST_POINTS, member, idempotencyKey, effectiveAt, readsLots: amount < 0, input, sent },
    );
  }

  @FieldResolver(() => Wallet, { nullable: true, description: 'The wallet as it is now; null when refused.' })
  async wallet(@Root() { moved }: PointsPayload, @Ctx() context: Context): Promise<Wallet | null> {
    if (!moved) return null;
    const [view, program] = await Promise.all([context.members.present.load(moved.memberId), context.program()]);
    const currency = program.currency(moved.currencyId);
    return view && currency ? wallet(view, currency) : null;
  }
}

const refuseAmount = (isRight: boolean): Refusal | undefined =>
  isRight ? undefined : invalid('This number of points cannot be moved.', 'amount');

const refuseText = (text: string | null, name: string): Refusal | undefined =>
  text !== null && (text.length > 255 || text.includes('\0')) ? invalid(`${name} has at most 255 characters.`, name) : undefined;

async function movePoints(context: Context, command: MemberCommand | Refusal): Promise<PointsPayload> {
  const given = await giveCommand(context, command);
  const { outcome, memberId } = given;
  const { replayed } = outcome;
  if ('refusal' in outcome)
    return Object.assign(new PointsPayload(), { entry: null, moved: null, errors: [userError(outcome.refusal)], replayed });
  const stored = await ownEntry(context, given);
  return Object.assign(new PointsPayload(), {
    entry: journalEntry(stored, await context.program()) as PointsEntry,
    errors: [],
    replayed,
    moved: { memberId: memberId as string, currencyId: stored.data.changes?.[0]?.currency ?? '' },
  });
}
