import { createHash, randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { type App, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import type { CommandRequest } from '../../src/journal/journal.js';
import { verify } from '../../src/verify.js';
import { LongPasts } from './long-pasts.js';
import { MEMBERS_OF_BENCH, type Order } from './orders.js';
import { BenchProgram } from './program.js';
import { Redemptions } from './redemptions.js';

let app!: App;
let open!: Shop;
let capped: Promise<Shop> | undefined;
let redemptions: Promise<Redemptions> | undefined;
let commands = 0;
let pasts!: LongPasts;
let withPast: readonly string[] = [];

/** A programme with its members. */
interface Shop {
  readonly programId: string;
  readonly secret: string;
  readonly members: readonly string[];
}

async function setUp(databaseUrl: string, dataDir: string): Promise<string> {
  app = await startApp({ ...readConfig({}), port: 0, databaseUrl, dataDir, isDemoWanted: false, rateLimitPerMinute: null }, (...line) =>
    console.error(...line),
  );
  open = await openShop();
  return open.secret;
}

/** The programme of the benchmark, perhaps with something more. */
async function openShop(more = ''): Promise<Shop> {
  const settings = `
    createPointCurrency(input: { code: "P", name: "Points", isQualifying: true, expiry: { mode: AFTER_PERIOD, period: "P12M", roundUpTo: MONTH } }) { errors { code } }
    createTierSet(input: { name: "T", measure: SPEND, tiers: [{ name: "A", threshold: "0" }, { name: "B", threshold: "100" }, { name: "C", threshold: "100000000" }] }) { errors { code } }
    createEarningRule(input: { name: "R", pointsPerSpend: { points: "1", per: "1" } }) { errors { code } }
    ${more}`;
  const program = await BenchProgram.create(app, 'Bench', settings);
  const members = await program.enroll(Array.from({ length: MEMBERS_OF_BENCH }, (_, i) => ({ externalId: `m${i}` })));
  return { programId: program.id, secret: program.secret, members };
}

/** The same, where all members share a cap that is never reached. */
const cappedShop = (): Promise<Shop> =>
  openShop('createEarningCap(input: { name: "C", scope: PROGRAM, period: EVER, max: 1000000000000 }) { errors { code } }');

const anyOf = ({ programId, members }: Shop) => command(programId, members[randomInt(MEMBERS_OF_BENCH)] as string);

/** Four purchases, then a spend of one point. */
function command(programId: string, streamId: string): CommandRequest {
  commands += 1;
  const key = `bench-${process.pid}-${commands}`;
  const inputHash = createHash('sha256').update(key).digest();
  const base = { programId, streamId, by: 'bench', key, inputHash };
  return commands % 5 === 0
    ? { ...base, type: 'SPEND_POINTS', readsLots: true, input: { amount: 1, currencyCode: 'P', reason: null } }
    : {
        ...base,
        type: 'RECORD_ACTIVITY',
        input: { type: 'PURCHASE', externalId: null, amount: randomInt(100, 5_000), currencyCode: 'USD', items: [] },
      };
}

/** 256 callers, each giving its next command when the last is committed. */
async function drive(next: () => CommandRequest, seconds: number) {
  const before = process.cpuUsage();
  const start = performance.now();
  const end = start + seconds * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: 256 }, async () => {
      while (performance.now() < end) {
        await app.services.journal.submit(next());
        count += 1;
      }
    }),
  );
  const elapsed = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { perSecond: count / elapsed, cpuUsPerCommand: (user + system) / count };
}

const inspector = new Session();

async function beginProfile(): Promise<null> {
  inspector.connect();
  await inspector.post('Profiler.enable');
  await inspector.post('Profiler.start');
  return null;
}

async function endProfile(file: string): Promise<null> {
  const { profile } = await inspector.post('Profiler.stop');
  await writeFile(file, JSON.stringify(profile));
  inspector.disconnect();
  return null;
}

async function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'core':
      return drive(() => anyOf(open), order.seconds);
    case 'capped': {
      capped ??= cappedShop();
      const shop = await capped;
      return drive(() => anyOf(shop), order.seconds);
    }
    case 'hot':
      return drive(() => command(open.programId, open.members[0] as string), order.seconds);
    case 'redeem':
      redemptions ??= Redemptions.open(app);
      return (await redemptions).run();
    case 'live':
      pasts = await LongPasts.open(app);
      withPast = await pasts.withPast(order.entries, order.lots);
      return null;
    case 'deep':
      return pasts.drive(withPast, order.seconds);
    case 'new':
      return pasts.drive(await pasts.fresh(), order.seconds);
    case 'profile':
      return beginProfile();
    case 'profiled':
      return endProfile(order.file);
    case 'verify':
      return verify(app.services.reads);
    case 'stop':
      return app.stop();
  }
}

const [databaseUrl, dataDir] = process.argv.slice(2) as [string, string];
const secret = await setUp(databaseUrl, dataDir);
process.on('message', (order: Order) => {
  obey(order).then(
    (result) => {
      process.send?.({ result: result ?? null });
      if (order.do === 'stop') process.disconnect();
    },
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.send?.({ result: { url: app.url, secret } });
