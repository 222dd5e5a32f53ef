import { globalId } from '../graphql/global-id.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import type { Program } from '../programs/program.js';
import { type Earned, earnedPoints } from './attribution.js';
import { CapLimit, PointsAward } from './cap.types.js';

/** Awards as the entry of an activity keeps them. */
export function awardsOf({ data }: StoredEntry, program: Program): PointsAward[] {
  return ((data.because ?? []) as readonly Earned[]).map((earned) => {
    const granted = earnedPoints(earned);
    const limits = (earned.caps ?? []).filter((cap) => cap.granted < cap.requested);
    const limitedBy = limits.map(({ cap, name, requested, granted: given }) =>
      Object.assign(new CapLimit(), { capId: globalId('earningCap', cap), name, requested, granted: given }),
    );
    const currencyCode = program.currencyCode(earned.currency);
    return Object.assign(new PointsAward(), { currencyCode, requested: earned.requested ?? granted, granted, limitedBy });
  });
}
