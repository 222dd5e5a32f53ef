import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type App, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { verify } from '../../src/verify.js';
import { DueLots } from './due-lots.js';

/** What the parent may ask the server of the sweep for, by IPC. */
export type SweepOrder =
  /** Members whose lots all fall due at about the same instant. */
  | { readonly do: 'build'; readonly members: number; readonly lots: number; readonly externalId: string }
  /** Moves the clock to where all of them are due, and resolves once nothing is due any more. */
  | { readonly do: 'sweep' }
  | { readonly do: 'memory' }
  | { readonly do: 'verify' }
  | { readonly do: 'stop' };

const [databaseUrl, dataDir] = process.argv.slice(2) as [string, string];
const app: App = await startApp(
  { ...readConfig({}), port: 0, databaseUrl, dataDir, isDemoWanted: false, rateLimitPerMinute: null },
  (...line) => console.error(...line),
);
const lots = await DueLots.open(app);

const delays = monitorEventLoopDelay({ resolution: 5 });
let rssMax = 0;
setInterval(() => {
  rssMax = Math.max(rssMax, process.memoryUsage.rss());
}, 100).unref();

/** Highest memory since it was last asked, in MB, and the longest time for which nothing else could run, in ms. */
function memory() {
  const answer = { rssMb: rssMax / 1e6, blockedMs: delays.max / 1e6 };
  rssMax = 0;
  delays.reset();
  delays.enable();
  return answer;
}

async function obey(order: SweepOrder): Promise<unknown> {
  switch (order.do) {
    case 'build':
      return lots.build(order.members, order.lots, order.externalId);
    case 'sweep':
      return lots.sweep();
    case 'memory':
      return memory();
    case 'verify':
      return verify(app.services.reads);
    case 'stop':
      return app.stop();
  }
}

process.on('message', (order: SweepOrder) => {
  obey(order).then(
    (result) => {
      process.send?.({ result: result ?? null });
      if (order.do === 'stop') process.disconnect();
    },
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.send?.({ result: { url: app.url, secret: lots.secret } });
