import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { ConnectionArgs } from '../graphql/connection.js';
import { localId } from '../graphql/global-id.js';
import { Money, moneyType } from '../graphql/money.types.js';
import { Requires } from '../graphql/policy.js';
import { invalid, userError } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import { NO_STREAM, type StreamState } from '../journal/core/state.js';
import { journalEntry } from '../journal/entry-view.js';
import { JournalEntryConnection } from '../journal/journal.types.js';
import { entriesOf } from '../members/lists.js';
import { refuseText } from '../points/points-command.js';
import { fromMinor, toMinor } from '../programs/money.js';
import { REINSTATE_VOUCHER, VOID_VOUCHER } from './end-voucher.js';
import { type Found, findVoucher } from './find-voucher.js';
import { giveVoucher, namedBy } from './give-voucher.js';
import { amountOf, type Issued, walletOf } from './terms.js';
import { REDEEM_VOUCHER, RELEASE_VOUCHER, RESERVE_VOUCHER } from './use-voucher.js';
import { statusOf } from './voucher.js';
import {
  RedeemVoucherInput,
  ReinstateVoucherInput,
  ReleaseVoucherInput,
  ReserveVoucherInput,
  VoidVoucherInput,
  VoucherLookup,
  VoucherPayload,
  VoucherStatusType,
  VoucherType,
  voucherType,
} from './voucher.types.js';
import { isTheirs } from './voucher-node.js';

const TIMEOUT_SECONDS = 900;
const TIMEOUT_SECONDS_MAX = 30 * 86_400;

