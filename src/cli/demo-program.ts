import type { App } from '../app.js';
import { ProgramRow } from '../programs/program.entity.js';

/** Makes a demonstration programme through the API, where there is no programme yet. Gives its key; null when there was one. */
export async function makeDemo({ url, operatorKey, services }: App): Promise<{ secret: string } | null> {
  if ((await services.orm.em.fork().count(ProgramRow)) > 0) return null;
  const call = async (key: string, query: string, variables: Record<string, unknown> = {}): Promise<unknown> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: { message: string }[] };
    if (errors?.[0]) throw new Error(`the demonstration programme was not made: ${errors[0].message}`);
    return data;
  };
  const created = (await call(
    operatorKey,
    'mutation { createProgram(input: { name: "Demo Coffee & Records", currencyCode: "USD", timeZone: "America/New_York" }) { secret } }',
  )) as {
    createProgram: { secret: string };
  };
  const { secret } = created.createProgram;
  await call(
    secret,
    `mutation {
      createPointCurrency(input: { code: "BEANS", name: "Beans", isQualifying: true, expiry: { mode: AFTER_PERIOD, period: "P12M", roundUpTo: MONTH } }) { errors { message } }
      createTierSet(input: { name: "Status", measure: SPEND, tiers: [
        { name: "Espresso", threshold: "0" }, { name: "Cappuccino", threshold: "100" }, { name: "Flat White", threshold: "500" }] }) { errors { message } }
      spend: createEarningRule(input: { name: "A bean a dollar", pointsPerSpend: { points: "1", per: "1.00" } }) { errors { message } }
      review: createEarningRule(input: { name: "Record review", fixedPoints: { points: "25", event: "review" } }) { errors { message } }
    }`,
  );
  const names = ['Ada', 'Billie', 'Chet', 'Dinah', 'Ella', 'Fela', 'Gil', 'Herbie', 'Ida', 'John', 'Kate', 'Louis'];
  const members = names.map((name, i) => ({ externalId: `demo-${i + 1}`, givenName: name, email: `${name.toLowerCase()}@example.com` }));
  await call(
    secret,
    'mutation ($members: [EnrollMemberInput!]!) { enrollMembers(input: { members: $members }) { outcomes { errors { message } } } }',
    { members },
  );
  const activities = members.flatMap(({ externalId }, i) => [
    { member: { externalId }, idempotencyKey: `demo-${i}-purchase`, externalId: `order-${i}`, purchase: { amount: `${(i + 1) * 17}.50` } },
    ...(i % 3 === 0 ? [{ member: { externalId }, idempotencyKey: `demo-${i}-review`, event: { name: 'review' } }] : []),
  ]);
  await call(
    secret,
    'mutation ($activities: [RecordActivityInput!]!) { recordActivities(input: { activities: $activities }) { outcomes { errors { message } } } }',
    { activities },
  );
  return { secret };
}
