import { startApp } from '../../../src/app.js';
import { readConfig } from '../../../src/config.js';
import { entryId, streamKindOf } from '../../../src/graphql/global-id.js';
import type { BatchRecord } from '../../../src/journal/observer.js';
import { verify } from '../../../src/verify.js';
import { FeedWatch } from '../../support/feed-watch.js';
import { BenchProgram } from '../program.js';
import { answerParent, type Commits, collect, type LaurelAddress, type LaurelAsk, nowMs, SELECTION, told } from './protocol.js';

/**
 * `write` makes the programme and writes bursts, `serve` serves the sockets of one that another process made: so what is
 * measured is what reaches sockets, and not what commands cost. `both` is one Laurel that does all.
 */
type Role = 'write' | 'serve' | 'both';
const [databaseUrl, dataDir, topics, role] = [
  process.argv[2] as string,
  process.argv[3] as string,
  Number(process.argv[4]),
  process.argv[5] as Role,
];

let commits: Record<string, number> = {};
function notice({ outcomes }: BatchRecord): void {
  const at = nowMs();
  for (const outcome of outcomes) {
    if (outcome instanceof Error || !('entries' in outcome)) continue;
    for (const entry of outcome.entries) commits[entryId(streamKindOf(entry), entry.streamId, entry.number)] = at;
  }
}

const config = { ...readConfig({}), port: 0, databaseUrl, dataDir, isDemoWanted: false, rateLimitPerMinute: null };
const app = await startApp(config, (...line) => console.error(...line), { observers: role === 'both' ? [{ batch: notice }] : [] });
const watch = new FeedWatch(app);

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

async function burst(events: number, to: number | null): Promise<void> {
  // Everybody follows the first member, or each their own.
  const member = (i: number) => (to === null ? 0 : i % to);
  for (let i = 0; i < events; i += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, events - i) }, (_, j) => purchase(member(i + j)));
    await Promise.all(some.map((each) => app.services.journal.submit(each)));
  }
}

async function stop(): Promise<void> {
  const { differences } = await verify(app.services.reads);
  await app.stop();
  if (differences.length > 0) throw new Error(`verify found differences:\n${differences.join('\n')}`);
  setImmediate(() => process.exit(0));
}

function takeCommits(): Commits {
  const taken = commits;
  commits = {};
  return taken;
}

answerParent(async (ask: LaurelAsk) => {
  if (ask.do === 'commits') return takeCommits();
  if (ask.do === 'held') return watch.held();
  if (ask.do === 'burst') await burst(ask.events, ask.topics);
  else if (ask.do === 'memory') await collect();
  else if (ask.do === 'stop') await stop();
  return told();
});

const journal = (filter: string) =>
  `journal${filter} { ... on StreamItem { cursor } ... on JournalChange { ${SELECTION.replace('cursor ', '')} } }`;
const one = (externalId: string) => ({
  query: `subscription ($m: MemberRef!) { ${journal('(filter: { member: $m })')} }`,
  variables: { m: { externalId } },
});

if (role !== 'serve') await makeProgram();
const address: LaurelAddress = {
  ...{ api: app.url, secret, url: app.url.replace('http', 'ws'), init: { authorization: `Bearer ${secret}` } },
  ...{ all: one('m0'), one: one('m{topic}'), program: { query: `subscription { ${journal('')} }` } },
};
process.send?.({ result: address });
