import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { importCsv } from '../../src/cli/import-csv.js';
import { cdnowImport, END, figuresOf, readMembers, withCdnow } from '../support/cdnow.js';
import * as api from '../support/generated.js';
import { Caller, openShop } from '../support/laurel.js';
import { freePort, ServerProcess } from '../support/server-process.js';

/** The member with the most purchases. */
const BUSIEST = '14048';
/** A line of the file, as arithmetic knows it. */
const purchaseOf = (line: string) => {
  const [, , at, , cents] = line.split(',');
  return { money: Number(cents) / 100, at: at as string };
};
const figures = (lines: readonly string[]) => figuresOf(lines.map(purchaseOf));

withCdnow('an import whose server is killed', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = new ServerProcess(await mkdtemp(join(tmpdir(), 'laurel-killed-')), await freePort());
    await server.start();
  });
  afterAll(async () => {
    await server.kill('SIGTERM');
    await rm(server.dataDir, { recursive: true, force: true });
  });

  test('twice ends with the same figures, and its follower missed nothing', async () => {
    const operator = new Caller(server.url, (await readFile(join(server.dataDir, 'operator-key'), 'utf8')).trim());
    const { createProgram } = await operator.run(api.CreateProgramDocument, {
      input: { name: 'CDNOW', currencyCode: 'USD', testClockAt: '1997-01-01T00:00:00Z' },
    });
    const shop = new Caller(server.url, createProgram?.secret ?? null);
    await openShop(shop);
    await shop.run(api.EnrollMemberDocument, { input: { externalId: BUSIEST, enrolledAt: '1997-01-01T00:00:00Z' } });

    // The purchases of every third member, among them the busiest; the arithmetic is the one that holds for all of them.
    const whole = cdnowImport(server.url, shop.secret as string);
    const [head, ...lines] = (await readFile(whole.file, 'utf8')).trim().split('\n') as [string, ...string[]];
    expect(figures(lines)).toEqual({ earned: 2_453_159, expired: 1_403_366, active: 1_049_793 });
    const part = lines.filter((line) => Number(line.split(',')[1]) % 3 === Number(BUSIEST) % 3);
    expect(part.length).toBeGreaterThan(20_000);
    const file = join(server.dataDir, 'part.csv');
    await writeFile(file, [head, ...part, ''].join('\n'));

    const follower = follow(shop);
    let kills = 0;
    let restarting: Promise<unknown> = Promise.resolve();
    const summary = await importCsv({
      ...whole,
      file,
      onProgress: ({ recorded }) => {
        if (kills >= 2 || recorded < 7_000 * (kills + 1)) return;
        kills += 1;
        restarting = server.kill('SIGKILL').then(() => server.start());
      },
    });
    await restarting;
    expect(kills).toBe(2);
    // What was committed but not acknowledged is known when it is sent again.
    expect(summary.recorded + summary.known).toBe(part.length);
    expect(summary.refused).toBe(0);

    await shop.run(api.AdvanceClockDocument, { input: { to: END } });
    const members = await readMembers(shop);
    const sum = (of: (member: (typeof members)[number]) => number) => members.reduce((total, member) => total + of(member), 0);
    expect(members).toHaveLength(new Set(part.map((line) => line.split(',')[1])).size);
    expect({
      earned: sum(({ wallet }) => wallet?.earned ?? 0),
      expired: sum(({ wallet }) => wallet?.expired ?? 0),
      active: sum(({ wallet }) => wallet?.active ?? 0),
    }).toEqual(figures(part));

    const { member } = await shop.run(api.MemberDocument, { ref: { externalId: BUSIEST } });
    const { journal } = await shop.run(api.JournalDocument, { filter: { member: { id: member?.id as string } }, first: 500 });
    const last = journal?.items.at(-1)?.number as number;
    const numbers = await follower.until(last);
    expect(follower.cuts).toBeGreaterThanOrEqual(3);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => i + 2));
    expect(numbers.at(-1)).toBeGreaterThanOrEqual(last);

    expect(await importCsv({ ...whole, file })).toMatchObject({ recorded: 0, known: part.length, refused: 0 });
    expect(await server.verify()).toMatchObject({ code: 0, output: expect.stringContaining(' 0 differences') });
  }, 300_000);
});

/** Follows the busiest member like the documentation says, and is cut off every few entries. */
function follow(shop: Caller) {
  const numbers: number[] = [];
  let cuts = 0;
  let isDone = false;
  let wake = () => {};
  const payload = {
    query: print(api.JournalItemsDocument),
    variables: { filter: { member: { externalId: BUSIEST } }, after: null as string | null },
  };
  const client = createClient({
    url: shop.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => !isDone,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 100)),
    connectionParams: { authorization: `Bearer ${shop.secret}` },
  });
  client.subscribe<{ journal: NonNullable<api.JournalItemsSubscription['journal']> }>(payload, {
    next: ({ data }) => {
      const item = data?.journal;
      if (!item) return;
      payload.variables.after = item.cursor;
      if (item.__typename === 'JournalSnapshot') expect(item.number).toBe(1);
      if (item.__typename !== 'JournalChange') return;
      numbers.push(item.number);
      if (numbers.length % 30 === 0) {
        cuts += 1;
        client.terminate();
      }
      wake();
    },
    error: () => {},
    complete: () => {},
  });
  return {
    get cuts() {
      return cuts;
    },
    async until(last: number): Promise<readonly number[]> {
      while ((numbers.at(-1) ?? 0) < last) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      isDone = true;
      await client.dispose();
      return numbers;
    },
  };
}
