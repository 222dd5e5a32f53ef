import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Entry } from '../../src/journal/core/entry.js';
import { evolve, NO_STREAM, type StreamState } from '../../src/journal/core/state.js';
import type { TierSetSettings } from '../../src/tiers/tier-set.js';
import { LadderMember, ladder, settingsWith } from '../support/ladder-member.js';
import { check } from '../support/seed.js';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const ENROLLED = Date.parse('2023-11-20T10:00:00Z');
const YEAR_START = { month: 1, day: 1 };

const sets: fc.Arbitrary<TierSetSettings> = fc
  .record({
    window: fc.constantFrom<TierSetSettings['window'][]>(
      { type: 'CALENDAR_YEAR', startsOn: { month: 4, day: 6 } },
      { type: 'ANNIVERSARY' },
      { type: 'ROLLING', startsOn: YEAR_START, period: 'P3M' },
      { type: 'LIFETIME', startsOn: YEAR_START },
    ),
    upgrades: fc.constantFrom('IMMEDIATE', 'NEXT_PERIOD'),
    lasts: fc.constantFrom<TierSetSettings['lasts'][]>(
      { mode: 'PERIODS', further: 0 },
      { mode: 'PERIODS', further: 1 },
      { mode: 'FOR_PERIOD', period: 'P5M' },
    ),
    downgrade: fc.constantFrom('ONE_DOWN', 'BY_BALANCE'),
    grace: fc.constantFrom(null, 'P6W'),
  })
  .map((rules) => ladder(rules));
const zones = fc.constantFrom('UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia');

const step = fc.record({
  hours: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 1_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 9_000 }) },
  ),
  cents: fc.integer({ min: 0, max: 150 }),
  manualDays: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 300 }) }),
});
const steps = fc.array(step, { minLength: 5, maxLength: 40, size: 'max' });

/** What is stored of an entry, as it comes back. */
const stored = (entry: Entry): Entry => JSON.parse(JSON.stringify(entry)) as Entry;

test('standings follow from the stored entries alone', () => {
  check(
    fc.property(fc.array(sets, { minLength: 1, maxLength: 2 }), zones, steps, (rules, zone, given) => {
      const member = new LadderMember(ENROLLED, settingsWith(named(rules), zone));
      live(member, given);

      const replayed = member.entries.map(stored).reduce<StreamState>(evolve, NO_STREAM);

      expect(JSON.parse(JSON.stringify(replayed.standings))).toEqual(JSON.parse(JSON.stringify(member.state.standings)));
    }),
    300,
  );
});

test('Points 5: whether tiers are evaluated lazily or swept, the entries are the same', () => {
  check(
    fc.property(
      fc.array(sets, { minLength: 1, maxLength: 2 }),
      zones,
      steps,
      fc.integer({ min: 1, max: 40 }),
      (rules, zone, given, each) => {
        const [lazy, swept] = [0, 1].map(() => new LadderMember(ENROLLED, settingsWith(named(rules), zone))) as [
          LadderMember,
          LadderMember,
        ];

        live(lazy, given);
        live(swept, given, each * 24 * HOUR);

        expect(swept.entries).toEqual(lazy.entries);
      },
    ),
    300,
  );
});

test('a standing is at its evaluation until then, and what ends lies ahead', () => {
  check(
    fc.property(sets, zones, steps, (rules, zone, given) => {
      const member = new LadderMember(ENROLLED, settingsWith([rules], zone));
      live(member, given, 10 * 24 * HOUR, (now) => {
        const { until = null, graceUntil, upgradesAt } = member.standing ?? {};
        for (const at of [graceUntil ?? until, upgradesAt]) if (at != null) expect(at).toBeGreaterThan(now);
      });
    }),
    150,
  );
});

const named = (rules: TierSetSettings[]): TierSetSettings[] => rules.map((set, i) => ({ ...set, id: i === 0 ? 'status' : `status-${i}` }));

function live(
  member: LadderMember,
  given: (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
  sweepEvery = 0,
  look?: (now: number) => void,
) {
  let now = ENROLLED;
  for (const { hours, cents, manualDays } of given) {
    const next = now + hours * HOUR;
    if (sweepEvery > 0) for (let at = now; at < next; at += sweepEvery) member.sweep(at);
    now = next;
    if (manualDays > 0) member.setTier('silver', now + manualDays * 24 * HOUR, now, 'status');
    else member.buy(cents, now);
    look?.(now);
  }
  member.sweep(now + 2_000 * 24 * HOUR);
}
