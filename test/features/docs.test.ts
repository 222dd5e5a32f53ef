import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeDemo } from '../../src/cli/demo-program.js';
import { blocksOf } from '../support/documents.js';
import { buy, Caller, TestLaurel } from '../support/laurel.js';

/** The programs in the documentation, by the name in their first line. */
const programs = new Map(
  ['front-end', 'dashboards', 'partners'].flatMap((page) =>
    blocksOf(`docs/${page}.md`, 'js').map(({ text }) => [/^\/\/ (\S+\.mjs)\n/.exec(text)?.[1] ?? '', text] as const),
  ),
);

let laurel: TestLaurel;
let shop: Caller;
let folder: string;

beforeAll(async () => {
  laurel = await TestLaurel.start();
  shop = new Caller(laurel.url, (await makeDemo(laurel.app))?.secret ?? null);
  // A folder that has the packages, as the project's has, and gets the programs.
  folder = await mkdtemp(join(tmpdir(), 'laurel-docs-'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  for (const [name, text] of programs) await writeFile(join(folder, name), text);
});
afterAll(async () => {
  await laurel.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Starts a program of the documentation; `said` is what it has printed so far. */
function start(name: string): { process: ChildProcess; said: () => string } {
  const env = {
    PATH: process.env.PATH,
    LAUREL_URL: laurel.url,
    LAUREL_API_KEY: shop.secret ?? '',
    LAUREL_OPERATOR_KEY: laurel.app.operatorKey,
  };
  const child = spawn(process.execPath, [name], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
  return { process: child, said: () => said };
}

async function finish(name: string): Promise<string> {
  const { process: child, said } = start(name);
  const [code] = await once(child, 'close');
  expect([said(), code]).toEqual([expect.any(String), 0]);
  return said();
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; !condition(); i += 1) {
    if (i > 300) throw new Error('it did not happen within 15 s');
    await sleep(50);
  }
}

describe('the programs in the documentation do what the text says', () => {
  test('a member’s page', async () => {
    expect(await finish('member-page.mjs')).toMatch(/^Hello Ada\n\d+ Beans, \d+ of them until .*\nRistretto|^Hello Ada\n\d+ Beans/);
  });

  test('spending once', async () => {
    expect(await finish('spend-once.mjs')).toMatch(/^(\d+) beans left; sent again: \1, replayed: true\n$/);
  });

  test('a year on a test clock', async () => {
    expect(await finish('first-year.mjs')).toMatch(/40 STARS expired\.[\s\S]*a year later: 25 stars, 40 expired\n$/);
  });

  test('a tally that is killed, and misses nothing meanwhile', async () => {
    const first = start('tally.mjs');
    await until(() => first.said().includes('earned 0, spent 0'));
    await buy(shop, 'demo-2', '10.00');
    await until(() => first.said().includes('earned 10, spent 0'));
    first.process.kill('SIGKILL');
    await once(first.process, 'close');
    await buy(shop, 'demo-3', '20.00');
    const second = start('tally.mjs');
    await until(() => second.said().includes('earned 30, spent 0'));
    second.process.kill('SIGKILL');
    await once(second.process, 'close');
  });

  test('none is left out', () => {
    expect([...programs.keys()].sort()).toEqual(['first-year.mjs', 'member-page.mjs', 'spend-once.mjs', 'tally.mjs']);
  });
});
