import type { Context } from '../context.js';
import { type Connection, type ConnectionArgs, connection, keysetPage } from '../graphql/connection.js';
import type { Row } from '../journal/transaction.js';
import { entriesOf } from '../members/lists.js';
import { type RedemptionType, redemptionType } from './redemption.types.js';

type Place = { readonly streamId: string; readonly number: number };

const isKey = (text: string): boolean => /^-?\d{1,16} [0-9a-f-]{36} \d{1,15}$/.test(text);

/** What a member redeemed and was given, in the order in which that happened. */
export async function redemptionsOf(context: Context, member: string, args: ConnectionArgs): Promise<Connection<RedemptionType>> {
  const kinds = ['REWARD_REDEEMED', 'REWARD_GIFTED', 'REWARD_GRANTED'];
  return withRedemptions(context, await entriesOf(context, member, args, kinds, ({ streamId, number }) => ({ streamId, number })));
}

/** Redemptions in one of the lists of the programme, in the order in which they were made. */
export async function listedRedemptions(context: Context, list: string, args: ConnectionArgs): Promise<Connection<RedemptionType>> {
  const page = keysetPage(args, isKey);
  const { rows } = await context.reads.query<Row>(
    `select l.key, l.stream_id, l.number from listings l
      where l.program_id = $1 and l.list = $2 and ($3::text is null or l.key > $3) and ($4::text is null or l.key < $4)
      order by l.key ${page.isForward ? 'asc' : 'desc'} limit $5`,
    [context.programId, list, page.after, page.before, page.limit],
  );
  const found = connection(
    page,
    rows,
    (row) => row.key as string,
    (row): Place => ({ streamId: row.stream_id as string, number: Number(row.number) }),
  );
  return withRedemptions(context, found);
}

async function withRedemptions(context: Context, { edges, pageInfo }: Connection<Place>): Promise<Connection<RedemptionType>> {
  const { settings } = await context.program();
  const shown = await Promise.all(
    edges.map(async ({ cursor, node: { streamId, number } }) => {
      const redemption = await context.rewards.redemption({ streamId, number });
      if (!redemption) throw new Error(`entry ${number} of stream ${streamId} has no redemption`);
      return { cursor, node: redemptionType(streamId, number, redemption, settings) };
    }),
  );
  return { edges: shown, nodes: shown.map(({ node }) => node), pageInfo };
}
