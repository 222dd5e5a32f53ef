import type { FeedCase } from './case.js';
import { contrast } from './cases/contrast.js';
import { crash } from './cases/crash.js';
import { crowd } from './cases/crowd.js';
import { doorbell } from './cases/doorbell.js';
import { epoch } from './cases/epoch.js';
import { kills } from './cases/kills.js';
import { lockedOut } from './cases/locked-out.js';
import { longTransaction } from './cases/long-transaction.js';
import { network } from './cases/network.js';
import { programmes } from './cases/programmes.js';
import { retention } from './cases/retention.js';
import { slowReaders } from './cases/slow-readers.js';

/** Everything that is done to the feed. A new case is a file and a line here. */
export const CASES: readonly FeedCase[] = [
  ...[network, kills, crash, doorbell, longTransaction, retention, epoch],
  ...[slowReaders, contrast, crowd, lockedOut, programmes],
];
