import fc from 'fast-check';
import {
  type Deed,
  deeds,
  endsOfHolds,
  gifts,
  halfDays,
  holds,
  often,
  paidPurchases,
  purchases,
  reinstatements,
  returns,
  reversals,
  spendings,
} from './deeds.js';

/** A command, after the clock moved by `forward`, for the instant `offset` away from the clock or for now. */
export interface Step {
  readonly forward: number;
  readonly offset: number | null;
  readonly deed: Deed;
  /** Spends, takes, holds and captures what is there instead of the amount: all, or exactly the lot that expires first. */
  readonly exactly: 'ALL' | 'FIRST_LOT' | null;
}

const forward = fc.oneof(
  often(4, 0),
  { weight: 5, arbitrary: halfDays(0, 4) },
  { weight: 3, arbitrary: halfDays(5, 45) },
  { weight: 1, arbitrary: halfDays(46, 250) },
);
const anyOffset = fc.oneof(
  often(10, null),
  { weight: 3, arbitrary: halfDays(-40, 0) },
  { weight: 1, arbitrary: halfDays(-400, -41) },
  { weight: 1, arbitrary: halfDays(0, 30) },
);
const exactly = fc.oneof(often(4, null), often(1, 'ALL' as const), often(2, 'FIRST_LOT' as const));

function stepsWith(offset: fc.Arbitrary<number | null>): fc.Arbitrary<Step[]> {
  const step = (deed: fc.Arbitrary<Deed>, moves = forward): fc.Arbitrary<Step> => fc.record({ forward: moves, offset, deed, exactly });
  const single = step(deeds).map((each) => [each]);
  const soon = fc.oneof(often(2, 0), { weight: 1, arbitrary: halfDays(0, 4) });
  const story = fc.tuple(step(deeds), step(holds, soon), step(endsOfHolds, soon), step(endsOfHolds, forward)).map((each) => [...each]);
  const back = fc.oneof({ weight: 4, arbitrary: returns }, { weight: 1, arbitrary: reversals });
  const bought = fc.tuple(
    step(purchases),
    step(spendings, soon),
    step(paidPurchases, soon),
    step(back, soon),
    step(back, forward),
    step(back, forward),
  );
  const long = halfDays(120, 400);
  const [good, right] = gifts.map((gift) => step(gift, fc.constant(0))) as [fc.Arbitrary<Step>, fc.Arbitrary<Step>];
  const expired = fc.tuple(good, right, step(reinstatements, long), step(reinstatements, soon), step(reinstatements, soon));
  const stories = fc.oneof(
    { weight: 28, arbitrary: single },
    { weight: 2, arbitrary: story },
    { weight: 2, arbitrary: bought.map((each) => [...each]) },
    { weight: 1, arbitrary: expired.map((each) => [...each]) },
  );
  return fc.array(stories, { minLength: 20, maxLength: 70, size: 'max' }).map((each) => each.flat());
}

/** Commands of one member; some are back-dated, some ahead of the clock. */
export const steps = stepsWith(anyOffset);
/** Commands of one member, each for the present. */
export const presentSteps = stepsWith(fc.constant(null));
