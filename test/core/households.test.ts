import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shareOut } from '../../src/households/spend-household-points.js';
import { check } from '../support/seed.js';

const points = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.maxSafeInteger().map(Math.abs));
/** What some have, and an amount that they have together. */
const wanted = fc
  .array(points, { minLength: 1, maxLength: 20 })
  .map((active) => ({ active, total: active.reduce((sum, each) => sum + BigInt(each), 0n) }))
  .filter(({ total }) => total <= BigInt(Number.MAX_SAFE_INTEGER))
  .chain(({ active, total }) =>
    fc.record({ active: fc.constant(active), amount: fc.nat({ max: Number(total) }), total: fc.constant(Number(total)) }),
  );

test('a household gives exactly the amount, and nobody more than they have', () => {
  check(
    fc.property(wanted, fc.constantFrom('IN_PROPORTION' as const, 'IN_ORDER' as const), ({ active, amount }, spending) => {
      const shares = shareOut(active, amount, spending);
      expect(shares).toHaveLength(active.length);
      expect(shares.reduce((sum, each) => sum + each, 0)).toBe(amount);
      shares.forEach((share, i) => {
        expect(Number.isInteger(share) && share >= 0 && share <= (active[i] as number)).toBe(true);
      });
    }),
    2_000,
  );
});

test('in proportion nobody is a whole point away from their exact share; equal ones differ by one at most', () => {
  check(
    fc.property(wanted, ({ active, amount, total }) => {
      fc.pre(total > 0);
      const shares = shareOut(active, amount, 'IN_PROPORTION');
      shares.forEach((share, i) => {
        const off = BigInt(share) * BigInt(total) - BigInt(active[i] as number) * BigInt(amount);
        expect(off < BigInt(total) && off > -BigInt(total)).toBe(true);
      });
    }),
    2_000,
  );
});

test('in order nobody gives before those ahead of them are empty', () => {
  check(
    fc.property(wanted, ({ active, amount }) => {
      const shares = shareOut(active, amount, 'IN_ORDER');
      const last = shares.findLastIndex((share) => share > 0);
      expect(shares.slice(0, Math.max(last, 0))).toEqual(active.slice(0, Math.max(last, 0)));
    }),
    2_000,
  );
});
