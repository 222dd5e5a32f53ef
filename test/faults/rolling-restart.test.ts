import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type App, startApp } from '../../src/app.js';
import { type Config, readConfig } from '../../src/config.js';
import { TestLaurel } from '../support/laurel.js';
import { TcpProxy } from '../support/tcp-proxy.js';

const DRAIN_MS = 600;
const PROBE_MS = 50;

/** Two processes' worth of applications behind a balancer that looks at /readyz, as any balancer does. */
describe('a rolling restart', () => {
  let laurel: TestLaurel;
  const apps: (App | null)[] = [];
  const isReady = [false, false];
  let balancer: TcpProxy;
  let probing: NodeJS.Timeout;
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
    let turn = 0;
    balancer = await TcpProxy.start(() => {
      turn += 1;
      const ready = [0, 1].filter((i) => isReady[i]);
      const app = apps[ready[turn % ready.length] ?? 0];
      const { hostname, port } = new URL(app?.url ?? 'http://127.0.0.1:9');
      return { host: hostname, port: Number(port) };
    });
    const probe = async () => {
      for (const i of [0, 1]) {
        const url = apps[i]?.url;
        const status = url
          ? await fetch(new URL('/readyz', url), { headers: { connection: 'close' } }).then(
              (answer) => answer.status,
              () => 0,
            )
          : 0;
        isReady[i] = status === 200;
      }
      probing = setTimeout(() => void probe(), PROBE_MS);
    };
    await probe();
  });
  afterAll(async () => {
    clearTimeout(probing);
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
      apps[i] = await start();
      while (!isReady[i]) await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
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
