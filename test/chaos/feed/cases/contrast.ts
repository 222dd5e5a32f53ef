import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { FeedCase } from '../case.js';
import { FeedFindings } from '../findings.js';
import { Valve } from '../valve.js';
import { HEAP_MB } from './slow-readers.js';

const READERS = 6;
const BYTES = 10_000;
const AT_ONCE = 50;
const PAUSE_MS = 50;
const ALIVE_MS_MAX = 60_000;

/** The same slow readers as `slow-readers` at a server of type-graphql's own PubSub with the same heap: it has to die of them, else the case proves nothing. */
export const contrast: FeedCase = {
  name: 'contrast',
  async run({ undo }) {
    const file = fileURLToPath(new URL('../pubsub-server.js', import.meta.url));
    const child = fork(file, { execArgv: [`--max-old-space-size=${HEAP_MB}`], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    undo.add(() => child.kill('SIGKILL'));
    let words = '';
    child.stderr?.on('data', (data) => {
      words += String(data);
    });
    let isDead = false;
    child.once('exit', () => {
      isDead = true;
    });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    const valve = await Valve.start({ host: '127.0.0.1', port });
    undo.add(() => valve.stop());
    const url = valve.through(`http://127.0.0.1:${port}/graphql`).replace('http', 'ws');
    const clients = Array.from({ length: READERS }, () => createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 }));
    for (const client of clients)
      client.subscribe({ query: 'subscription { happened { number text } }' }, { next() {}, error() {}, complete() {} });
    await sleep(1_000);
    valve.turn('stops');
    const startedAt = performance.now();
    let published = 0;
    while (!isDead && performance.now() - startedAt < ALIVE_MS_MAX) {
      if (child.connected) child.send({ publish: AT_ONCE, bytes: BYTES }, () => {});
      published += AT_ONCE;
      await sleep(PAUSE_MS);
    }
    for (const client of clients) client.terminate();
    await valve.stop();
    child.kill('SIGKILL');
    const cause = /RepeaterOverflowError|heap out of memory/.exec(words)?.[0] ?? 'another cause';
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    return {
      findings: new FeedFindings(),
      problems: isDead ? [] : ['the other server did not die of readers that stop: the case proves nothing'],
      figures: [
        isDead ? `the other server died after ${seconds} s and ${published} events of ${BYTES} bytes: ${cause}` : 'the other server lives',
      ],
      evidence: [],
      records: [],
    };
  },
};
