import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { meetings, type WaitingLane } from '../../src/journal/meetings.js';
import { check } from '../support/seed.js';

const lane = (number: number, ...gates: string[]): WaitingLane => ({ lane: number, gates: new Set(gates) });
const NONE: ReadonlySet<string> = new Set();

describe('lanes that wait', () => {
  test('go alone where they want no gate, and together where they want the same', () => {
    expect(meetings([lane(2), lane(0), lane(1)], NONE)).toEqual([[2], [0], [1]]);
    expect(meetings([lane(0, 'a'), lane(1), lane(2, 'a'), lane(3, 'b')], NONE)).toEqual([[1], [0, 2], [3]]);
  });

  test('go together where one wants what two others want', () => {
    expect(meetings([lane(0, 'a'), lane(1, 'b'), lane(2, 'b', 'a')], NONE)).toEqual([[0, 1, 2]]);
  });

  test('stay while a batch passes their gate, and hold up nobody else', () => {
    expect(meetings([lane(0, 'a'), lane(1, 'b'), lane(2)], new Set(['a']))).toEqual([[1], [2]]);
  });

  test('are not overtaken at a gate by those that came later', () => {
    expect(meetings([lane(0, 'a', 'b'), lane(1, 'b')], new Set(['a']))).toEqual([]);
    expect(meetings([lane(1, 'b'), lane(0, 'a', 'b')], new Set(['a']))).toEqual([[1]]);
  });

  const gates = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 });

  test('are in one batch at the most, and no gate is passed by two', () => {
    check(
      fc.property(fc.array(gates, { maxLength: 8 }), gates, (wanted, passing) => {
        const waiting = wanted.map((each, i) => lane(i, ...each));
        const groups = meetings(waiting, new Set(passing));
        const begun = groups.flat();
        expect(new Set(begun).size).toBe(begun.length);
        const passed = groups.map((lanes) => new Set(lanes.flatMap((each) => wanted[each] as string[])));
        expect(new Set([...passing, ...passed.flatMap((each) => [...each])]).size).toBe(
          new Set(passing).size + passed.reduce((sum, { size }) => sum + size, 0),
        );
        // Whoever stays waits for a gate that is passed, or for somebody before it who does.
        waiting.forEach(({ lane: each, gates }) => {
          if (begun.includes(each)) return;
          const before = waiting.slice(0, each).filter((other) => !begun.includes(other.lane));
          expect(
            [...gates].some((gate) => (passing as readonly string[]).includes(gate) || before.some((other) => other.gates.has(gate))),
          ).toBe(true);
        });
      }),
      500,
    );
  });

  test('have their turn, however busy the gates are', () => {
    check(
      fc.property(fc.array(gates, { minLength: 4, maxLength: 4 }), fc.infiniteStream(fc.nat(3)), (wanted, ends) => {
        // Every lane has commands again as soon as its batch is through; which batch under way ends next is anybody's guess.
        const since = wanted.map((_, i) => i);
        const turns = wanted.map(() => 0);
        let underWay: number[][] = [];
        for (let step = 0; step < 200; step += 1) {
          const busy = underWay.flat();
          const passing: ReadonlySet<string> = new Set(busy.flatMap((each) => wanted[each] as string[]));
          const waiting = wanted
            .map((each, i) => lane(i, ...each))
            .filter((each) => !busy.includes(each.lane))
            .sort((a, b) => (since[a.lane] as number) - (since[b.lane] as number));
          underWay.push(...meetings(waiting, passing));
          const ended = underWay[(ends.next().value as number) % underWay.length] as number[];
          underWay = underWay.filter((each) => each !== ended);
          for (const each of ended) {
            turns[each] = (turns[each] as number) + 1;
            since[each] = 4 + step;
          }
        }
        // An end that never comes holds up who waits for it; with 200 ends at random each lane has many turns.
        expect(Math.min(...turns)).toBeGreaterThan(5);
      }),
      100,
    );
  });
});
