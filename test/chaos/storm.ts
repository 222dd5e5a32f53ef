import { setTimeout as sleep } from 'node:timers/promises';
import { blows, type Damage } from './blows.js';
import { Random } from './random.js';
import type { ChaosServer } from './server.js';

const POLL_MS = 2;
const JITTER_MS_MAX = 60;

export interface StormOptions {
  readonly seed: number;
  readonly kills: number;
  readonly crashes: number;
  readonly commands: number;
  /** How many commands have a known outcome by now. */
  readonly settled: () => number;
  readonly isOver: () => boolean;
}

/** Blows at seeded places of the load, each a moment after so many commands have their outcome. */
export async function storm(server: ChaosServer, options: StormOptions): Promise<Damage> {
  const random = Random.of(options.seed, -2);
  const damage: Damage = { kills: 0, crashes: 0, atCommit: 0 };
  const list = blows(random, options.kills, options.crashes);
  const share = options.commands / (list.length + 1);
  for (const [i, blow] of list.entries()) {
    const place = Math.floor(share * (i + 0.5 + random.next() * 0.6));
    const delayMs = random.int(0, JITTER_MS_MAX);
    while (options.settled() < place && !options.isOver()) await sleep(POLL_MS);
    if (options.isOver()) break;
    await sleep(delayMs);
    await blow(server, random, damage);
  }
  return damage;
}
