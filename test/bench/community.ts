import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { localId } from '../../src/graphql/global-id.js';
import { verify } from '../../src/verify.js';
import { Undo } from '../support/undo.js';
import { fillCommunity } from './community-data.js';
import { post } from './load.js';

const USAGE = `npm run bench:community -- [options]
  --posts N    posts of the large programme (1000000)   --longest N  of them in one thread (100000)
  --threads N  threads of the large programme (500)     --requests N of each shape, to each programme (500)
`;
const SMALL = { posts: 1_000, longest: 100, threads: 10 };
const MEMBERS = 200;
const AIM = 2;
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000000' },
    longest: { type: 'string', default: '100000' },
    threads: { type: 'string', default: '500' },
    requests: { type: 'string', default: '500' },
    help: { type: 'boolean', default: false },
  },
});
const print = (line: string) => process.stdout.write(`${line}\n`);

const undo = new Undo();

const POSTS = `nodes { number html createdAt reactions { kind count } ownReactions author { displayName postCount tiers { name } } } pageInfo { endCursor }`;
const PAGE = `query ($id: ID!, $from: Int) { thread(id: $id) { title postCount ownVisit { unreadCount } posts(first: 20, from: $from) { ${POSTS} } } }`;
const SEARCH = `query ($text: String!) { searchPosts(text: $text, first: 20) { nodes { number html thread { title } author { displayName } } } }`;
const LIST = `query ($order: ThreadOrder!) { threads(order: $order, first: 20) { nodes { title postCount reactionCount author { displayName } } } }`;

/** One programme to be asked. */
interface Town {
  readonly name: string;
  readonly token: string;
  readonly thread: string;
  readonly last: number;
}

interface Shape {
  readonly name: string;
  body(town: Town): string;
}

const pick = (n: number): number => Math.floor(Math.random() * n);
const body = (query: string, variables: object): string => JSON.stringify({ query, variables });
const SHAPES: readonly Shape[] = [
  { name: 'first page', body: ({ thread }) => body(PAGE, { id: thread }) },
  { name: 'deep page', body: ({ thread, last }) => body(PAGE, { id: thread, from: 1 + pick(last - 20) }) },
  { name: 'search, common word', body: () => body(SEARCH, { text: `word${pick(5)}` }) },
  { name: 'search, rare word', body: () => body(SEARCH, { text: `word${1_900 + pick(100)}` }) },
  { name: 'search, two words', body: () => body(SEARCH, { text: `word${pick(20)} word${200 + pick(500)}` }) },
  { name: 'threads, hot', body: () => body(LIST, { order: 'HOT' }) },
  { name: 'threads, active', body: () => body(LIST, { order: 'ACTIVE' }) },
  { name: 'threads, top', body: () => body(LIST, { order: 'TOP' }) },
];

