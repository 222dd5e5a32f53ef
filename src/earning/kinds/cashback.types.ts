import { Field, InputType, ObjectType } from 'type-graphql';
import { Refused } from '../../graphql/attempt.js';
import { Money, moneyType } from '../../graphql/money.types.js';
import { ReadableWithParent } from '../../graphql/policy.js';
import { Decimal } from '../../graphql/scalars.js';
import { invalid } from '../../graphql/user-error.types.js';
import { fromMinor, toMinor } from '../../programs/money.js';
import { EarningRule, type RuleKindTypes } from '../rule.types.js';
import type { CashbackSettings } from './cashback.js';

@ObjectType({
  implements: EarningRule,
  description: "Money back. A point of its currency is a minor unit of the programme's money: a cent.",
})
@ReadableWithParent()
export class CashbackRule extends EarningRule {
  @Field(() => Decimal, { nullable: true, description: 'The part of each purchase that comes back, in percent; null: a fixed amount.' })
  percent!: string | null;
  @Field(() => Money, { nullable: true, description: 'What comes back for each purchase; null: a part of it.' })
  amount!: Money | null;
}

@InputType({
  description:
    "Money back: a point is a minor unit of the programme's money. Exactly one of percent and amount is given. The rule's rounding says what becomes of parts of a cent.",
})
export class CashbackInput {
  @Field(() => Decimal, { nullable: true, description: 'Part of each purchase in percent: above 0, at most 100.' })
  percent?: string | null;
  @Field(() => Decimal, { nullable: true, description: "Money in the programme's currency for each purchase; above 0." })
  amount?: string | null;
}

export const cashbackTypes: RuleKindTypes<CashbackSettings, CashbackInput> = {
  field: 'cashback',
  description: 'Kind: money back.',
  input: CashbackInput,
  object: CashbackRule,
  parse({ percent = null, amount = null }, { settings }) {
    if ((percent === null) === (amount === null)) throw new Refused(invalid('Give exactly one of percent and amount.', 'cashback'));
    if (percent !== null) {
      if (Number(percent) <= 0 || Number(percent) > 100)
        throw new Refused(invalid('percent is above 0 and at most 100.', 'cashback', 'percent'));
      return { kind: 'CASHBACK', back: { percent } };
    }
    const minor = toMinor(amount as string, settings.currencyCode);
    if (minor === null || minor <= 0) throw new Refused(invalid('amount is above 0 in the money of the programme.', 'cashback', 'amount'));
    return { kind: 'CASHBACK', back: { amount: minor } };
  },
  show: ({ back }, { currencyCode }) => ({
    percent: 'percent' in back ? back.percent : null,
    amount: 'amount' in back ? moneyType(fromMinor(back.amount, currencyCode), currencyCode) : null,
  }),
};
