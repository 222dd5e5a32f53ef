import type { App } from '../app.js';
import { ProgramRow } from '../programs/program.entity.js';
import { demoHistory } from './demo-history.js';
import { type Call, caller } from './import-api.js';

const BATCH = 500;

const CREATE = `mutation {
  createProgram(input: { name: "Demo Coffee & Records", currencyCode: "USD", timeZone: "America/New_York" }) { secret errors { message } }
}`;
const SET_UP = `mutation ($partyFrom: DateTimeISO!, $partyTo: DateTimeISO!) {
  createPointCurrency(input: { code: "BEANS", name: "Beans", isQualifying: true, expiry: { mode: AFTER_PERIOD, period: "P6M", roundUpTo: MONTH } }) { errors { message } }
  createTierSet(input: { name: "Status", measure: SPEND, tiers: [
    { name: "Espresso", threshold: "0" }, { name: "Cappuccino", threshold: "200" },
    { name: "Flat White", threshold: "500" }, { name: "Ristretto", threshold: "1500" }] }) { errors { message } }
  spend: createEarningRule(input: { name: "A bean a dollar", pointsPerSpend: { points: "1", per: "1.00" } }) { errors { message } }
  party: createEarningRule(input: { name: "Birthday fortnight: beans twice", pointsPerSpend: { points: "1", per: "1.00" }, validFrom: $partyFrom, validTo: $partyTo }) { errors { message } }
  review: createEarningRule(input: { name: "Record review", fixedPoints: { points: "25", event: "review" } }) { errors { message } }
  friend: createEarningRule(input: { name: "Brought a friend", fixedPoints: { points: "100", event: "referral" } }) { errors { message } }
  cup: createEarningRule(input: { name: "Came with an own cup", fixedPoints: { points: "5", event: "own-cup" } }) { errors { message } }
}`;
const ENROLL = `mutation ($members: [EnrollMemberInput!]!) {
  enrollMembers(input: { members: $members }) { outcomes { errors { message } } } }`;
const RECORD = `mutation ($activities: [RecordActivityInput!]!) {
  recordActivities(input: { activities: $activities }) { outcomes { errors { message } } } }`;
const SPEND = `mutation ($input: SpendPointsInput!) { spendPoints(input: $input) { errors { message } } }`;

const DAY_MS = 86_400_000;

/**
 * Makes a demonstration programme where there is no programme yet, by nothing but the public API.
 * @returns its key; null when there was a programme
 */
export async function makeDemo({ url, operatorKey, services }: App, now = Date.now()): Promise<{ secret: string } | null> {
  if ((await services.orm.em.fork().count(ProgramRow)) > 0) return null;
  const { createProgram } = await caller(url, operatorKey)<{ createProgram: { secret: string } }>(CREATE, {});
  const call = caller(url, createProgram.secret);
  const instant = (daysAgo: number) => new Date(now - daysAgo * DAY_MS).toISOString();
  await insist(call, SET_UP, { partyFrom: instant(60), partyTo: instant(46) });
  const { members, activities, spends } = demoHistory(now);
  await insist(call, ENROLL, { members });
  for (let i = 0; i < activities.length; i += BATCH) await insist(call, RECORD, { activities: activities.slice(i, i + BATCH) });
  // Who has too few beans that day is refused, as in life.
  await Promise.all(
    spends.map(({ externalId, amount, reason }) =>
      call(SPEND, { input: { member: { externalId }, amount, reason, idempotencyKey: `demo-history-${externalId}-spend` } }),
    ),
  );
  return { secret: createProgram.secret };
}

/** @throws Error at the first refusal: the history is made so that there is none */
async function insist(call: Call, query: string, variables: unknown): Promise<void> {
  const data = await call<Record<string, Payload>>(query, variables);
  for (const { errors, outcomes } of Object.values(data)) {
    const [error] = errors ?? (outcomes ?? []).flatMap((outcome) => outcome.errors ?? []);
    if (error) throw new Error(`the demonstration programme was not made: ${error.message}`);
  }
}

interface Payload {
  readonly errors?: readonly { readonly message: string }[];
  readonly outcomes?: readonly Payload[];
}
