import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blocksOf } from '../support/documents.js';
import * as api from '../support/generated.js';
import { type Caller, enroll, newKey, openShop, TestLaurel } from '../support/laurel.js';
import { type ProxiedConnection, TcpProxy, targetOf } from '../support/tcp-proxy.js';

const MEMBERS = ['one', 'two', 'three'];
const ROUNDS = 40;
const CUTS = 6;

const PURCHASES = `query ($after: String) {
  journal(after: $after, first: 500, filter: { kinds: [ACTIVITY_RECORDED] }) { items { number entry { streamId } } cursor hasMore }
}`;
interface Page {
  readonly items: readonly { readonly number: number; readonly entry: { readonly streamId: string } }[];
  readonly cursor: string;
  readonly hasMore: boolean;
}

const programs = new Map(blocksOf('docs/clients.md', 'js').map(({ text }) => [/^\/\/ (\S+\.mjs)\n/.exec(text)?.[1] ?? '', text] as const));

/** A network that breaks in the middle of what the server sends, again and again. */
class Breaking {
  cuts = 0;
  isOn = false;
  private left = 8;

  readonly onServerData = (_data: Buffer, connection: ProxiedConnection): boolean | undefined => {
    if (!this.isOn || this.cuts >= CUTS || (this.left -= 1) > 0) return undefined;
    this.cuts += 1;
    this.left = 6 + Math.floor(Math.random() * 8);
    connection.cut();
    return false;
  };
}

describe('the clients of the documentation lose nothing and double nothing', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let folder: string;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program();
    await openShop(shop);
    for (const name of MEMBERS) await enroll(shop, name);
    // A folder that has the packages, as the project's has, and the small client, and gets the programs.
    folder = await mkdtemp(join(tmpdir(), 'laurel-clients-'));
    await symlink(resolve('node_modules'), join(folder, 'node_modules'));
    await symlink(resolve('dist/client'), join(folder, 'client'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    for (const [name, text] of programs) await writeFile(join(folder, name), text);
  });
  afterAll(async () => {
    await laurel.stop();
    await rm(folder, { recursive: true, force: true });
  });

  function start(name: string, url: string, more: Record<string, string>): { process: ChildProcess; lines: string[] } {
    const env = { PATH: process.env.PATH, LAUREL_URL: url, LAUREL_API_KEY: shop.secret ?? '', ...more };
    const child = spawn(process.execPath, [name], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const lines: string[] = [];
    let rest = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        const parts = (rest + String(data)).split('\n');
        rest = parts.pop() as string;
        lines.push(...parts);
      });
    }
    return { process: child, lines };
  }

  async function until(isSo: () => boolean, lines: string[]): Promise<void> {
    for (let i = 0; !isSo(); i += 1) {
      if (i > 400) throw new Error(`it did not happen within 20 s: ${lines.join('\n')}`);
      await sleep(50);
    }
  }

  /** One activity of each member. */
  async function shopOnce(): Promise<void> {
    const activities = MEMBERS.map((externalId) => ({ member: { externalId }, idempotencyKey: newKey(), purchase: { amount: '1' } }));
    const { recordActivities } = await shop.run(api.RecordActivitiesDocument, { input: { activities } });
    expect(recordActivities?.outcomes.flatMap(({ errors }) => errors)).toEqual([]);
  }

  async function purchases(after: string | null): Promise<Page> {
    const { data } = await shop.ask<{ journal: Page }, { after: string | null }>(PURCHASES, { after });
    return data.journal.hasMore ? purchases(data.journal.cursor) : data.journal;
  }

  test.each([
    ['follow.mjs', {}],
    ['sockets.mjs', {}],
    ['apollo.mjs', {}],
    ['urql.mjs', {}],
    ['events.mjs', {}],
    ['events.mjs', { LAUREL_SINGLE: 'yes' }],
  ])(
    '%s %j',
    async (name, more) => {
      const breaking = new Breaking();
      const proxy = await TcpProxy.start(() => targetOf(laurel.url), breaking);
      const { process: child, lines } = start(name, proxy.through(laurel.url), more as Record<string, string>);
      try {
        await until(() => lines.includes('JournalSnapshot'), lines);
        const { cursor } = await purchases(null);
        breaking.isOn = true;
        for (let round = 0; round < ROUNDS; round += 1) {
          await shopOnce();
          await sleep(15);
        }
        const expected = (await purchases(cursor)).items.map(({ number, entry }) => `${entry.streamId} ${number}`);
        expect(expected).toHaveLength(ROUNDS * MEMBERS.length);
        const told = () => lines.filter((line) => /^\S+ \d+$/.test(line));
        await until(() => new Set(told()).size >= expected.length, lines);
        // What comes after shows that nothing is late.
        await sleep(200);
        expect(told().toSorted()).toEqual(expected.toSorted());
        expect(breaking.cuts).toBeGreaterThan(2);
        // In order for each member.
        for (const ofOne of Map.groupBy(told(), (line) => line.split(' ')[0]).values()) {
          const numbers = ofOne.map((line) => Number(line.split(' ')[1]));
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        }
      } finally {
        child.kill('SIGKILL');
        await once(child, 'close');
        await proxy.stop();
      }
    },
    60_000,
  );

  test('none is left out', () => {
    expect([...programs.keys()].sort()).toEqual(['apollo.mjs', 'events.mjs', 'follow.mjs', 'sockets.mjs', 'urql.mjs']);
  });
});
