import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { badInput } from '../graphql/errors.js';
import type { Lot } from '../journal/core/lots.js';
import { Expiration, expirations, PointLot, pointLot, Wallet } from './wallet.types.js';

const LIST_MAX = 100;

const size = (first: number): number => {
  if (first < 0 || first > LIST_MAX) throw badInput(`first is 0 to ${LIST_MAX}.`);
  return first;
};

@Resolver(() => Wallet)
export class WalletResolver {
  @FieldResolver(() => [Expiration], { description: 'What expires when, earliest first, never-expiring points last; at most 100.' })
  async expirations(
    @Root() wallet: Wallet,
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, at most 100.' }) first: number,
  ) {
    return expirations(await openLots(wallet, context)).slice(0, size(first));
  }

  @FieldResolver(() => [PointLot], { description: 'The open lots in the order in which they are spent; at most 100.' })
  async lots(
    @Root() wallet: Wallet,
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, at most 100.' }) first: number,
  ) {
    return (await openLots(wallet, context)).slice(0, size(first)).map(pointLot);
  }
}

async function openLots({ view, currencyId }: Wallet, context: Context): Promise<Lot[]> {
  const book = view.hasLots ? view.state.lots : await context.members.openLots.load(view.memberId);
  return book.known.filter((lot) => lot.currency === currencyId && lot.expiresAt > view.at);
}
