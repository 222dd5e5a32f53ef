import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Inbox, inboxOf, isRead, unreadCount, withRead, withSent } from '../../src/inbox/inbox.js';
import { NO_STREAM } from '../../src/journal/core/state.js';
import { seed } from '../support/seed.js';

const of = (inbox: Inbox): number[] => Array.from({ length: inbox.sent }, (_, i) => i + 1).filter((n) => isRead(inbox, n));

describe('what an inbox remembers', () => {
  test('agrees with a set of what was read, whatever is read in which order', () => {
    const steps = fc.array(
      fc.oneof(fc.constant('send' as const), fc.record({ from: fc.nat(), length: fc.integer({ min: 1, max: 8 }) }), fc.nat()),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        let inbox = inboxOf(NO_STREAM);
        const model = new Set<number>();
        for (const step of all) {
          if (step === 'send') inbox = withSent(inbox);
          else if (inbox.sent > 0) {
            // A number: all up to it.
            const from = typeof step === 'number' ? 1 : 1 + (step.from % inbox.sent);
            const to = typeof step === 'number' ? 1 + (step % inbox.sent) : Math.min(inbox.sent, from + step.length - 1);
            inbox = withRead(inbox, from, to);
            for (let n = from; n <= to; n += 1) model.add(n);
          }
          expect(of(inbox)).toEqual([...model].sort((a, b) => a - b));
          expect(unreadCount(inbox)).toBe(inbox.sent - model.size);
          expect(inbox.read.every(([from], i) => i === 0 || from > (inbox.read[i - 1]?.[1] ?? 0) + 1)).toBe(true);
        }
      }),
      { seed: seed(), numRuns: 200 },
    );
  });

  test('stays small: beyond a hundred gaps the oldest counts as read', () => {
    let inbox = inboxOf(NO_STREAM);
    for (let n = 1; n <= 1_000; n += 1) inbox = withSent(inbox);
    for (let n = 2; n <= 1_000; n += 2) inbox = withRead(inbox, n, n);
    expect(inbox.read).toHaveLength(100);
    expect(inbox.read[0]).toEqual([1, 802]);
    expect(unreadCount(inbox)).toBe(99);
    expect(isRead(inbox, 801) && !isRead(inbox, 803)).toBe(true);
  });
});
