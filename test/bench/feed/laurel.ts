import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../../src/app.js';
import { readConfig } from '../../../src/config.js';
import { localId } from '../../../src/graphql/global-id.js';
import { verify } from '../../../src/verify.js';
import { type Ask, SELECTION, type Told } from './protocol.js';

/** One process serves, another writes: what is measured is what reaches sockets, and not what commands cost. */
const [databaseUrl, topics, isWriter] = [process.argv[2] as string, Number(process.argv[3]), process.argv[4] === 'write'];
const dataDir = await mkdtemp(join(tmpdir(), 'laurel-bench-'));
const app = await startApp({ ...readConfig({}), port: 0, databaseUrl, dataDir, isDemoWanted: false, rateLimitPerMinute: null }, (...line) =>
  console.error(...line),
);

async function call(secret: string, query: string, variables: unknown = {}): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
  const response = await fetch(app.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

let secret = '';
let programId = '';
const members: string[] = [];

/** A programme of members who will buy. */
async function makeProgram(): Promise<void> {
  const created = await call(
    app.operatorKey,
    'mutation { createProgram(input: { name: "Bench", currencyCode: "USD" }) { secret program { id } } }',
  );
  const { program, ...made } = created.createProgram as { secret: string; program: { id: string } };
  secret = made.secret;
  programId = localId('program', program.id) as string;
  await call(
    secret,
    `mutation {
      createPointCurrency(input: { code: "P", name: "Points" }) { errors { code } }
      createEarningRule(input: { name: "R", pointsPerSpend: { points: "1", per: "1" } }) { errors { code } }
    }`,
  );
  for (let i = 0; i < topics; i += 500) {
    const list = Array.from({ length: Math.min(500, topics - i) }, (_, j) => ({ externalId: `m${i + j}` }));
    const query = 'mutation ($m: [EnrollMemberInput!]!) { enrollMembers(input: { members: $m }) { outcomes { member { id } } } }';
    const { outcomes } = (await call(secret, query, { m: list })).enrollMembers as { outcomes: { member: { id: string } }[] };
    members.push(...outcomes.map(({ member }) => localId('member', member.id) as string));
  }
}

/** Less than a lane takes before it turns commands away. */
const AT_ONCE = 5_000;
let commands = 0;
const purchase = (member: number) => {
  commands += 1;
  return {
    ...{ type: 'RECORD_ACTIVITY', programId, streamId: members[member % members.length] as string, by: 'bench' },
    key: `k${commands}`,
    inputHash: Buffer.alloc(32),
    input: { type: 'PURCHASE', externalId: null, amount: 1_234, currencyCode: 'USD', items: [] },
  };
};

async function obey(ask: Ask): Promise<Told | object> {
  if (ask.do === 'burst') {
    // Everybody follows the first member, or each their own.
    const member = (i: number) => (ask.topics === null ? 0 : i % ask.topics);
    for (let i = 0; i < ask.events; i += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, ask.events - i) }, (_, j) => purchase(member(i + j)));
      await Promise.all(some.map((each) => app.services.journal.submit(each)));
    }
  } else if (ask.do === 'memory') {
    for (let i = 0; i < 5; i += 1) {
      (globalThis as { gc?: () => void }).gc?.();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } else if (ask.do === 'stop') {
    const { differences } = await verify(app.services.reads);
    await app.stop();
    setImmediate(() => process.exit(differences.length === 0 ? 0 : 1));
    return { cpuUs: differences.length, rss: 0 };
  }
  const { user, system } = process.cpuUsage();
  return { cpuUs: user + system, rss: process.memoryUsage().rss };
}
process.on('message', (ask: Ask) => {
  obey(ask).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
const query = `subscription ($m: MemberRef!) { journal(filter: { member: $m }) { ... on StreamItem { cursor } ... on JournalChange { ${SELECTION.replace('cursor ', '')} } } }`;
const one = (externalId: string) => ({ query, variables: { m: { externalId } } });

if (isWriter) await makeProgram();
process.send?.({
  result: { url: app.url.replace('http', 'ws'), init: { authorization: `Bearer ${secret}` }, all: one('m0'), one: one('m{topic}') },
});
