import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Calendar } from '../../../src/programs/calendar.js';
import { addBusinessMinutes, addBusinessTime, businessTimeBetween, MINUTE_MS } from '../../../src/support/business-time.js';
import { type CaseClocks, changeTargets, NEVER, nextDue, restClock, resumeClock, startClocks } from '../../../src/support/support-clock.js';
import { DEFAULT_SUPPORT, PRIORITIES, type Priority } from '../../../src/support/support-policy.js';
import { check } from '../../support/seed.js';

const calendar = new Calendar('Europe/Berlin');
const promised = { policy: DEFAULT_SUPPORT, calendar };
const { hours, targets } = DEFAULT_SUPPORT;
/** Around the days on which clocks are turned. */
const beginning = fc
  .constantFrom('2026-03-25', '2026-10-21', '2026-12-01')
  .chain((day) => fc.nat({ max: 7 * 86_400_000 }).map((ms) => Date.parse(`${day}T00:00:00Z`) + ms));
const pauses = fc.array(fc.tuple(fc.nat({ max: 3 * 86_400_000 }), fc.boolean()), { maxLength: 12 });

/** Runs and rests by turns, each for so long; gives the clocks, when it is, and how long it ran in business hours. */
function play(priority: Priority, from: number, turns: readonly (readonly [number, boolean])[]) {
  let clocks: CaseClocks = startClocks(promised, from, priority);
  let [at, ranMs, missedAt] = [from, 0, null as number | null];
  const limit = (targets[priority].resolutionMinutes as number) * MINUTE_MS;
  for (const [ms, rests] of turns) {
    clocks = rests ? restClock(promised, clocks, at) : resumeClock(promised, clocks, at, priority);
    if (!rests) {
      const over = missedAt ?? addBusinessTime(hours, calendar, at, limit - ranMs);
      if (over < at + ms) missedAt = over;
      ranMs += businessTimeBetween(hours, calendar, at, at + ms);
    }
    at += ms;
  }
  return { clocks, at, ranMs, limit, missedAt };
}

describe('the clocks of a case', () => {
  test('it is due when it has run so long, however often it rested; what was missed stays missed', () => {
    check(
      fc.property(fc.constantFrom(...PRIORITIES), beginning, pauses, (priority, from, turns) => {
        const { clocks, at, ranMs, limit, missedAt } = play(priority, from, turns);
        const rested = restClock(promised, clocks, at);
        // A first turn that rests, and several of one kind, change nothing.
        expect(restClock(promised, rested, at + 1)).toBe(rested);
        expect(rested.resolutionUsedMs).toBe(ranMs);
        const goesOn = resumeClock(promised, rested, at, priority);
        if (missedAt !== null) {
          expect([rested.resolutionDueAt, goesOn.resolutionDueAt]).toEqual([missedAt, missedAt]);
        } else {
          expect(rested.resolutionDueAt).toBeNull();
          expect(businessTimeBetween(hours, calendar, at, goesOn.resolutionDueAt as number)).toBe(limit - ranMs);
        }
      }),
      300,
    );
  });

  test('the priority that it had from the beginning, or later: what is due lies no earlier than now, and is the same where it is to come', () => {
    check(
      fc.property(
        fc.constantFrom(...PRIORITIES),
        fc.constantFrom(...PRIORITIES),
        beginning,
        fc.nat({ max: 5 * 86_400_000 }),
        (first, then, from, ms) => {
          const at = from + ms;
          const changed = changeTargets(promised, startClocks(promised, from, first), at, then, { createdAt: from, isAnswered: false });
          const begun = startClocks(promised, from, then);
          const nextHour = addBusinessMinutes(hours, calendar, at, 0);
          for (const due of ['firstResponseDueAt', 'resolutionDueAt'] as const) {
            const [now, ever] = [changed[due] as number, begun[due] as number];
            expect(now).toBeGreaterThanOrEqual(at);
            // At the very end of a day, or at the beginning of the next: between the two there is no business.
            const expected = ever > at ? ever : nextHour;
            expect(businessTimeBetween(hours, calendar, Math.min(now, expected), Math.max(now, expected))).toBe(0);
          }
        },
      ),
      300,
    );
  });

  test('what is due next: the answer while there is none, then the solution; nothing once it is solved', () => {
    const clocks = startClocks(promised, Date.parse('2026-11-30T09:00:00Z'), 'NORMAL');
    expect(nextDue('OPEN', clocks, false)).toBe(clocks.firstResponseDueAt);
    expect(nextDue('OPEN', clocks, true)).toBe(clocks.resolutionDueAt);
    expect(nextDue('PENDING', { ...clocks, resolutionDueAt: null }, true)).toBe(NEVER);
    for (const status of ['SOLVED', 'CLOSED'] as const) expect(nextDue(status, clocks, false)).toBe(NEVER);
  });
});
