import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { globalId, parseEntryId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import type { MemberCommand } from '../members/give-command.js';
import { CAPTURE_HOLD, RELEASE_HOLD } from './end-hold.js';
import { holdOf } from './hold.js';
import { CaptureHoldInput, HoldPayload, HoldPointsInput, HoldType, holdType, ReleaseHoldInput } from './hold.types.js';
import { HOLD_POINTS } from './hold-points.js';
import { movedWallet, movePoints, refuseAmount, refuseText } from './points-command.js';
import { Wallet } from './wallet.types.js';

const TIMEOUT_SECONDS = 900;
const TIMEOUT_SECONDS_MAX = 30 * 86_400;

@Resolver(() => HoldPayload)
export class HoldResolver {
  @Mutation(() => HoldPayload, {
    nullable: true,
    description:
      'Sets points aside, those that expire first, until they are captured or released, or the hold times out. Scope points:write.',
  })
  @Requires('points:write')
  holdPoints(@Ctx() context: Context, @Arg('input', () => HoldPointsInput, { description: 'What to set aside.' }) sent: HoldPointsInput) {
    const { member, idempotencyKey, amount, currencyCode = null, reason = null } = sent;
    const timeoutSeconds = sent.timeoutSeconds ?? TIMEOUT_SECONDS;
    const isInTime = timeoutSeconds >= 1 && timeoutSeconds <= TIMEOUT_SECONDS_MAX;
    const input = { amount, currencyCode, reason, timeoutSeconds };
    return hold(
      context,
      refuseText(reason, 'reason') ??
        refuseAmount(amount > 0) ??
        (isInTime ? undefined : invalid(`timeoutSeconds is 1 to ${TIMEOUT_SECONDS_MAX}.`, 'timeoutSeconds')) ?? {
          ...{ type: HOLD_POINTS, member, idempotencyKey, readsLots: true, input, sent },
        },
    );
  }

  @Mutation(() => HoldPayload, {
    nullable: true,
    description: 'Spends points of a hold: all or a part, several times, until one is final. Scope points:write.',
  })
  @Requires('points:write')
  captureHold(@Ctx() context: Context, @Arg('input', () => CaptureHoldInput, { description: 'What to spend.' }) sent: CaptureHoldInput) {
    const { amount = null, isFinal } = sent;
    if (amount !== null && amount <= 0) return hold(context, refuseAmount(false) as Refusal);
    return hold(
      context,
      onHold(sent, (of) => ({ type: CAPTURE_HOLD, input: { hold: of, amount, isFinal: isFinal ?? true } })),
    );
  }

  @Mutation(() => HoldPayload, { nullable: true, description: 'Gives what is left of a hold back. Scope points:write.' })
  @Requires('points:write')
  releaseHold(@Ctx() context: Context, @Arg('input', () => ReleaseHoldInput, { description: 'The hold.' }) sent: ReleaseHoldInput) {
    return hold(
      context,
      onHold(sent, (of) => ({ type: RELEASE_HOLD, input: { hold: of } })),
    );
  }

  @FieldResolver(() => Wallet, { nullable: true, description: 'The wallet as it is now; null when refused.' })
  wallet(@Root() { moved }: HoldPayload, @Ctx() context: Context): Promise<Wallet | null> {
    return movedWallet(context, moved);
  }

  @FieldResolver(() => HoldType, { nullable: true, description: 'The hold as it is now; null when refused.' })
  async hold(@Root() { held }: HoldPayload, @Ctx() context: Context): Promise<HoldType | null> {
    if (!held) return null;
    const found = holdOf(await context.members.records.load({ streamId: held.streamId, number: held.of }));
    return found && holdType(held.streamId, held.of, found, await context.program());
  }
}

/** A command about a hold, which its id says whose it is. */
function onHold(
  sent: { readonly hold: string; readonly idempotencyKey: string },
  command: (of: number) => Pick<MemberCommand, 'type' | 'input'>,
): MemberCommand | Refusal {
  const key = sent.hold.startsWith('hld_') ? parseEntryId(sent.hold) : null;
  if (!key) return invalid('This is no id of a hold.', 'hold');
  const member = { id: globalId('member', key.streamUuid) };
  return { ...command(key.number), member, idempotencyKey: sent.idempotencyKey, refersTo: key.number, sent };
}

async function hold(context: Context, command: MemberCommand | Refusal): Promise<HoldPayload> {
  const { given, ...moved } = await movePoints(context, command);
  const of = 'code' in command ? null : (command.refersTo ?? ('refusal' in given.outcome ? null : given.outcome.number));
  const held = moved.entry && of !== null ? { streamId: given.memberId as string, of } : null;
  return Object.assign(new HoldPayload(), moved, { held });
}
