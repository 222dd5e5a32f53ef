import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { activityOf, type PendingPoints } from '../earning/activity-record.js';
import { PendingPointsType, pendingPoints } from '../earning/pending.types.js';
import { badInput } from '../graphql/errors.js';
import type { Lot, LotBook } from '../journal/core/lots.js';
import type { MemberView } from '../members/member-loaders.js';
import { holdOf } from './hold.js';
import { HoldType, holdType } from './hold.types.js';
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

  @FieldResolver(() => [PendingPointsType], {
    description:
      'Points of activities that are not spendable yet, those first whose waiting ends first; at most 100. Of the present only: empty for the past.',
  })
  async pendingPoints(@Root() { view, currencyId }: Wallet, @Ctx() context: Context) {
    if (view.hasLots) return [];
    const records = await context.members.waiting.load(view.memberId);
    return records.flatMap((record) =>
      (activityOf(record)?.pending ?? []).flatMap((pending) =>
        pending.currency === currencyId && endOf(pending) > view.at ? pendingPoints(view.memberId, record.of, pending) : [],
      ),
    );
  }

  @FieldResolver(() => [HoldType], {
    description: 'Open holds, those first that time out first; at most 100. Of the present only: empty for the past.',
  })
  async holds(@Root() { view, currencyId }: Wallet, @Ctx() context: Context) {
    if (view.hasLots) return [];
    const [records, program] = await Promise.all([context.members.waiting.load(view.memberId), context.program()]);
    return records.flatMap((record) => {
      const hold = holdOf(record);
      return hold?.currency === currencyId && hold.expiresAt > view.at ? holdType(view.memberId, record.of, hold, program) : [];
    });
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

/** What is over by then is only not posted yet. */
const endOf = ({ activatesAt, cancelsAt }: PendingPoints): number => activatesAt ?? cancelsAt ?? Infinity;

async function openLots({ view, currencyId }: Wallet, context: Context): Promise<Lot[]> {
  const book = view.hasLots ? view.state.lots : await presentLots(view, context);
  return book.known.filter((lot) => lot.currency === currencyId && lot.expiresAt > view.at);
}

/** The stored lots with what was due and not posted, unless that was posted meanwhile. */
async function presentLots({ memberId, state, due = [] }: MemberView, context: Context): Promise<LotBook> {
  const { number, lots } = await context.members.openLots.load(memberId);
  if (number !== state.number - due.length) return lots;
  const changes = due.flatMap((entry) => (entry.data.changes ?? []).map((change) => ({ ...change, number: entry.number })));
  return changes.reduce((book, { currency, lots: moved, number: of }) => book.apply(currency, moved, of), lots);
}
