import fc from 'fast-check';
import { DAY } from './world.js';

/**
 * What one command wants. `hold` and `activity` are numbers of entries; in a deed that is still to be given they
 * say which of the earlier ones is meant: 0 the latest that is not ended, 1 the latest of all, 2 and 3 those before it, and so on.
 */
export type Deed =
  | { readonly type: 'PURCHASE'; readonly cents: number; readonly money: 'EUR' | 'USD'; readonly externalId: string | null }
  | {
      readonly type: 'EVENT';
      readonly name: 'review' | 'visit' | 'other';
      readonly externalId: string | null;
      /** externalId of the activity that it is about. */
      readonly refersTo?: string | null;
    }
  | { readonly type: 'SPEND'; readonly amount: number; readonly code: string | null }
  | { readonly type: 'ADJUST'; readonly amount: number; readonly code: string | null; readonly reason: 'GOODWILL' | 'CORRECTION' }
  | { readonly type: 'HOLD'; readonly amount: number; readonly code: string | null; readonly timeout: number }
  /** null: all that is left. */
  | { readonly type: 'CAPTURE'; readonly hold: number; readonly amount: number | null; readonly isFinal: boolean }
  | { readonly type: 'RELEASE'; readonly hold: number }
  | { readonly type: 'ACTIVATE' | 'CANCEL'; readonly activity: number }
  | { readonly type: 'STATUS'; readonly status: 'ACTIVE' | 'SUSPENDED' | 'CLOSED' }
  | { readonly type: 'SETTLE' };

export const often = <T>(weight: number, value: T) => ({ weight, arbitrary: fc.constant(value) });
export const halfDays = (min: number, max: number) => fc.integer({ min: min * 2, max: max * 2 }).map((n) => (n * DAY) / 2);

const code = fc.oneof(often(8, 'POINTS'), often(8, 'STARS'), often(1, null), often(1, 'CASH'));
const partnerId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const externalId = fc.oneof(often(4, null), { weight: 2, arbitrary: partnerId });
const earlier = fc.oneof(often(3, 0), { weight: 3, arbitrary: fc.nat(7) });

const of = <T extends Deed['type'], R extends object>(
  weight: number,
  type: T | fc.Arbitrary<T>,
  rest: { [K in keyof R]: fc.Arbitrary<R[K]> },
) => ({
  weight,
  arbitrary: fc.record({ type: typeof type === 'string' ? fc.constant(type) : type, ...rest }),
});

const hold = of(9, 'HOLD', {
  amount: fc.integer({ min: 1, max: 12 }),
  code,
  timeout: fc.oneof(halfDays(1, 10), halfDays(5, 90), halfDays(90, 400)),
});

const ends = [
  of(5, 'CAPTURE', {
    hold: earlier,
    amount: fc.oneof(often(1, null), { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) }),
    isFinal: fc.boolean(),
  }),
  of(3, 'RELEASE', { hold: earlier }),
] as const;

export const deeds = fc.oneof(
  of(12, 'PURCHASE', {
    cents: fc.oneof(
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 1, max: 16 }).map((n) => n * 500),
    ),
    money: fc.oneof(often(15, 'EUR'), often(1, 'USD')),
    externalId,
  }),
  of(7, 'EVENT', {
    name: fc.constantFrom('review', 'visit', 'other'),
    externalId,
    refersTo: fc.oneof(often(2, null), { weight: 3, arbitrary: partnerId }),
  }),
  of(6, 'SPEND', { amount: fc.integer({ min: 1, max: 25 }), code }),
  of(6, 'ADJUST', {
    amount: fc.integer({ min: -15, max: 20 }).filter((amount) => amount !== 0),
    code,
    reason: fc.constantFrom('GOODWILL', 'CORRECTION'),
  }),
  hold,
  ...ends,
  of(3, fc.constantFrom('ACTIVATE', 'ACTIVATE', 'CANCEL'), { activity: earlier }),
  of(4, 'SETTLE', {}),
  of(2, 'STATUS', { status: fc.oneof(often(12, 'ACTIVE'), often(4, 'SUSPENDED'), often(1, 'CLOSED')) }),
) as fc.Arbitrary<Deed>;

/** Points are held; what comes soon after may end that. */
export const holds = hold.arbitrary as fc.Arbitrary<Deed>;
export const endsOfHolds = fc.oneof(...ends) as fc.Arbitrary<Deed>;
