import { availableParallelism, cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Held, openFiles } from '../../support/feed-watch.js';
import { type Point, slope } from '../figures.js';
import type { Streams } from './clients.js';
import type { Told } from './protocol.js';
import { Stage, WHERE } from './stage.js';

const USAGE = `npm run bench:feed:long -- [options]
  --entries N       that are written (1000000); much fewer say nothing about growth
  --subscribers N   sockets, dealt out to the members (100)     --members N   whose entries they are (10)
`;
const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    subscribers: { type: 'string', default: '100' },
    members: { type: 'string', default: '10' },
    help: { type: 'boolean', default: false },
  },
});
const PARTS = 10;
/** Written before the subscribers are waited for: nobody falls so far behind that the server sends a reset. */
const BURST = 5_000;
/** The first samples are not judged: compiled code, caches and pools still grow. */
const PARTS_JUDGED = 8;
/** Less than the one pointer that would be kept of each entry by whatever leaks. */
const BYTES_PER_ENTRY_MAX = 4;
const SETTLED_SECONDS_MAX = 30;

const print = (line: string) => process.stdout.write(`${line}\n`);
const mb = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);

/** Waits until nothing more is held, but no longer than some seconds. */
async function untilSettled(isSettled: () => Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < SETTLED_SECONDS_MAX; waited += 1) {
    if (await isSettled()) return true;
    await sleep(1_000);
  }
  return isSettled();
}

/** Writes entries to subscribers in ten parts, and gives what is not as it should be. */
async function play(stage: Stage, entries: number, subscribers: number, members: number): Promise<string[]> {
  const { server, writer, address } = await stage.laurelFed(members);
  const clients = await stage.clients();
  const connect = (sockets: number) =>
    clients.ask({ do: 'connect', address, payload: address.one, sockets, topics: members, firsts: 1, watch: 'NUMBER' });
  const files = () => openFiles(server.pid, stage.clusterUrl);
  /** Sends so many entries, each to those who follow its member. */
  const send = async (count: number): Promise<void> => {
    for (let sent = 0; sent < count; sent += BURST) {
      const events = Math.min(BURST, count - sent);
      const counted = clients.ask({ do: 'count', messages: (events / members) * subscribers });
      await writer.ask({ do: 'burst', events, topics: members });
      await counted;
    }
  };
  // Once for what stays open once it was used.
  await connect(subscribers);
  await send(BURST);
  await clients.ask({ do: 'stop' });
  await sleep(1_000);
  const filesBefore = await files();

  await connect(subscribers);
  const points: Point[] = [];
  const start = performance.now();
  for (let part = 1; part <= PARTS; part += 1) {
    await send(entries / PARTS);
    const [{ heap, rss }, written] = [await server.ask<Told>({ do: 'memory' }), (part * entries) / PARTS];
    points.push({ x: written, y: heap });
    const seconds = (performance.now() - start) / 1_000;
    print(`  ${written} entries, ${seconds.toFixed(0)} s: ${mb(heap)} MB in use, ${mb(rss)} MB resident`);
  }
  const streams = await clients.ask<Streams>({ do: 'streams' });
  await clients.ask({ do: 'stop' });

  const faults = [...streams.faults];
  const each = entries / members;
  print(`each subscriber received ${streams.least} to ${streams.most} entries of ${each}, ${streams.faults.length} out of order`);
  if (streams.least !== each || streams.most !== each) faults.push(`not everybody received ${each} entries`);

  const perEntry = slope(points.slice(-PARTS_JUDGED));
  print(
    `growth over the last ${PARTS_JUDGED} of ${PARTS} parts: ${perEntry.toFixed(2)} bytes an entry (linear fit), aim: below ${BYTES_PER_ENTRY_MAX}`,
  );
  if (perEntry >= BYTES_PER_ENTRY_MAX) faults.push('the memory of the server grows');

  let held: Held | undefined;
  const isEmpty = await untilSettled(async () => {
    held = await server.ask<Held>({ do: 'held' });
    return Object.values(held).every((count) => count === 0);
  });
  print(`held when all sockets are closed: ${JSON.stringify(held)}`);
  if (!isEmpty) faults.push('the server holds something of sockets that are closed');

  const areFilesBack = await untilSettled(async () => ((await files()) ?? 0) <= (filesBefore ?? 0));
  print(`file descriptors, but for connections to PostgreSQL: ${filesBefore ?? 'not counted here'} before, ${await files()} after`);
  if (!areFilesBack) faults.push('file descriptors are left open');
  for (const worker of [server, writer]) await worker.ask({ do: 'stop' });
  return faults;
}

async function main(): Promise<void> {
  if (values.help) {
    print(USAGE);
    return;
  }
  const [entries, subscribers, members] = [Number(values.entries), Number(values.subscribers), Number(values.members)];
  if (entries % (PARTS * members) !== 0 || BURST % members !== 0 || subscribers % members !== 0)
    throw new Error(`entries are dealt out to ${members} members in ${PARTS} parts, and subscribers to members: no rest may be left`);
  print(`${availableParallelism()} × ${cpus()[0]?.model.trim()}, node ${process.version}; ${WHERE}`);
  print(`${entries} entries of ${members} members, each sent to ${subscribers / members} of ${subscribers} subscribers`);
  let faults: string[] = [];
  await Stage.with(async (stage) => {
    faults = await play(stage, entries, subscribers, members);
  });
  for (const fault of faults) print(`FAILED: ${fault}`);
  if (faults.length === 0) print('all as it should be');
  else process.exitCode = 1;
}

await main();
