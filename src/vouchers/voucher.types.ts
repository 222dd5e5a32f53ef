import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { entryId, globalId } from '../graphql/global-id.js';
import { IDEMPOTENCY_KEY } from '../graphql/idempotency-key.js';
import { Money, moneyType } from '../graphql/money.types.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Decimal } from '../graphql/scalars.js';
import { VoucherEntry } from '../journal/journal.types.js';
import { fromMinor } from '../programs/money.js';
import type { ProgramSettings } from '../programs/settings.js';
import type { Reservation } from './reservation.js';
import { type Issued, VALUE } from './terms.js';
import { VoucherTermsType, voucherTerms } from './terms.types.js';

export enum VoucherStatusType {
  OPEN = 'OPEN',
  USED = 'USED',
  EXPIRED = 'EXPIRED',
  VOID = 'VOID',
}
registerEnumType(VoucherStatusType, {
  name: 'VoucherStatus',
  description: 'Whether anything can be had for a voucher.',
  valuesConfig: {
    OPEN: { description: 'There is something left.' },
    USED: { description: 'It was used up.' },
    EXPIRED: { description: 'What was left expired.' },
    VOID: { description: 'It was ended by hand, or with its redemption.' },
  },
});

@ObjectType('Voucher', {
  implements: Node,
  description: 'A discount code, a gift card or a code for a thing. What is left of it is kept in a stream of its own.',
})
@ReadableWithParent()
export class VoucherType extends Node {
  @Field(() => VoucherTermsType, { description: 'What it was good for at the beginning.' })
  terms!: VoucherTermsType;
  @Field(() => DateTime, { nullable: true, description: 'When it ends, exclusive; null: never.' })
  expiresAt!: Date | null;
  @Field(() => ID, { nullable: true, description: 'The redemption that handed it out; null where none did.' })
  redemptionId!: string | null;

  voucher!: string;
  issued!: Issued;
}

export enum VoucherReservationStatus {
  OPEN = 'OPEN',
  REDEEMED = 'REDEEMED',
  RELEASED = 'RELEASED',
  TIMED_OUT = 'TIMED_OUT',
}
registerEnumType(VoucherReservationStatus, {
  name: 'VoucherReservationStatus',
  description: 'What became of a reservation.',
  valuesConfig: {
    OPEN: { description: 'It can be redeemed or released.' },
    REDEEMED: { description: 'It was redeemed; what was not went back.' },
    RELEASED: { description: 'It was released.' },
    TIMED_OUT: { description: 'Nobody ended it in time, so it was released.' },
  },
});

@ObjectType('VoucherReservation', { implements: Node, description: 'A part of a voucher that is set aside for a checkout.' })
@ReadableWithParent()
export class VoucherReservationType extends Node {
  @Field(() => VoucherReservationStatus, { description: 'What became of it.' })
  status!: VoucherReservationStatus;
  @Field(() => Money, { nullable: true, description: 'What is still set aside of a gift card; null for the others.' })
  value!: Money | null;
  @Field(() => Int, { nullable: true, description: 'Uses that are still set aside; null for a gift card.' })
  uses!: number | null;
  @Field(() => DateTime, { description: 'When it is released, if nobody ends it before.' })
  expiresAt!: Date;
}

@InputType({ description: 'A part of a voucher to set aside.' })
export class ReserveVoucherInput {
  @Field(() => String, { description: 'The code, in any case; spaces and hyphens do not matter.' })
  code!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => Decimal, {
    nullable: true,
    description: "How much of a gift card, in the programme's money; all that is left when left out. Not for other vouchers.",
  })
  amount?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'When it is released by itself, in seconds from now: 1 to 2592000 (30 days); 900 (15 minutes) when left out.',
  })
  timeoutSeconds?: number | null;
}

@InputType({ description: 'A voucher to use. Give its code, or a reservation.' })
export class RedeemVoucherInput {
  @Field(() => String, { nullable: true, description: 'The code, in any case; spaces and hyphens do not matter.' })
  code?: string | null;
  @Field(() => ID, { nullable: true, description: 'What was reserved of it, instead of the code. What is not redeemed of that goes back.' })
  reservation?: string | null;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => Decimal, {
    nullable: true,
    description:
      "How much of a gift card, in the programme's money; all that is left, or reserved, when left out. Other vouchers are used once.",
  })
  amount?: string | null;
}

@InputType({ description: 'A reservation to give up.' })
export class ReleaseVoucherInput {
  @Field(() => ID, { description: 'The reservation: rsv_…' })
  reservation!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

const REASON = 'Why; kept in the journal, so no personal data. At most 255 characters.';

@InputType({ description: 'What was used of a voucher, to give back.' })
export class ReinstateVoucherInput {
  @Field(() => ID, { description: 'The entry that redeemed it: ent_vch_…' })
  entry!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => Decimal, {
    nullable: true,
    description: "How much of a gift card, in the programme's money; all that was not given back yet when left out.",
  })
  amount?: string | null;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

@InputType({ description: 'A voucher to end.' })
export class VoidVoucherInput {
  @Field(() => ID, { description: 'The voucher: vch_…' })
  voucher!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

@ObjectType('VoucherPayload', { implements: Payload, description: 'What became of the command.' })
@ReadableWithParent()
export class VoucherPayload extends Payload {
  @Field(() => VoucherType, { nullable: true, description: 'The voucher as it is now; null when refused.' })
  voucher!: VoucherType | null;
  @Field(() => VoucherEntry, { nullable: true, description: 'The entry in its stream; null when refused.' })
  entry!: VoucherEntry | null;
  @Field(() => VoucherReservationType, { nullable: true, description: 'The reservation that it is about; null where it is about none.' })
  reservation!: VoucherReservationType | null;
  @Field(() => Boolean, { description: 'The key was known: this is the first outcome again, and nothing was done now.' })
  replayed!: boolean;
}

@ObjectType('VoucherLookup', { implements: Payload, description: 'The voucher of a code, or why there is none.' })
@ReadableWithParent()
export class VoucherLookup extends Payload {
  @Field(() => VoucherType, {
    nullable: true,
    description: 'The voucher; null when there is none with this code, or too many wrong codes came before.',
  })
  voucher!: VoucherType | null;
}

export const voucherType = (voucher: string, issued: Issued, settings: ProgramSettings): VoucherType =>
  Object.assign(new VoucherType(), {
    id: globalId('voucher', voucher),
    terms: voucherTerms(issued.terms, settings),
    expiresAt: issued.expiresAt === null ? null : new Date(issued.expiresAt),
    redemptionId: issued.redemption && entryId('member', issued.redemption.member, issued.redemption.number, 'rdm'),
    voucher,
    issued,
  });

export const voucherReservation = (
  voucher: string,
  of: number,
  { status, currency, parts, expiresAt }: Reservation,
  settings: ProgramSettings,
) => {
  const left = parts.reduce((sum, part) => sum + part.amount, 0);
  return Object.assign(new VoucherReservationType(), {
    id: entryId('voucher', voucher, of, 'rsv'),
    status: status as VoucherReservationStatus,
    value: currency === VALUE ? moneyType(fromMinor(left, settings.currencyCode), settings.currencyCode) : null,
    uses: currency === VALUE ? null : left,
    expiresAt: new Date(expiresAt),
  });
};
