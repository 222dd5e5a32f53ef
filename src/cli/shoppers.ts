import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pick, type Random } from './demo-random.js';
import { usualBasket } from './demo-shop.js';
import type { Call } from './import-api.js';

export interface Shopper {
  readonly id: string;
  readonly givenName: string | null;
}

export interface Shopping {
  readonly call: Call;
  readonly shoppers: readonly [Shopper, ...Shopper[]];
  /** Commands a second. */
  readonly rate: number;
  readonly random: Random;
  readonly signal: AbortSignal;
  readonly onRefusal: (shopper: Shopper, message: string) => void;
}

const RECORD = `mutation ($input: RecordActivityInput!) { done: recordActivity(input: $input) { errors { message } } }`;
const SPEND = `mutation ($input: SpendPointsInput!) { done: spendPoints(input: $input) { errors { message } } }`;

const TREATS: readonly [Treat, ...Treat[]] = [
  [10, 'A cappuccino'],
  [25, 'A bag of beans'],
  [120, 'A record'],
];
type Treat = readonly [points: number, reason: string];

/** The members who go shopping: the first ones of the programme. */
export async function findShoppers(call: Call, count: number): Promise<readonly Shopper[]> {
  const query = 'query ($count: Int!) { members(first: $count, filter: { status: ACTIVE }) { nodes { id givenName } } }';
  return (await call<{ members: { nodes: Shopper[] } }>(query, { count })).members.nodes;
}

/** Sends one command after the other until the signal is given. @returns how many were done */
export async function shop({ call, shoppers, rate, random, signal, onRefusal }: Shopping): Promise<number> {
  let done = 0;
  while (!signal.aborted) {
    const shopper = pick(shoppers, random);
    const [query, what] = nextWish(random);
    // A key for each wish: the caller sends the same one again when an answer was lost.
    const input = { member: { id: shopper.id }, idempotencyKey: `shopper-${randomUUID()}`, ...what };
    const answer = await call<{ done: { errors: { message: string }[] } }>(query, { input });
    const [error] = answer.done.errors;
    if (error) onRefusal(shopper, error.message);
    else done += 1;
    // Visitors do not come by the clock.
    await sleep((1_000 / rate) * (0.5 + random()), undefined, { signal }).catch(() => {});
  }
  return done;
}

function nextWish(random: Random): [query: string, what: object] {
  const luck = random();
  if (luck < 0.6) return [RECORD, { purchase: usualBasket(random) }];
  if (luck < 0.75) return [RECORD, { event: { name: 'review' } }];
  if (luck < 0.85) return [RECORD, { event: { name: 'own-cup' } }];
  const [amount, reason] = pick(TREATS, random);
  return [SPEND, { amount, reason }];
}
