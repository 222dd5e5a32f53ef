import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../random.js';
import { during, type FeedCase, judge, lengthMs, openStage, untilCaughtUp } from '../case.js';
import type { Device } from '../device.js';
import type { Followed } from '../evidence.js';
import { placesOfLast, type Records } from '../records.js';

const DAY_MS = 86_400_000;
const [LONG_AGO, LATELY] = [-31 * DAY_MS, -6 * DAY_MS];
/** As docs/feed.md has it. */
const KEPT_MS = { member: 7 * DAY_MS, program: 30 * DAY_MS };
const MISSED_MAX = 10_000;
const CLIENTS = 8;

/** Clients stay away while what they miss gets old, or much: 31 days, 6 days, and more than 10,000 entries. */
export const retention: FeedCase = {
  name: 'retention',
  async run(run) {
    const clock = { NODE_OPTIONS: `--import ${new URL('../clock.js', import.meta.url).href}` };
    const at = (offMs: number) => ({ ...clock, CLOCK_OFF_MS: String(offMs) });
    const stage = await openStage(run, 'retention', { env: at(LONG_AGO) });
    const [process] = stage.processes;
    const program = await stage.program(run);
    const random = Random.of(run.seed, -1);
    const audience = () => program.audience(random, CLIENTS, () => stage.url());
    const present = audience();
    const everybody: Device[] = [...present];
    const away: Device[] = [];
    const load = (seconds: number) => during(run, [program], [], () => sleep(lengthMs(run, seconds)));
    /** They see something, and leave. */
    const leave = async (devices: Device[]) => {
      await load(4);
      await untilCaughtUp(devices, await stage.records());
      for (const device of devices) await device.rest();
      away.push(...devices);
      everybody.push(...devices.filter((device) => !everybody.includes(device)));
    };
    /** The process restarts, so much later; who is connected comes back to it, and is told what it has to be. */
    const later = async (offMs: number, coming: readonly Device[]) => {
      await untilCaughtUp(present, await stage.records());
      await process?.stop();
      const records = await stage.records();
      for (const each of coming.flatMap(({ evidence }) => evidence)) {
        const reason = expectedReset(each, records, Date.now() + offMs);
        if (reason) each.resets.push(reason);
      }
      await process?.start(at(offMs));
    };

    await leave(audience());
    // More than anybody may miss.
    await program.write(MISSED_MAX + 1_000);
    await leave(audience());
    await load(6);
    await later(LATELY, present);
    await leave(audience());
    await load(6);
    await later(0, everybody);
    for (const device of away) device.start();
    await load(8);

    const resets = Map.groupBy(
      everybody.flatMap(({ evidence }) => evidence).flatMap(({ resets }) => resets),
      (reason) => reason,
    );
    const figures = [[...resets].map(([reason, { length }]) => `${length} ${reason}`).join(', ')];
    const expected = ['CURSOR_EXPIRED', 'TOO_FAR_BEHIND'];
    const problems = expected.filter((reason) => !resets.has(reason)).map((reason) => `nobody had to be told ${reason}`);
    return judge({ stage, programs: [program], devices: everybody, figures, problems });
  },
};

/** By what the journal has behind its last cursor: the reset that it has to be told when it comes back; null: none. */
function expectedReset(followed: Followed, records: Records, now: number): string | null {
  const isMember = followed.streamId !== null;
  const places = placesOfLast(followed, records);
  if (!places) return null;
  const missed = records.behind(followed, places);
  if (missed.count > MISSED_MAX) return 'TOO_FAR_BEHIND';
  const since = now - (isMember ? KEPT_MS.member : KEPT_MS.program);
  return missed.firsts.some(({ postedAt }) => postedAt < since) ? 'CURSOR_EXPIRED' : null;
}