async function main(): Promise<number> {
  if (values.help) {
    print(USAGE);
    return 0;
  }
  const [posts, longest, threads, requests] = (['posts', 'longest', 'threads', 'requests'] as const).map((name) =>
    Number(values[name]),
  ) as [number, number, number, number];
  const folder = await mkdtemp(join(tmpdir(), 'laurel-community-'));
  undo.add(() => rm(folder, { recursive: true, force: true }));
  const cluster = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  undo.add(() => cluster.stop('immediate'));
  const config = { ...readConfig({}), port: 0, databaseUrl: cluster.url, dataDir: folder, isDemoWanted: false, rateLimitPerMinute: null };
  const app = await startApp(config, (message, detail) => console.error(message, detail ?? ''));
  undo.add(() => app.stop());
  const pool = new pg.Pool({ connectionString: cluster.url, max: 2 });
  undo.add(() => pool.end());
  const agent = new Agent({ keepAlive: true });
  undo.add(() => agent.destroy());

  const run = async (secret: string | null, query: string, variables: object) => {
    const answer = await post(agent, app.url, secret, body(query, variables));
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data as Record<string, never>;
  };
  const found = async (name: string, size: typeof SMALL): Promise<Town> => {
    const { createProgram } = (await run(app.operatorKey, CREATE_PROGRAM, { input: { name, currencyCode: 'USD' } })) as unknown as Made;
    const secret = createProgram.secret;
    const made = (await run(secret, CREATE_CATEGORY, { input: { name: 'General' } })) as unknown as Made;
    const externalIds = Array.from({ length: MEMBERS }, (_, i) => `m${i}`);
    await run(secret, ENROLL, { input: { members: externalIds.map((externalId) => ({ externalId })) } });
    const ids: string[] = [];
    for (let i = 0; i < size.threads; i += 1) {
      const input = {
        member: { externalId: `m${i % MEMBERS}` },
        category: made.createCategory.category.id,
        title: `Thread ${i} word${i}`,
        body: 'First.',
        idempotencyKey: `t${i}`,
      };
      ids.push(((await run(secret, CREATE_THREAD, { input })) as unknown as Made).createThread.thread.id);
    }
    // Those who opened none take part by what they are called.
    for (const externalId of externalIds.slice(Math.min(size.threads, MEMBERS)))
      await run(secret, PROFILE, { input: { member: { externalId }, displayName: externalId } });
    const { rows } = await pool.query(
      'select id, program_id from members where external_id is not null and program_id = (select program_id from threads where id = $1)',
      [localId('thread', ids[0] as string)],
    );
    const uuids = ids.map((id) => localId('thread', id) as string);
    await fillCommunity(pool, {
      programId: rows[0].program_id,
      threads: uuids,
      members: rows.map(({ id }) => id),
      posts: size.posts,
      longest: size.longest,
    });
    const { createMemberToken } = (await run(secret, TOKEN, {
      input: { member: { externalId: 'm1' }, expiresInSeconds: 3_600 },
    })) as unknown as Made;
    return { name, token: createMemberToken.token, thread: ids[0] as string, last: size.longest };
  };

  const start = performance.now();
  const towns = [await found('small', SMALL), await found('large', { posts, longest, threads })];
  await pool.query('vacuum analyze');
  print(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, node ${process.version}; ${posts} posts, ${longest} of them in one thread, made in ${((performance.now() - start) / 1_000).toFixed(0)} s`,
  );
  let isMissed = false;
  print(`${'ms'.padEnd(22)}${['small p50', 'p99', 'large p50', 'p99', 'p99 ratio'].map((text) => text.padStart(11)).join('')}`);
  for (const shape of SHAPES) {
    const times = new Map(towns.map(({ name }) => [name, [] as number[]]));
    for (let i = 0; i < requests + 50; i += 1) {
      // One after the other in turn, so that whatever else the machine does meets both.
      for (const town of towns) {
        const from = performance.now();
        const answer = await post(agent, app.url, town.token, shape.body(town));
        if (answer.errors) throw new Error(JSON.stringify(answer.errors));
        if (i >= 50) times.get(town.name)?.push(performance.now() - from);
      }
    }
    const [small, large] = towns.map(({ name }) => (times.get(name) ?? []).sort((a, b) => a - b)) as [number[], number[]];
    const at = (sorted: number[], share: number): number => sorted[Math.floor(sorted.length * share)] as number;
    const ratio = at(large, 0.99) / at(small, 0.99);
    if (ratio > AIM) isMissed = true;
    const columns = [at(small, 0.5), at(small, 0.99), at(large, 0.5), at(large, 0.99), ratio].map((value) => value.toFixed(2).padStart(11));
    print(`${shape.name.padEnd(22)}${columns.join('')}${ratio > AIM ? `   aim ${AIM} missed` : ''}`);
  }
  const { differences } = await verify(pool);
  print(`verify: ${differences.length} differences`);
  for (const line of differences.slice(0, 10)) print(line);
  return differences.length > 0 || isMissed ? 1 : 0;
}

interface Made {
  readonly createProgram: { readonly secret: string };
  readonly createCategory: { readonly category: { readonly id: string } };
  readonly createThread: { readonly thread: { readonly id: string } };
  readonly createMemberToken: { readonly token: string };
}
const CREATE_PROGRAM = 'mutation ($input: CreateProgramInput!) { createProgram(input: $input) { secret errors { code } } }';
const CREATE_CATEGORY = 'mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { category { id } errors { code } } }';
const ENROLL = 'mutation ($input: EnrollMembersInput!) { enrollMembers(input: $input) { outcomes { errors { code } } } }';
const CREATE_THREAD = 'mutation ($input: CreateThreadInput!) { createThread(input: $input) { thread { id } errors { code message } } }';
const PROFILE = 'mutation ($input: UpdateCommunityProfileInput!) { updateCommunityProfile(input: $input) { errors { code } } }';
const TOKEN = 'mutation ($input: CreateMemberTokenInput!) { createMemberToken(input: $input) { token errors { code } } }';

main()
  .catch((error: unknown) => {
    console.error(error);
    return 1;
  })
  .then(async (code) => {
    await undo.all();
    process.exit(code);
  });
