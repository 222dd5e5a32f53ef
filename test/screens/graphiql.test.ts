import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { makeDemo } from '../../src/cli/demo-program.js';
import { findChromium, openBrowser } from '../support/chromium.js';
import { readmeDocument } from '../support/documents.js';
import { buy, Caller, TestLaurel } from '../support/laurel.js';

const PATIENCE_MS = 15_000;
const chromium = findChromium();
if (!chromium) {
  process.stderr.write('NOTE: no Chromium was found, so GraphiQL is not tried in a browser. Install chromium or set CHROMIUM.\n');
}
const whereThereIsABrowser = chromium ? describe : describe.skip;

whereThereIsABrowser('GraphiQL in a browser', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let screen: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  const complaints: string[] = [];
  const addresses: string[] = [];

  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = new Caller(laurel.url, (await makeDemo(laurel.app))?.secret ?? null);
    screen = await openBrowser(chromium as string);
    page = await screen.browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => addresses.push(request.url()));
    page.on('websocket', (socket) => addresses.push(socket.url()));
    await page.goto(`${new URL('/graphiql', laurel.url).href}#key=${shop.secret}`);
  });
  afterAll(async () => {
    await screen?.close();
    await laurel?.stop();
  });

  /** One of GraphiQL's editors. They draw only the lines in view, so their text is asked for; in the browser's own words. */
  const editor = (area: string) => `document.querySelector('${area} .CodeMirror')?.CodeMirror`;
  const textOf = (area: string) => page.evaluate<string>(`${editor(area)}.getValue()`);
  const run = () => page.getByRole('button', { name: /execute query/i }).click();
  /** Asks again and again from here: the page's policy forbids it what would wait inside of it. */
  const until = async (expression: string) => {
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (!(await page.evaluate<boolean>(`Boolean(${expression})`))) {
      if (Date.now() > giveUpAt) throw new Error(`not within ${PATIENCE_MS} ms: ${expression}`);
      await sleep(50);
    }
  };
  const resultHolds = (text: string) => until(`${editor('.result-window')}?.getValue().includes(${JSON.stringify(text)})`);
  /** A person cannot be faster, but a test can: GraphiQL notices a moment after the click which operation is there to run. */
  const openTab = async (name: string) => {
    await page.getByRole('tab', { name }).click();
    await until(`${editor('.graphiql-query-editor')}?.operationName === '${name}'`);
  };

  test('the printed link is all it takes, and the key leaves the address', async () => {
    await until(`document.getElementById('who')?.textContent.startsWith('Demo Coffee & Records')`);
    expect(page.url()).toBe(new URL('/graphiql', laurel.url).href);
  });

  test('the schema is there to read beside the editor', async () => {
    await page.getByRole('button', { name: /show documentation/i }).click();
    await page.getByRole('link', { name: 'Subscription', exact: true }).click();
    await page.getByText('in order, each once').first().waitFor();
    await page.getByRole('button', { name: /hide documentation/i }).click();
  });

  test('the first query of the README runs', async () => {
    await openTab('FirstQuery');
    expect(await textOf('.graphiql-query-editor')).toContain(readmeDocument('FirstQuery'));
    await run();
    await resultHolds('"externalId": "demo-1"');
  });

  test('the first subscription of the README shows a purchase as it happens', async () => {
    await openTab('FirstSubscription');
    expect(await textOf('.graphiql-query-editor')).toContain(readmeDocument('FirstSubscription'));
    await run();
    await resultHolds('"active": ');
    const { active } = JSON.parse(await textOf('.result-window')).data.balanceChanged.wallets[0];
    const bought = await buy(shop, 'demo-1', '12.50');
    expect(bought.errors).toEqual([]);
    await resultHolds(`"balanceAfter": ${active + 12}`);
    const picture = join(screen.folder, 'first-subscription.png');
    await page.screenshot({ path: picture });
    expect((await stat(picture)).size).toBeGreaterThan(10_000);
  });

  test('nothing came from another server, and the page broke none of its own rules', () => {
    const { host } = new URL(laurel.url);
    expect(addresses.filter((address) => !address.startsWith('data:') && new URL(address).host !== host)).toEqual([]);
    expect(addresses.filter((address) => address.includes(shop.secret as string))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
