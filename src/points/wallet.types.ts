import { Field, Int, ObjectType } from 'type-graphql';
import { Cost } from '../graphql/cost-declaration.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Points } from '../graphql/scalars.js';
import { EMPTY_WALLET, type WalletAmounts } from '../journal/core/entry.js';
import type { Lot } from '../journal/core/lots.js';
import type { MemberView } from '../members/member-loaders.js';
import { PointCurrency, pointCurrency } from '../programs/point-currency.types.js';
import type { PointCurrencySettings } from '../programs/settings.js';

@ObjectType({ description: 'Points that expire together.' })
@ReadableWithParent()
export class Expiration {
  @Field(() => DateTime, { nullable: true, description: 'Exclusive: they can be spent before this instant. null: never.' })
  expiresAt!: Date | null;
  @Field(() => Points, { description: 'How many.' })
  amount!: number;
}

@ObjectType({ description: 'Active points of one expiry instant and source. Spent earliest expiry first.' })
@ReadableWithParent()
export class PointLot {
  @Field(() => DateTime, { nullable: true, description: 'Exclusive: they can be spent before this instant. null: never.' })
  expiresAt!: Date | null;
  @Field(() => String, { description: 'Where they came from: "rule:…" or "adjustment:…".' })
  source!: string;
  @Field(() => Points, { description: 'What is left of them; above 0.' })
  remaining!: number;
  @Field(() => Int, { description: 'Number of the journal entry that opened the lot.' })
  openedBy!: number;
}

@ObjectType({ description: "A member's points in one currency, at one instant." })
@ReadableWithParent()
@Cost({ listSize: 2 })
export class Wallet {
  @Field(() => PointCurrency, { description: 'The kind of points.' })
  pointCurrency!: PointCurrency;
  @Field(() => DateTime, { description: 'The instant that the amounts are of.' })
  at!: Date;
  @Field(() => Points, { description: 'Spendable now.' })
  active!: number;
  @Field(() => Points, { description: 'Earned, not yet spendable.' })
  pending!: number;
  @Field(() => Points, { description: 'Set aside for a checkout.' })
  held!: number;
  @Field(() => Points, { description: 'Owed; the next earnings repay it first.' })
  debt!: number;
  @Field(() => Points, { description: 'Earned in a lifetime.' })
  earned!: number;
  @Field(() => Points, { description: 'Spent in a lifetime.' })
  spent!: number;
  @Field(() => Points, { description: 'Expired in a lifetime.' })
  expired!: number;

  /** For the resolvers of lots and expirations. */
  view!: MemberView;
  currencyId!: string;
}

export const wallet = (view: MemberView, currency: PointCurrencySettings): Wallet => {
  const amounts: WalletAmounts = view.state.wallets[currency.id] ?? EMPTY_WALLET;
  return Object.assign(new Wallet(), {
    ...amounts,
    pointCurrency: pointCurrency(currency),
    at: new Date(view.at),
    view,
    currencyId: currency.id,
  });
};

const expiryDate = (at: number): Date | null => (at === Infinity ? null : new Date(at));

export const pointLot = ({ expiresAt, source, remaining, number }: Lot): PointLot =>
  Object.assign(new PointLot(), { expiresAt: expiryDate(expiresAt), source, remaining, openedBy: number });

/** What expires when: lots of one instant together, earliest first. */
export function expirations(lots: readonly Lot[]): Expiration[] {
  const amounts = new Map<number, number>();
  for (const { expiresAt, remaining } of lots) amounts.set(expiresAt, (amounts.get(expiresAt) ?? 0) + remaining);
  return [...amounts].map(([expiresAt, amount]) => Object.assign(new Expiration(), { expiresAt: expiryDate(expiresAt), amount }));
}
