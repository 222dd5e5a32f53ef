import { describe, expect, test } from '@jest/globals';
import { CountersNeeded, SharedCounters } from '../../src/journal/core/shared-counters.js';

const week = { counter: 'cap:a', window: 7 };
const ever = { counter: 'cap:b', window: 0 };

describe('counters that streams share', () => {
  test('are asked for all at once, and only those that are not known', () => {
    const read = SharedCounters.UNREAD.withRead([{ ...week, used: 5 }]);
    const asked = (use: () => unknown): unknown => {
      try {
        return use();
      } catch (error) {
        return error instanceof CountersNeeded ? error.keys : error;
      }
    };
    expect(asked(() => SharedCounters.UNREAD.used([week, ever]))).toEqual([week, ever]);
    expect(asked(() => read.used([week, ever]))).toEqual([ever]);
    expect(asked(() => read.add([{ ...ever, delta: 1 }]))).toEqual([ever]);
    expect(read.used([week])).toEqual([5]);
    // the same counter in another period is another one
    expect(read.has({ ...week, window: 14 })).toBe(false);
  });

  test('change by entries alone: what was decided and given up leaves no trace', () => {
    const read = SharedCounters.UNREAD.withRead([
      { ...week, used: 5 },
      { ...ever, used: 9 },
    ]);
    const changes = read.add([
      { ...week, delta: 3 },
      { ...ever, delta: 0 },
    ]);
    expect(changes).toEqual([{ ...week, delta: 3, used: 8 }]);
    expect(read.used([week, ever])).toEqual([5, 9]);
    expect(read.apply(changes).used([week, ever])).toEqual([8, 9]);
  });

  test('are passed over where nobody looks at what comes of them', () => {
    expect(SharedCounters.PASSED_OVER.used([week])).toEqual([0]);
    expect(SharedCounters.PASSED_OVER.add([{ ...week, delta: -4 }])).toEqual([{ ...week, delta: -4, used: -4 }]);
  });
});
