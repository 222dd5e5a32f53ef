import { setTimeout as sleep } from 'node:timers/promises';
import type { Undo } from '../../support/undo.js';
import { Random } from '../random.js';
import { checkFeed, endOf, isToldUpTo } from './check.js';
import type { Device } from './device.js';
import type { Followed } from './evidence.js';
import type { FeedFindings } from './findings.js';
import type { ChaosProgram } from './program.js';
import type { Records } from './records.js';
import { Stage, type StageOptions } from './stage.js';

/** What a case is given. */
export interface Run {
  readonly seed: number;
  readonly folder: string;
  readonly undo: Undo;
  readonly isQuick: boolean;
  readonly print: (line: string) => void;
}

/** What a case gives. */
export interface Verdict {
  readonly findings: FeedFindings;
  /** Everything else that is not as it has to be, `verify` included. */
  readonly problems: readonly string[];
  /** What was done and measured, in words. */
  readonly figures: readonly string[];
  readonly evidence: readonly Followed[];
  readonly records: readonly Records[];
}

export interface FeedCase {
  readonly name: string;
  readonly run: (run: Run) => Promise<Verdict>;
}

const CAUGHT_UP_MS_MAX = 45_000;
const POLL_MS = 250;
/** What comes twice comes soon. */
const AFTERWARDS_MS = 400;
/** A client dies now and then between handling and storing. */
const FORGET_MS = 700;

export const openStage = ({ folder, undo, seed }: Run, name: string, options: StageOptions = {}): Promise<Stage> =>
  Stage.open(folder, `${name}_${seed}`, undo, options);

/** How long the load of a case lasts. */
export const lengthMs = ({ isQuick }: Run, seconds: number): number => (isQuick ? Math.max(4, seconds / 4) : seconds) * 1_000;

/** Resolves when everybody was told of everything, or has had time enough. */
export async function untilCaughtUp(devices: readonly Device[], records: Records): Promise<void> {
  const waiting = new Map(
    devices.filter(({ refused }) => refused === null).flatMap(({ evidence }) => evidence.map((each) => [each, endOf(each, records)])),
  );
  for (const giveUpAt = performance.now() + CAUGHT_UP_MS_MAX; performance.now() < giveUpAt; await sleep(POLL_MS)) {
    for (const [each, end] of waiting) if (isToldUpTo(end, each, records)) waiting.delete(each);
    if (waiting.size === 0) break;
  }
  await sleep(AFTERWARDS_MS);
}

/** Lets some of them go back to an older cursor again and again, until it is stopped. */
export function forgetting(devices: readonly Device[], random: Random): { stop(): Promise<void> } {
  let isOver = false;
  const working = (async () => {
    while (!isOver && devices.length > 0) {
      await sleep(FORGET_MS);
      await random.pick(devices).forget(random);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await working;
    },
  };
}

/** Who forgets, of an audience: every sixth. */
const forgetful = (devices: readonly Device[]): Device[] => devices.filter((_, i) => i % 6 === 5);

/** Callers write and clients follow while `strike` does whatever it does. */
export async function during(
  { seed }: Run,
  programs: readonly ChaosProgram[],
  devices: readonly Device[],
  strike: () => Promise<unknown>,
): Promise<void> {
  const forgotten = forgetting(forgetful(devices), Random.of(seed, -7));
  const loads = programs.map((program) => program.load());
  try {
    await strike();
  } finally {
    await Promise.all([...loads.map((load) => load.stop()), forgotten.stop()]);
  }
}

export interface Ending {
  readonly stage: Stage;
  readonly programs: readonly ChaosProgram[];
  readonly devices: readonly Device[];
  readonly figures?: readonly string[];
  readonly problems?: readonly string[];
  /** Of epochs before the present one. */
  readonly before?: readonly Records[];
}

/** Waits until everybody has everything, lets them go, and judges what they were told. */
export async function judge({ stage, programs, devices, figures = [], problems = [], before = [] }: Ending): Promise<Verdict> {
  const records = [...before, await stage.records()];
  await untilCaughtUp(devices, records.at(-1) as Records);
  await Promise.all(devices.map((device) => device.stop()));
  for (const program of programs) program.close();
  const evidence = devices.flatMap((device) => device.evidence);
  const findings = checkFeed(evidence, records);
  const refused = devices.flatMap((device) =>
    device.refused !== null && device.evidence.every(({ lockedOutAt }) => lockedOutAt === null)
      ? [`${device.options.name} was refused: ${JSON.stringify(device.refused)}`]
      : [],
  );
  const odd = programs.flatMap(({ recorder }) => recorder.oddities);
  return {
    findings,
    problems: [...problems, ...refused, ...odd, ...(await stage.finish())],
    figures: [...programs.map(written), ...(evidence.length > 0 ? [told(evidence)] : []), ...figures],
    evidence,
    records,
  };
}

const written = ({ recorder }: ChaosProgram) => `${recorder.commands.length} commands (${recorder.unknown} tries without an outcome)`;

function told(evidence: readonly Followed[]): string {
  const log = evidence.flatMap((each) => each.log);
  const items = log.filter((each) => 'item' in each).length;
  return `${evidence.length} subscriptions were told ${items} items, and began ${log.length - items} times by hand`;
}
