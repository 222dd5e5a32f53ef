import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../../src/app.js';
import { readConfig } from '../../../src/config.js';
import { verify } from '../../../src/verify.js';
import { BenchProgram } from '../program.js';
import { type Ask, collect, SELECTION, type Told, told } from './protocol.js';

/** One process serves, another writes: what is measured is what reaches sockets, and not what commands cost. */
const [databaseUrl, topics, isWriter] = [process.argv[2] as string, Number(process.argv[3]), process.argv[4] === 'write'];
const dataDir = await mkdtemp(join(tmpdir(), 'laurel-bench-'));
const app = await startApp({ ...readConfig({}), port: 0, databaseUrl, dataDir, isDemoWanted: false, rateLimitPerMinute: null }, (...line) =>
  console.error(...line),
);

let secret = '';
let programId = '';
let members: readonly string[] = [];

/** A programme of members who will buy. */
async function makeProgram(): Promise<void> {
  const settings = `
    createPointCurrency(input: { code: "P", name: "Points" }) { errors { code } }
    createEarningRule(input: { name: "R", pointsPerSpend: { points: "1", per: "1" } }) { errors { code } }`;
  const program = await BenchProgram.create(app, 'Bench', settings);
  ({ secret, id: programId } = program);
  members = await program.enroll(Array.from({ length: topics }, (_, i) => ({ externalId: `m${i}` })));
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

async function obey(ask: Ask): Promise<Told> {
  if (ask.do === 'burst') {
    // Everybody follows the first member, or each their own.
    const member = (i: number) => (ask.topics === null ? 0 : i % ask.topics);
    for (let i = 0; i < ask.events; i += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, ask.events - i) }, (_, j) => purchase(member(i + j)));
      await Promise.all(some.map((each) => app.services.journal.submit(each)));
    }
  } else if (ask.do === 'memory') await collect();
  else if (ask.do === 'stop') {
    const { differences } = await verify(app.services.reads);
    await app.stop();
    if (differences.length > 0) throw new Error(`verify found differences:\n${differences.join('\n')}`);
    setImmediate(() => process.exit(0));
  }
  return told();
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
