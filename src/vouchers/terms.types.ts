import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Refused } from '../graphql/attempt.js';
import { Money, moneyType } from '../graphql/money.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Decimal } from '../graphql/scalars.js';
import { invalid } from '../graphql/user-error.types.js';
import { fromMinor, toMinor } from '../programs/money.js';
import type { ProgramSettings } from '../programs/settings.js';
import type { VoucherTerms } from './terms.js';

export enum VoucherKind {
  GIFT_CARD = 'GIFT_CARD',
  DISCOUNT = 'DISCOUNT',
  ITEM = 'ITEM',
}
registerEnumType(VoucherKind, {
  name: 'VoucherKind',
  description: 'What a voucher is good for.',
  valuesConfig: {
    GIFT_CARD: { description: 'Store credit, spent in parts.' },
    DISCOUNT: { description: 'A percentage or an amount off a purchase.' },
    ITEM: { description: 'A thing or an entry.' },
  },
});

@ObjectType('VoucherTerms', { description: 'What a voucher is good for at the beginning.' })
@ReadableWithParent()
export class VoucherTermsType {
  @Field(() => VoucherKind, { description: 'What it is.' })
  kind!: VoucherKind;
  @Field(() => Money, { nullable: true, description: 'What a gift card is worth; null for the others.' })
  value!: Money | null;
  @Field(() => Decimal, { nullable: true, description: 'Per cent off a purchase, like "12.5"; null unless it is a DISCOUNT in per cent.' })
  percent!: string | null;
  @Field(() => Money, { nullable: true, description: 'Off a purchase; null unless it is a DISCOUNT by an amount.' })
  amount!: Money | null;
  @Field(() => Int, { nullable: true, description: 'How often it can be used; null for a gift card.' })
  uses!: number | null;
}

export const voucherTerms = (terms: VoucherTerms, { currencyCode }: Pick<ProgramSettings, 'currencyCode'>): VoucherTermsType => {
  const money = (minor: number) => moneyType(fromMinor(minor, currencyCode), currencyCode);
  return Object.assign(new VoucherTermsType(), {
    kind: terms.type as VoucherKind,
    value: terms.type === 'GIFT_CARD' ? money(terms.value) : null,
    percent: terms.type === 'DISCOUNT' ? terms.percent : null,
    amount: terms.type === 'DISCOUNT' && terms.amount !== null ? money(terms.amount) : null,
    uses: terms.type === 'GIFT_CARD' ? null : terms.uses,
  });
};

@InputType({ description: 'What vouchers are good for.' })
export class VoucherTermsInput {
  @Field(() => VoucherKind, { description: 'What they are.' })
  kind!: VoucherKind;
  @Field(() => Decimal, { nullable: true, description: "What a gift card is worth, in the programme's money; required for GIFT_CARD." })
  value?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'Per cent off a purchase, above 0 and at most 100. For DISCOUNT: this or amount.' })
  percent?: string | null;
  @Field(() => Decimal, { nullable: true, description: "Off a purchase, in the programme's money. For DISCOUNT: this or percent." })
  amount?: string | null;
  @Field(() => Int, { nullable: true, description: 'How often each can be used, 1 to 1000000; once when left out. Not for GIFT_CARD.' })
  uses?: number | null;
}

const USES_MAX = 1_000_000;

/** @throws Refused naming what cannot be used */
export function parseTerms(
  input: VoucherTermsInput,
  { currencyCode }: Pick<ProgramSettings, 'currencyCode'>,
  ...path: string[]
): VoucherTerms {
  const { kind, value = null, percent = null, amount = null } = input;
  const refuse = (message: string, field: string) => new Refused(invalid(message, ...path, field));
  const money = (text: string | null, field: string): number => {
    const minor = text === null ? null : toMinor(text, currencyCode);
    if (minor === null || minor <= 0) throw refuse(`${field} is an amount of ${currencyCode} above 0.`, field);
    return minor;
  };
  if (kind === 'GIFT_CARD') {
    if (input.uses != null) throw refuse('A gift card is used until its value is gone; leave uses out.', 'uses');
    return { type: 'GIFT_CARD', value: money(value, 'value') };
  }
  const uses = input.uses ?? 1;
  if (uses < 1 || uses > USES_MAX) throw refuse(`uses is 1 to ${USES_MAX}.`, 'uses');
  if (kind === 'ITEM') return { type: 'ITEM', uses };
  if ((percent === null) === (amount === null)) throw refuse('A discount has either percent or amount.', 'percent');
  if (percent === null) return { type: 'DISCOUNT', percent: null, amount: money(amount, 'amount'), uses };
  if (Number(percent) <= 0 || Number(percent) > 100) throw refuse('percent is above 0 and at most 100.', 'percent');
  return { type: 'DISCOUNT', percent, amount: null, uses };
}
