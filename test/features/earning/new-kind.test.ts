import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blocksOf } from '../../support/documents.js';
import { createDatabase, dropDatabase } from '../../support/laurel.js';

const run = promisify(execFile);
const GUIDE = 'docs/earning-rules.md';
const files = blocksOf(GUIDE, 'ts').map(({ text }) => ({ path: /^\/\/ (\S+)\n/.exec(text)?.[1] ?? '', text }));
const [changes] = blocksOf(GUIDE, 'diff').map(({ text }) => text.split(/^--- /m).slice(1));

let folder: string;
let databaseUrl: string;
beforeAll(async () => {
  databaseUrl = await createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'laurel-new-kind-'));
  for (const name of ['src', 'tsconfig.json', 'tsconfig.build.json', 'package.json'])
    await cp(name, join(folder, name), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await dropDatabase(databaseUrl);
});

/** Puts each line with a plus behind the line above it, which the file has once. */
async function apply(change: string): Promise<string> {
  const [path = '', ...lines] = change.trimEnd().split('\n');
  const text = (await readFile(join(folder, path), 'utf8')).split('\n');
  let at = -1;
  for (const line of lines) {
    if (line.startsWith('+')) {
      at += 1;
      text.splice(at, 0, line.slice(1));
      continue;
    }
    at = text.indexOf(line.slice(1));
    expect([path, line, at >= 0, text.lastIndexOf(line.slice(1)) === at]).toEqual([path, line, true, true]);
  }
  await writeFile(join(folder, path), text.join('\n'));
  return path;
}

/** What the guide promises, asked of what was built by it. */
const PROGRAM = `
import { startApp } from './dist/app.js';
import { readConfig } from './dist/config.js';
const config = { ...readConfig({}), port: 0, databaseUrl: process.env.DATABASE_URL, dataDir: './data', isDemoWanted: false };
const app = await startApp(config, () => {});
const ask = async (key, query, variables = {}) => {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + key };
  const { data, errors } = await (await fetch(app.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};
const { createProgram: { secret } } = await ask(app.operatorKey, 'mutation { createProgram(input: { name: "New", currencyCode: "USD" }) { secret } }');
await ask(secret, 'mutation { createPointCurrency(input: { code: "POINTS", name: "Points" }) { errors { code } } }');
await ask(secret, 'mutation { enrollMember(input: { externalId: "ada" }) { errors { code } } }');
const { createEarningRule } = await ask(secret,
  'mutation ($input: CreateEarningRuleInput!) { createEarningRule(input: $input) { earningRule { __typename ... on SpareChangeRule { points } } errors { message } } }',
  { input: JSON.parse(process.env.RULE) });
const purchase = 'member: { externalId: "ada" }, purchase: { amount: "3.40" }';
const { previewActivity } = await ask(secret, 'query { previewActivity(input: { ' + purchase + ' }) { awards { granted } } }');
const { recordActivity } = await ask(secret, 'mutation { recordActivity(input: { idempotencyKey: "1", ' + purchase + ' }) { awards { granted } entry { explanation } } }');
await app.stop();
console.log(JSON.stringify({ createEarningRule, previewActivity, recordActivity }));
`;

test('a new kind of rule touches one folder: what the guide says is built, and earns what it says', async () => {
  // given
  const touched: string[] = [];
  for (const { path, text } of files) {
    await writeFile(join(folder, path), text);
    touched.push(path);
  }
  for (const change of changes ?? []) touched.push(await apply(change));
  expect(touched).toHaveLength(4);
  expect(touched.filter((path) => !path.startsWith('src/earning/kinds/'))).toEqual([]);

  // when
  const { stdout: complaints } = await run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: folder,
  }).catch((error: { stdout: string }) => error);
  expect(complaints).toBe('');
  await writeFile(join(folder, 'guide.mjs'), PROGRAM);
  const [rule] = blocksOf(GUIDE, 'json').map(({ text }) => text);
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, RULE: rule };
  const { stdout } = await run(process.execPath, ['guide.mjs'], { cwd: folder, env });

  // then
  const awards = [{ granted: 60 }];
  const shares = [expect.objectContaining({ name: 'Spare change', formula: '1 for each of 60', points: 60 })];
  expect(JSON.parse(stdout)).toEqual({
    createEarningRule: { earningRule: { __typename: 'SpareChangeRule', points: '1' }, errors: [] },
    previewActivity: { awards },
    recordActivity: { awards, entry: { explanation: { awards: [expect.objectContaining({ shares })] } } },
  });
}, 180_000);