@Resolver(() => VoucherType)
export class VoucherResolver {
  @Query(() => VoucherLookup, {
    nullable: true,
    description:
      'What can be had for a code, without using it. After 20 wrong codes of a credential or an address in five minutes none is looked at. Scope vouchers:use.',
  })
  @Requires('vouchers:use')
  async voucher(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'The code, in any case; spaces and hyphens do not matter.' }) code: string,
  ): Promise<VoucherLookup> {
    const found = await findVoucher(context, code);
    return 'code' in found
      ? Object.assign(new VoucherLookup(), { voucher: null, errors: [userError(found)] })
      : Object.assign(new VoucherLookup(), {
          voucher: voucherType(found.id, found.issued, (await context.program()).settings),
          errors: [],
        });
  }

  @Mutation(() => VoucherPayload, {
    nullable: true,
    description: 'Sets a part of a voucher aside for a checkout, until it is redeemed or released, or times out. Scope vouchers:use.',
  })
  @Requires('vouchers:use')
  async reserveVoucher(
    @Ctx() context: Context,
    @Arg('input', () => ReserveVoucherInput, { description: 'What to set aside.' }) sent: ReserveVoucherInput,
  ) {
    const { code, idempotencyKey } = sent;
    const timeoutSeconds = sent.timeoutSeconds ?? TIMEOUT_SECONDS;
    if (timeoutSeconds < 1 || timeoutSeconds > TIMEOUT_SECONDS_MAX)
      return giveVoucher(context, invalid(`timeoutSeconds is 1 to ${TIMEOUT_SECONDS_MAX}.`, 'timeoutSeconds'));
    const found = await findVoucher(context, code);
    const amount = 'code' in found ? found : await amountFor(context, found.issued, sent.amount);
    if ('code' in found || isRefusal(amount)) return giveVoucher(context, amount as Refusal);
    const input = { issued: found.issued, amount, timeoutSeconds };
    return giveVoucher(context, { type: RESERVE_VOUCHER, found, idempotencyKey, input, sent }, 'new');
  }

  @Mutation(() => VoucherPayload, {
    nullable: true,
    description: 'Uses a voucher: a gift card all of it or a part, another one time, or what was reserved. Scope vouchers:use.',
  })
  @Requires('vouchers:use')
  async redeemVoucher(
    @Ctx() context: Context,
    @Arg('input', () => RedeemVoucherInput, { description: 'What to use.' }) sent: RedeemVoucherInput,
  ) {
    const { code = null, reservation = null, idempotencyKey } = sent;
    if ((code === null) === (reservation === null))
      return giveVoucher(context, invalid('Give exactly one of code and reservation.', 'code'));
    const named = reservation === null ? null : await namedBy(context, reservation, 'rsv');
    const found: Found | Refusal = code === null ? (named?.found ?? noReservation()) : await findVoucher(context, code);
    const amount = 'code' in found ? found : await amountFor(context, found.issued, sent.amount);
    if ('code' in found || isRefusal(amount)) return giveVoucher(context, amount as Refusal);
    const of = named?.number ?? null;
    const input = { issued: found.issued, amount, reservation: of };
    return giveVoucher(context, { type: REDEEM_VOUCHER, found, idempotencyKey, refersTo: of, input, sent }, of ?? undefined);
  }

  @Mutation(() => VoucherPayload, { nullable: true, description: 'Gives up what was reserved of a voucher. Scope vouchers:use.' })
  @Requires('vouchers:use')
  async releaseVoucher(
    @Ctx() context: Context,
    @Arg('input', () => ReleaseVoucherInput, { description: 'Which reservation.' }) sent: ReleaseVoucherInput,
  ) {
    const named = await namedBy(context, sent.reservation, 'rsv');
    if (!named) return giveVoucher(context, noReservation());
    const { found, number } = named;
    const { idempotencyKey } = sent;
    return giveVoucher(
      context,
      { type: RELEASE_VOUCHER, found, idempotencyKey, refersTo: number, input: { reservation: number }, sent },
      number,
    );
  }

  @Mutation(() => VoucherPayload, {
    nullable: true,
    description: 'Gives back what was used of a voucher, all or a part, no more than was used. Scope vouchers:write.',
  })
  @Requires('vouchers:write')
  async reinstateVoucher(
    @Ctx() context: Context,
    @Arg('input', () => ReinstateVoucherInput, { description: 'What to give back.' }) sent: ReinstateVoucherInput,
  ) {
    const { idempotencyKey, reason = null } = sent;
    const named = await namedBy(context, sent.entry, 'ent');
    const refusal = refuseText(reason, 'reason') ?? (named ? undefined : invalid("This is no id of a voucher's entry.", 'entry'));
    if (refusal || !named) return giveVoucher(context, refusal as Refusal);
    const { found, number } = named;
    const amount = await amountFor(context, found.issued, sent.amount);
    if (isRefusal(amount)) return giveVoucher(context, amount);
    const input = { entry: number, amount, reason };
    return giveVoucher(context, { type: REINSTATE_VOUCHER, found, idempotencyKey, refersTo: number, input, sent });
  }

  @Mutation(() => VoucherPayload, {
    nullable: true,
    description:
      'Ends a voucher; what is left of it is gone. A redemption that handed it out is ended by cancelRedemption. Scope vouchers:write.',
  })
  @Requires('vouchers:write')
  async voidVoucher(@Ctx() context: Context, @Arg('input', () => VoidVoucherInput, { description: 'Which.' }) sent: VoidVoucherInput) {
    const { idempotencyKey, reason = null } = sent;
    const id = localId('voucher', sent.voucher);
    const issued = id && (await context.rewards.issued(id));
    const refusal = refuseText(reason, 'reason') ?? (issued ? undefined : invalid('There is no such voucher.', 'voucher'));
    if (refusal || !id || !issued) return giveVoucher(context, refusal as Refusal);
    return giveVoucher(context, { type: VOID_VOUCHER, found: { id, issued }, idempotencyKey, input: { issued, reason }, sent });
  }

  @FieldResolver(() => VoucherStatusType, { description: 'Whether anything can be had for it.' })
  async status(@Root() voucher: VoucherType, @Ctx() context: Context): Promise<VoucherStatusType> {
    const { state, isPast } = await presentOf(voucher, context);
    if (state.number > 0) return statusOf(state, voucher.issued) as VoucherStatusType;
    return isPast ? VoucherStatusType.EXPIRED : VoucherStatusType.OPEN;
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What can be used of a gift card now; null for the others.' })
  async remaining(@Root() voucher: VoucherType, @Ctx() context: Context): Promise<Money | null> {
    return moneyOf(voucher, context, (await left(voucher, context)).active);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What is reserved of a gift card; null for the others.' })
  async reserved(@Root() voucher: VoucherType, @Ctx() context: Context): Promise<Money | null> {
    return moneyOf(voucher, context, (await left(voucher, context)).held);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How often it can be used now; null for a gift card.' })
  async usesLeft(@Root() voucher: VoucherType, @Ctx() context: Context): Promise<number | null> {
    return voucher.issued.terms.type === 'GIFT_CARD' ? null : (await left(voucher, context)).active;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The code: for the member whose it is, and for the scope vouchers:use; null for others.',
  })
  async code(@Root() { voucher, issued }: VoucherType, @Ctx() context: Context): Promise<string | null> {
    if (!(await maySee(issued, context))) return null;
    const imported = issued.pool && (await context.rewards.codes.load(issued.pool));
    return imported ?? context.services.voucherCodes.codeOf(voucher);
  }

  @FieldResolver(() => JournalEntryConnection, { description: 'Its stream, from its first use; empty before.' })
  async journal(@Root() { voucher }: VoucherType, @Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    const program = await context.program();
    return entriesOf(context, voucher, args, null, (entry) => journalEntry(entry, program));
  }
}

const noReservation = (): Refusal => ({ code: 'RESERVATION_NOT_FOUND', message: 'There is no such reservation.', path: ['reservation'] });

const isRefusal = (amount: number | null | Refusal): amount is Refusal => typeof amount === 'object' && amount !== null;

/** An amount of a gift card in minor units; null where none was said. */
async function amountFor(context: Context, { terms }: Issued, text: string | null | undefined): Promise<number | null | Refusal> {
  if (text == null) return null;
  if (terms.type !== 'GIFT_CARD') return invalid('Only a gift card is used in parts; leave amount out.', 'amount');
  const { currencyCode } = (await context.program()).settings;
  const minor = toMinor(text, currencyCode);
  return minor !== null && minor > 0 ? minor : invalid(`amount is an amount of ${currencyCode} above 0.`, 'amount');
}

async function presentOf({ voucher, issued }: VoucherType, context: Context): Promise<{ state: StreamState; isPast: boolean }> {
  const view = await context.members.present.load(voucher);
  const now = (await context.program()).now();
  return { state: view?.state ?? NO_STREAM, isPast: issued.expiresAt !== null && issued.expiresAt <= now };
}

/** What is left of it and what is reserved, in minor units or uses. */
async function left(voucher: VoucherType, context: Context): Promise<{ active: number; held: number }> {
  const { state, isPast } = await presentOf(voucher, context);
  const { terms } = voucher.issued;
  if (state.number > 0) return state.wallets[walletOf(terms)] ?? { active: 0, held: 0 };
  return { active: isPast ? 0 : amountOf(terms), held: 0 };
}

async function moneyOf({ issued }: VoucherType, context: Context, minor: number): Promise<Money | null> {
  if (issued.terms.type !== 'GIFT_CARD') return null;
  const { currencyCode } = (await context.program()).settings;
  return moneyType(fromMinor(minor, currencyCode), currencyCode);
}

/** Without the scope, only who has it. */
const maySee = async (issued: Issued, context: Context): Promise<boolean> =>
  context.actor?.scopes.has('vouchers:use') || (!!context.actor?.memberId && (await isTheirs(issued, context)));
