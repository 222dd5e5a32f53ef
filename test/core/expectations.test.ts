import { describe, expect, test } from '@jest/globals';
import type { Command } from '../../src/journal/core/decide.js';
import { Expectations } from '../../src/journal/expectations.js';

const command = (programId: string, type: string): Command => ({
  ...{ type, programId, streamId: 'm', shard: 0, by: 'test', input: null, effectiveAt: null, admittedAt: 0 },
  ...{ key: null, inputHash: null, externalId: null, readsLots: false },
});
const key = (counter: string, window = 0) => ({ counter, window });

describe('what commands are expected to need', () => {
  const [redeem, buy, other] = [command('p', 'REDEEM'), command('p', 'BUY'), command('q', 'REDEEM')];

  test('is what commands of their kind needed in the last batch, each counter once', () => {
    const expectations = new Expectations();
    expect(expectations.of([redeem])).toBeNull();
    const [a, b] = [key('a'), key('b', 5)];
    expectations.learn([redeem, redeem, buy], [{ programId: 'p', keys: [a, b] }, { programId: 'p', keys: [a] }, null]);
    expect(expectations.of([redeem, buy])).toEqual({ programId: 'p', keys: [a, b] });
    expect(expectations.of([buy])).toBeNull();
    expect([redeem, buy, other].map((each) => expectations.hasAny(each))).toEqual([true, false, false]);
    expectations.learn([redeem], [{ programId: 'p', keys: [] }]);
    expect(expectations.of([redeem])).toEqual({ programId: 'p', keys: [] });
    expectations.learn([redeem, redeem], [null, null]);
    expect(expectations.of([redeem])).toBeNull();
  });

  test('is nothing for commands of several programmes: who holds a gate must not come to want an earlier one', () => {
    const expectations = new Expectations();
    expectations.learn(
      [redeem, other],
      [
        { programId: 'p', keys: [key('a')] },
        { programId: 'q', keys: [key('a')] },
      ],
    );
    expect(expectations.of([redeem, other])).toBeNull();
    expect(expectations.of([other])).toEqual({ programId: 'q', keys: [key('a')] });
  });
});
