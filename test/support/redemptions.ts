import { readCsv } from '../../src/cli/csv.js';
import { parseRow, type Row, type RowFormat } from '../../src/cli/import-row.js';
import * as api from './generated.js';
import { type Caller, spend } from './laurel.js';

const BATCH = 500;
const CONCURRENCY = 4;

/** The purchases of each member, in file order. */
export async function purchasesByMember(options: RowFormat & { readonly file: string }): Promise<Row[][]> {
  const rows: Row[] = [];
  for await (const record of readCsv(options.file)) rows.push(parseRow(record, options));
  return [...Map.groupBy(rows, ({ member }) => member).values()];
}

/** Enrols each member at the first purchase. */
export async function enrollAtFirst(shop: Caller, members: readonly Row[][]): Promise<void> {
  const firsts = members.map(([first]) => first as Row);
  const enrollRest = async () => {
    while (firsts.length > 0) {
      const input = { members: firsts.splice(0, BATCH).map(({ member, at }) => ({ externalId: member, enrolledAt: at })) };
      const { enrollMembers } = await shop.run(api.EnrollMembersDocument, { input });
      for (const { errors } of enrollMembers?.outcomes ?? []) if (errors.length > 0) throw new Error(JSON.stringify(errors));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, enrollRest));
}

/**
 * Records each member's purchases one after the other; after each, at its instant, the member redeems `points` as often as
 * the balance allows. A call holds the next purchase of many members. Gives the number of redemptions.
 */
export async function buyAndRedeem(shop: Caller, members: readonly Row[][], points: number): Promise<number> {
  // Whoever bought most often begins first, so that the last calls are not nearly empty.
  const waiting = members.toSorted((a, b) => a.length - b.length).map((rows) => [...rows]);
  const counts = await Promise.all(Array.from({ length: CONCURRENCY }, () => serve(shop, waiting, points)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Serves members from the list until none is left, at most a call's worth of them at a time. */
async function serve(shop: Caller, waiting: Row[][], points: number): Promise<number> {
  let count = 0;
  for (let served: Row[][] = []; ; ) {
    served = served.filter((rows) => rows.length > 0);
    served.push(...waiting.splice(-(BATCH - served.length), BATCH - served.length));
    if (served.length === 0) return count;
    const purchases = served.map((rows) => rows.shift() as Row);
    const balances = await record(shop, purchases);
    const redeemed = await Promise.all(purchases.map((purchase, i) => redeem(shop, purchase, balances[i] as number, points)));
    count += redeemed.reduce((sum, times) => sum + times, 0);
  }
}

/** Gives the balance after each purchase as the API says it; 0 for one that earned nothing, after which nothing more can be redeemed. */
async function record(shop: Caller, purchases: readonly Row[]): Promise<number[]> {
  const activities = purchases.map(({ member, money, at, key }) => ({
    member: { externalId: member },
    idempotencyKey: `purchase-${key}`,
    externalId: key,
    purchase: { amount: money },
    effectiveAt: at,
  }));
  const { recordActivities } = await shop.run(api.RecordActivitiesDocument, { input: { activities } });
  return (recordActivities?.outcomes ?? []).map(({ entry, errors }) => {
    if (!entry) throw new Error(JSON.stringify(errors));
    return entry.changes[0]?.balanceAfter ?? 0;
  });
}

/** Gives how many times it did. */
async function redeem(shop: Caller, { member, at }: Row, balance: number, points: number): Promise<number> {
  let [active, times] = [balance, 0];
  for (; active >= points; times += 1) {
    const payload = await spend(shop, member, points, at);
    if (!payload.wallet) throw new Error(JSON.stringify(payload.errors));
    active = payload.entry?.changes[0]?.balanceAfter ?? 0;
  }
  return times;
}
