import type { FeedCase } from './case.js';
import { crash } from './cases/crash.js';
import { kills } from './cases/kills.js';
import { network } from './cases/network.js';

/** Everything that is done to the feed. A new case is a file and a line here. */
export const CASES: readonly FeedCase[] = [network, kills, crash];
