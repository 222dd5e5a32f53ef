import type pg from 'pg';
import { load } from './load.js';
import { MEMBERS_OF_BENCH } from './orders.js';
import { tpcB } from './pgbench.js';
import type { Worker } from './worker.js';

/** What the shapes run against. */
export interface Targets {
  readonly pgbench: string | null;
  readonly urlOf: (database: string) => string;
  readonly tpcB: Readonly<Record<'tpcb50' | 'tpcb1', pg.Client>>;
  readonly laurel: { readonly worker: Worker; readonly url: string; readonly secret: string };
  readonly usual: { readonly worker: Worker; readonly url: string };
}

/** One kind of load. `run` gives units (transactions, commands, requests, activities) a second. */
export interface Shape {
  readonly key: string;
  readonly name: string;
  /** The process whose CPU is counted for it, besides PostgreSQL's; null: none of ours. */
  readonly server: 'laurel' | 'usual' | null;
  run(seconds: number): Promise<number>;
}

const SINGLE = `mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { entry { changes { amount balanceAfter } } replayed errors { code } } }`;
const BULK = `mutation ($activities: [RecordActivityInput!]!) { recordActivities(input: { activities: $activities }) { outcomes { replayed errors { code } } } }`;
const USUAL = `mutation ($input: RecordInput!) { recordActivity(input: $input) { entry { points balanceAfter } replayed } }`;

const body = (query: string, variables: object) => JSON.stringify({ query, variables });
const someone = () => `m${Math.floor(Math.random() * MEMBERS_OF_BENCH)}`;
let sent = 0;
const key = () => `http-${(sent += 1)}`;
const activity = () => ({ member: { externalId: someone() }, idempotencyKey: key(), purchase: { amount: '12.50' } });

/** All shapes, in the order of a round. */
export function shapes({ pgbench, urlOf, tpcB: clients, laurel, usual }: Targets): Shape[] {
  /** The best of four numbers of clients. Each begins as pgbench does by itself: dead rows of the two small tables vacuumed. */
  const bestTpcB = async (database: 'tpcb50' | 'tpcb1', seconds: number) => {
    let best = 0;
    for (const connections of [4, 8, 16, 32]) {
      for (const table of ['pgbench_branches', 'pgbench_tellers']) await clients[database].query(`vacuum ${table}`);
      best = Math.max(best, await tpcB(pgbench as string, urlOf(database), connections, Math.max(2, seconds / 2)));
    }
    return best;
  };
  const inLaurel = async (what: 'core' | 'capped' | 'hot' | 'deep' | 'new', seconds: number) =>
    (await laurel.worker.ask<{ perSecond: number }>({ do: what, seconds })).perSecond;
  const post = (connections: number, seconds: number, next: () => string) => load(laurel.url, laurel.secret, connections, seconds, next);

  const withPgbench: Shape[] = [
    { key: 'tpcb50', name: 'TPC-B scale 50, best of 4, 8, 16, 32 clients, tps', server: null, run: (s) => bestTpcB('tpcb50', s) },
    { key: 'tpcb1', name: 'TPC-B scale 1, best of 4, 8, 16, 32 clients, tps', server: null, run: (s) => bestTpcB('tpcb1', s) },
    {
      key: 'prepared',
      name: 'TPC-B scale 50, prepared, 16 clients, tps (for information)',
      server: null,
      run: (s) => tpcB(pgbench as string, urlOf('tpcb50'), 16, Math.max(2, s / 2), 'prepared'),
    },
  ];
  return [
    ...(pgbench ? withPgbench : []),
    { key: 'core', name: 'core, 256 callers, commands/s', server: 'laurel', run: (s) => inLaurel('core', s) },
    { key: 'capped', name: 'core, all members under one cap, commands/s', server: 'laurel', run: (s) => inLaurel('capped', s) },
    { key: 'hot', name: 'one hot member, 256 callers, commands/s', server: 'laurel', run: (s) => inLaurel('hot', s) },
    { key: 'deep', name: 'members with a long past, 16 callers, commands/s', server: 'laurel', run: (s) => inLaurel('deep', s) },
    { key: 'new', name: 'new members, 16 callers, commands/s', server: 'laurel', run: (s) => inLaurel('new', s) },
    {
      key: 'redeem',
      name: 'redemptions of one reward, stock 20,000 until it is gone, 64 clients, redemptions/s',
      server: 'laurel',
      run: async () => (await laurel.worker.ask<{ perSecond: number }>({ do: 'redeem' })).perSecond,
    },
    {
      key: 'single',
      name: 'single mutations, 64 connections, requests/s',
      server: 'laurel',
      run: (s) => post(64, s, () => body(SINGLE, { input: activity() })),
    },
    {
      key: 'usual',
      name: 'the usual way, 64 connections, requests/s',
      server: 'usual',
      run: (s) =>
        load(usual.url, null, 64, s, () => body(USUAL, { input: { externalId: someone(), idempotencyKey: key(), amount: 1250 } })),
    },
    {
      key: 'bulk',
      name: 'bulk of 500, 4 connections, activities/s',
      server: 'laurel',
      run: async (s) => 500 * (await post(4, s, () => body(BULK, { activities: Array.from({ length: 500 }, activity) }))),
    },
    {
      key: 'typename',
      name: '{ __typename }, 64 connections, requests/s',
      server: 'laurel',
      run: (s) => post(64, s, () => '{"query":"{ __typename }"}'),
    },
  ];
}

/** Name, above, below, and the least that the ratio shall be where something is promised. */
export const RATIOS: readonly { readonly name: string; readonly above: string; readonly below: string; readonly least?: number }[] = [
  { name: 'RATIO core / TPC-B scale 50', above: 'core', below: 'tpcb50', least: 6 },
  { name: 'RATIO hot member / TPC-B scale 1', above: 'hot', below: 'tpcb1', least: 6 },
  { name: 'RATIO members with a long past / new members', above: 'deep', below: 'new', least: 0.8 },
  { name: 'RATIO core under a cap that all members share / core', above: 'capped', below: 'core' },
  { name: 'RATIO redemptions / TPC-B scale 1', above: 'redeem', below: 'tpcb1', least: 3 },
  { name: 'RATIO single / the usual way', above: 'single', below: 'usual', least: 3 },
  { name: 'RATIO bulk / TPC-B scale 50', above: 'bulk', below: 'tpcb50', least: 3 },
];
