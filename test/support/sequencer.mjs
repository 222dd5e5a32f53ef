import Sequencer from '@jest/test-sequencer';

/** Those that take longest, longest first. Jest goes by what it remembers, and on a fresh machine by size: then the longest would run last, alone. */
const LONG = [
  'attacks/attacks',
  'features/import/cdnow-redemptions',
  'features/import/cdnow',
  'faults/import-killed',
  'features/feed/pairs-of-roles',
  'features/feed/long-lived',
  'core/oracle',
  'core/paging',
  'faults/sweep-killed',
  'faults/webhooks-killed',
  'faults/embedded-postgres',
  'features/gate/event-streams',
];

const rank = ({ path }) => {
  const place = LONG.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
  return place < 0 ? LONG.length : place;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
