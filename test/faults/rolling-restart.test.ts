import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type App, startApp } from '../../src/app.js';
import { type Config, readConfig } from '../../src/config.js';
import { Balancer } from '../support/balancer.js';
import { TestLaurel } from '../support/laurel.js';

const DRAIN_MS = 600;

/** Two processes' worth of applications behind a balancer that looks at /readyz, as any balancer does. */
describe('a rolling restart', () => {
  let laurel: TestLaurel;
  const apps: (App | null)[] = [];
  let balancer: Balancer;
  let secret: string;
  const config = (): Config => ({
    ...readConfig({}),
    port: 0,
    databaseUrl: laurel.databaseUrl,
    dataDir: laurel.folder,
    isDemoWanted: false,
    drainMs: DRAIN_MS,
    rateLimitPerMinute: null,
  });
  const start = () => startApp(config(), () => {});

  beforeAll(async () => {
    laurel = await TestLaurel.start();
    secret = (await laurel.program()).secret as string;
    apps.push(await start(), await start());
    balancer = await Balancer.start(() => apps.map((app) => app?.url ?? null));
  });
  afterAll(async () => {
    await balancer.stop();
    for (const app of apps) await app?.stop();
    await laurel.stop();
  });

  test('fails no request, over connections that are kept', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const failures: string[] = [];
    let answered = 0;
    let isOver = false;
    const one = () =>
      new Promise<void>((resolve) => {
        const call = request(
          {
            agent,
            port: balancer.port,
            host: '127.0.0.1',
            path: '/graphql',
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
          },
          (response) => {
            response.resume();
            response.on('end', () => {
              if (response.statusCode === 200) answered += 1;
              else failures.push(`HTTP ${response.statusCode}`);
              resolve();
            });
          },
        );
        call.on('error', (error) => {
          failures.push(String(error));
          resolve();
        });
        call.end('{"query":"{ viewer { name } }"}');
      });
    const callers = Array.from({ length: 8 }, async () => {
      while (!isOver) await one();
    });
    for (const i of [0, 1]) {
      await apps[i]?.stop();
      apps[i] = null;
      const app = await start();
      apps[i] = app;
      await balancer.until(app.url);
    }
    isOver = true;
    await Promise.all(callers);
    agent.destroy();
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(100);
  }, 30_000);

  test('is told at /readyz, and on every connection', async () => {
    const app = apps[0] as App;
    const stopping = app.stop();
    apps[0] = null;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const ready = await fetch(new URL('/readyz', app.url));
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'draining' }]);
    const answer = await fetch(app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: '{"query":"{ viewer { name } }"}',
    });
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
    await stopping;
    await expect(fetch(app.url)).rejects.toThrow();
  });
});
