import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { caller } from '../../src/cli/import-api.js';
import type { ImportOptions } from '../../src/cli/import-csv.js';
import * as api from './generated.js';
import type { Caller } from './laurel.js';

const FILE = join(process.env.LAUREL_DATASETS ?? '../shared/data', 'cdnow', 'transactions.csv');

/** Tests on the CDNOW purchases; reported as skipped where the data set is not there. */
export const withCdnow = existsSync(FILE) ? describe : describe.skip;

/** Balances are read as of this instant, tiers as of the end of 1997. */
export const END = '1998-06-30T23:59:59Z';
const END_OF_1997 = '1997-12-31T23:59:59Z';
const DAY_MS = 86_400_000;

/** How the file is to be read. */
export const cdnowImport = (url: string, secret: string): ImportOptions => ({
  file: FILE,
  member: 'member_id',
  amount: 'amount_cents',
  amountUnit: 'minor',
  currency: 'USD',
  at: 'date',
  zone: 'UTC',
  key: 'line',
  quantity: 'units',
  concurrency: 4,
  batch: 500,
  call: caller(url, secret),
});

/** What purchases come to by mere arithmetic where nothing is spent: a point a dollar, each good for 365 days. */
export function figuresOf(purchases: readonly { readonly money: string | number; readonly at: string }[]) {
  let [earned, expired] = [0, 0];
  for (const { money, at } of purchases) {
    const points = Math.floor(Number(money));
    earned += points;
    if (Date.parse(at) + 365 * DAY_MS <= Date.parse(END)) expired += points;
  }
  return { earned, expired, active: earned - expired };
}

export async function readMembers(shop: Caller) {
  const all: NonNullable<NonNullable<api.MembersAsOfQuery['members']>['nodes']>[number][] = [];
  let after: string | null = null;
  for (;;) {
    const { members }: api.MembersAsOfQuery = await shop.run(api.MembersAsOfDocument, { first: 100, after, standingAsOf: END_OF_1997 });
    all.push(...(members?.nodes ?? []));
    if (!members?.pageInfo.hasNextPage) return all;
    after = members.pageInfo.endCursor ?? null;
  }
}

/** The wallet of every member. */
export async function readWallets(shop: Caller) {
  const all: NonNullable<NonNullable<NonNullable<api.WalletsQuery['members']>['nodes']>[number]['wallet']>[] = [];
  let after: string | null = null;
  for (;;) {
    const { members }: api.WalletsQuery = await shop.run(api.WalletsDocument, { first: 100, after });
    for (const { wallet } of members?.nodes ?? []) if (wallet) all.push(wallet);
    if (!members?.pageInfo.hasNextPage) return all;
    after = members.pageInfo.endCursor ?? null;
  }
}

export async function* readJournal(shop: Caller, kinds: api.JournalEntryKind[]) {
  let after: string | null = null;
  for (;;) {
    const { journal }: api.JournalQuery = await shop.run(api.JournalDocument, { filter: { kinds }, after, first: 500 });
    yield* journal?.items ?? [];
    if (!journal?.hasMore) return;
    after = journal.cursor;
  }
}
