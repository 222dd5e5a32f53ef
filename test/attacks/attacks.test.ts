import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ALL_GROUPS } from './all-groups.js';
import type { Observation } from './support/observer.js';
import { stateOf } from './support/program.js';
import { openWorld, type World } from './support/world.js';

const IS_STRICT = process.env.LAUREL_STRICT === 'on';
const SLOWEST_MS = IS_STRICT ? 250 : 2_000;
/** Bodies of 5 MB and thousands of new documents make the heap grow once; the same attacks again add next to nothing. */
const MEMORY_MB = 350;
const REST_MS = 2_000;
/** What a second round of the same attacks may add. */
const AGAIN_MB = 40;
const REPEATABLE = ['HTTP', 'WebSocket', 'cost'];

describe('attacks', () => {
  let world: World;
  const begun = new Map<object, Promise<unknown>>();
  let before: { shop: string; rival: string };

  beforeAll(async () => {
    world = await openWorld();
    before = { shop: await stateOf(world.shop), rival: await stateOf(world.rival) };
    for (const { attacks } of ALL_GROUPS)
      for (const attack of attacks)
        if (attack.isSlow) {
          const running = attack.run(world);
          running.catch(() => {});
          begun.set(attack, running);
        }
  }, 90_000);
  afterAll(() => world?.stop(), 30_000);

  for (const { name: group, attacks } of ALL_GROUPS)
    for (const attack of attacks)
      test(`${group}: ${attack.name}`, async () => {
        const result = await (begun.get(attack) ?? attack.run(world));
        if (typeof attack.expect !== 'object' || attack.expect === null || Array.isArray(attack.expect))
          expect(result).toEqual(attack.expect);
        else expectLike(result, attack.expect);
      });

  test('afterwards: nothing of the shop and its rival was changed', async () => {
    expect({ shop: await stateOf(world.shop), rival: await stateOf(world.rival) }).toEqual(before);
  });

  (IS_STRICT ? test : test.skip)(
    'afterwards: the same once more adds nothing to memory',
    async () => {
      const first = await settled();
      for (const { name, attacks } of ALL_GROUPS) if (REPEATABLE.includes(name)) for (const attack of attacks) await attack.run(world);
      const second = await settled();
      const added = first === null || second === null ? 0 : Math.round(second - first);
      process.stdout.write(`attacks: a second round of ${REPEATABLE.join(', ')} added ${added} MB\n`);
      expect(added).toBeLessThan(AGAIN_MB);
    },
    180_000,
  );

  const settled = async (): Promise<number | null> => {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    return world.open.memory();
  };

  test('afterwards: both processes live, and nobody else felt anything', async () => {
    const observation: Observation = await world.observer.stop();
    const memory = await settled();
    const growth = memory === null || world.memoryBefore === null ? null : Math.round(memory - world.memoryBefore);
    const { count, median, p99, slowest, failures } = observation;
    process.stdout.write(
      `attacks: ${count} queries of the observer: median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms; memory grew by ${growth} MB\n`,
    );
    expect(world.open.isAlive && world.strict.isAlive).toBe(true);
    expect(failures).toEqual([]);
    expect(slowest).toBeLessThan(SLOWEST_MS);
    if (growth !== null) expect(growth).toBeLessThan(MEMORY_MB);
  });
});

/** `toMatchObject`, whose failure also tells what was not asked for. */
function expectLike(result: unknown, expected: object): void {
  try {
    expect(result).toMatchObject(expected);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\nall of it: ${JSON.stringify(result)}`);
  }
}
