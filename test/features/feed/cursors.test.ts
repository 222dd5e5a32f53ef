import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CursorSeal } from '../../../src/feed/cursor.js';
import { localId } from '../../../src/graphql/global-id.js';
import { buy, type Caller, enroll, openShop } from '../../support/laurel.js';
import { WriterAndReader, wakers } from '../../support/wakers.js';

const BALANCE = `subscription ($member: MemberRef!, $after: String) {
  it: balanceChanged(member: $member, after: $after) {
    __typename ... on StreamItem { cursor } ... on BalanceSnapshot { number } ... on BalanceChange { number follows } ... on StreamReset { reason }
  }
}`;
const TIER = BALANCE.replace('balanceChanged', 'tierChanged').replaceAll('Balance', 'Tier');
const JOURNAL = `subscription ($filter: JournalFilter, $after: String) {
  it: journal(filter: $filter, after: $after) {
    __typename ... on StreamItem { cursor } ... on JournalSnapshot { number } ... on JournalChange { number follows } ... on StreamReset { reason }
    ... on StreamBookmark { number }
  }
}`;
const PAGE = `query ($filter: JournalFilter, $after: String) {
  journal(filter: $filter, after: $after) { items { cursor number follows } cursor hasMore }
}`;

interface Item {
  readonly __typename: string;
  readonly cursor: string;
  readonly number?: number;
  readonly follows?: number;
  readonly reason?: string;
}

describe.each(wakers)('cursors, of subscriptions woken %s,', (waker) => {
  let laurel: WriterAndReader;
  let shop: Caller;
  let id: string;
  beforeAll(async () => {
    laurel = await WriterAndReader.start(waker);
    shop = await laurel.writer.program();
    await openShop(shop);
    id = await enroll(shop, 'ada');
    for (let i = 0; i < 3; i += 1) await buy(shop, 'ada', '10');
    await enroll(shop, 'bob');
  });
  afterAll(() => laurel.stop());

  /** The first items of a subscription, or the code that it is refused with. */
  async function first(query: string, variables: Record<string, unknown>, count = 1): Promise<Item[] | string> {
    const client = laurel.reading(shop).live();
    const items: Item[] = [];
    try {
      for await (const { data, errors } of client.iterate<{ it: Item }>({ query, variables })) {
        if (errors) return String(errors[0]?.extensions?.code);
        items.push((data as { it: Item }).it);
        if (items.length === count) break;
      }
      return items;
    } finally {
      await client.dispose();
    }
  }
  const page = async (variables: Record<string, unknown>) => {
    const answer = await shop.ask<{ journal: { items: Item[]; cursor: string } }, Record<string, unknown>>(PAGE, variables);
    return answer.errors?.[0]?.extensions.code ?? answer.data.journal;
  };
  const ofAda = () => ({ filter: { member: { id } } });

  test('of one stream serve every subscription to it, and its pages', async () => {
    const read = (await page(ofAda())) as { items: Item[] };
    expect(read.items.map(({ number, follows }) => [number, follows])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 3],
    ]);
    const after = read.items[1]?.cursor;
    expect(await first(BALANCE, { member: { id }, after }, 2)).toMatchObject([
      { __typename: 'BalanceChange', number: 3, follows: 2 },
      { number: 4, follows: 3 },
    ]);
    const [change] = (await first(JOURNAL, { ...ofAda(), after })) as Item[];
    expect(change).toMatchObject({ __typename: 'JournalChange', number: 3, follows: 2 });
    expect(await page({ ...ofAda(), after: change?.cursor })).toMatchObject({ items: [{ number: 4, follows: 3 }] });
    // Behind the last entry nothing was missed, and that is what is said first.
    const last = read.items.at(-1)?.cursor;
    expect(await first(TIER, { member: { id }, after: last })).toMatchObject([{ __typename: 'StreamBookmark' }]);
    expect(await first(JOURNAL, { ...ofAda(), after: last })).toMatchObject([{ __typename: 'StreamBookmark', number: 4 }]);
  });

  test('of another stream, of the whole programme, or of nowhere are refused', async () => {
    const [bob] = (await first(JOURNAL, { filter: { member: { externalId: 'bob' } } })) as Item[];
    const [whole] = (await first(JOURNAL, {})) as Item[];
    for (const after of [bob?.cursor, whole?.cursor, 'AAAA', '']) {
      expect([await first(BALANCE, { member: { id }, after }), await page({ ...ofAda(), after })]).toEqual([
        'BAD_USER_INPUT',
        'BAD_USER_INPUT',
      ]);
    }
    expect(await first(JOURNAL, { after: bob?.cursor })).toBe('BAD_USER_INPUT');
  });

  test('that are ahead, or of another epoch, are answered with a reset and a snapshot of one cursor', async () => {
    const { feed, reads } = laurel.writer.app.services;
    const [programId, streamId] = [localId('program', (await viewer()) as string) as string, localId('member', id) as string];
    const ahead = feed.streamCursors(programId, streamId).at(9);
    const { rows } = await reads.query<{ secret: Buffer }>('select secret from installation');
    const other = new CursorSeal(rows[0]?.secret as Buffer, 'another');
    const old = (number: number) => other.seal({ epoch: 'another', programId, stream: { streamId, number }, positions: [] });
    for (const [after, reason] of [
      [ahead, 'CURSOR_AHEAD'],
      [old(1), 'EPOCH_CHANGED'],
      // Of a reason that comes first nothing else matters.
      [old(9), 'EPOCH_CHANGED'],
    ] as const) {
      const [reset, snapshot] = (await first(BALANCE, { member: { id }, after }, 2)) as [Item, Item];
      expect([reset, snapshot]).toMatchObject([
        { __typename: 'StreamReset', reason },
        { __typename: 'BalanceSnapshot', number: 4 },
      ]);
      expect(snapshot.cursor).toBe(reset.cursor);
      expect(await page({ ...ofAda(), after })).toBe('BAD_USER_INPUT');
    }
  });

  async function viewer(): Promise<string | undefined> {
    const { data } = await shop.ask<{ viewer: { programId: string } }, object>('{ viewer { programId } }');
    return data.viewer.programId;
  }
});
