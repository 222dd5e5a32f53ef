import { type DeedKind, sometimesTwice } from '../deed.js';
import { spendCall } from './spend.js';

/** More than anybody has: it has to be refused, and told the same again. */
export const overspend: DeedKind = {
  name: 'overspend',
  weight: 5,
  plan: ({ random, member, name }) => {
    const call = spendCall('overspend', member(), name('overspend'), 'POINTS', random.int(10_000_000, 2_000_000_000));
    return { steps: sometimesTwice(random, call), reads: [] };
  },
};
