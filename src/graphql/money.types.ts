import { Field, ObjectType } from 'type-graphql';
import { ReadableWithParent } from './policy.js';
import { Decimal } from './scalars.js';

@ObjectType({ description: 'An amount of money.' })
@ReadableWithParent()
export class Money {
  @Field(() => Decimal, { description: 'Exact amount in the currency\'s main unit, like "12.50".' })
  amount!: string;
  @Field(() => String, { description: 'ISO 4217 code.' })
  currencyCode!: string;
}

export const moneyType = (amount: string, currencyCode: string): Money => Object.assign(new Money(), { amount, currencyCode });
