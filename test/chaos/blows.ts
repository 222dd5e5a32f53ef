import { setTimeout as sleep } from 'node:timers/promises';
import type { Moment } from './at-commit.js';
import type { Random } from './random.js';
import type { ChaosServer } from './server.js';

/** What a blow counts as: SIGKILLs of the server, crashes of PostgreSQL, and how many of both hit a commit. */
export interface Damage {
  kills: number;
  crashes: number;
  atCommit: number;
}

/** Strikes, then brings everything up again. */
export type Blow = (server: ChaosServer, random: Random, damage: Damage) => Promise<void>;

const MOMENTS: readonly Moment[] = ['before', 'after', 'answered'];

const kill: Blow = async (server, _random, damage) => {
  await server.kill();
  damage.kills += 1;
  await server.start();
};

const killAtCommit: Blow = async (server, random, damage) => {
  if (await server.killAtCommit(random.pick(MOMENTS))) damage.atCommit += 1;
  damage.kills += 1;
  await server.start();
};

/** Killed once more while it comes up. */
const killTwice: Blow = async (server, random, damage) => {
  await server.kill();
  server.launch();
  await sleep(random.int(50, 900));
  await server.kill();
  damage.kills += 2;
  await server.start();
};

/** The server lives on and finds its database again. */
const crash: Blow = async (server, random, damage) => {
  await server.crashPostgres();
  damage.crashes += 1;
  await sleep(random.int(0, 600));
  await server.startPostgres();
  await server.ready();
};

const crashAtCommit: Blow = async (server, random, damage) => {
  if (await server.crashPostgresAtCommit(random.pick(MOMENTS))) damage.atCommit += 1;
  damage.crashes += 1;
  // Returns when the dying server is gone and a new one answers.
  await sleep(100);
  await server.startPostgres();
  await server.ready();
};

/** Both at once; the next start of the server brings its database up. */
const crashAndKill: Blow = async (server, _random, damage) => {
  await Promise.all([server.crashPostgres(), server.kill()]);
  damage.crashes += 1;
  damage.kills += 1;
  await server.start();
};

/** For each round of five kills and three crashes. */
const KILLS: readonly Blow[] = [kill, killAtCommit, killTwice, killAtCommit, killAtCommit];
const CRASHES: readonly Blow[] = [crash, crashAtCommit, crashAndKill];

/** The blows of a run in the order in which they fall: at least so many kills, exactly so many crashes. */
export function blows(random: Random, killCount: number, crashCount: number): Blow[] {
  const list = [
    ...Array.from({ length: killCount }, (_, i) => KILLS[i % KILLS.length] as Blow),
    ...Array.from({ length: crashCount }, (_, i) => CRASHES[i % CRASHES.length] as Blow),
  ];
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = random.int(0, i);
    [list[i], list[j]] = [list[j] as Blow, list[i] as Blow];
  }
  return list;
}
