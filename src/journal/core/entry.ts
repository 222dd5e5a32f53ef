import type { CounterChange } from './counters.js';
import type { Listing } from './listings.js';
import type { ProgressChange } from './progress.js';
import type { EntryRecord } from './records.js';
import type { SharedChange } from './shared-counters.js';

/** Milliseconds since 1970-01-01T00:00Z. The core knows instants only; zones live in the programme's calendar. */
export type Instant = number;

/** A member's holding in one currency, in whole points. Every amount is >= 0. */
export interface WalletAmounts {
  /** Spendable now. Always the sum of the member's open lots in this currency. */
  readonly active: number;
  readonly pending: number;
  readonly held: number;
  readonly debt: number;
  /** Lifetime totals; they never fall when points leave the wallet. */
  readonly earned: number;
  readonly spent: number;
  readonly expired: number;
}

export const EMPTY_WALLET: WalletAmounts = {
  active: 0,
  pending: 0,
  held: 0,
  debt: 0,
  earned: 0,
  spent: 0,
  expired: 0,
};

/** What one entry adds to (positive) or takes from (negative) one lot. The three other fields are the lot's identity. */
export interface LotChange {
  /** Exclusive: spendable if and only if t < expiresAt. null: never expires. */
  readonly expiresAt: Instant | null;
  /** Where the points came from: `rule:<id>` or `adjustment:<reason>`. */
  readonly source: string;
  readonly amount: number;
}

/** What one entry does to one wallet. Zero amounts are left out of `delta` and `after`. */
export interface WalletChange {
  readonly currency: string;
  readonly delta: Partial<WalletAmounts>;
  readonly lots: readonly LotChange[];
  readonly after: Partial<WalletAmounts>;
}

/** To when an activity put off the expiry of all points of a currency. */
export interface Slide {
  readonly currency: string;
  readonly expiresAt: Instant;
}

/** What was gathered from `window` on to the next bucket: a qualification window, or a day of a rolling one. */
export interface Bucket {
  /** Its first instant. */
  readonly window: Instant;
  /** In the tier set's first measure: minor money units, points, or a number of activities. */
  readonly progress: number;
  /** In its further measures, in their order; left out where there is one measure, or nothing was gathered. */
  readonly more?: readonly number[];
}

/** What evaluation gives a member. */
export interface EarnedTier {
  readonly tier: string;
  readonly since: Instant;
  /** The instant at which this tier is evaluated again; null for the first tier, which cannot be lost, and for one given for good. */
  readonly until: Instant | null;
  /** Present in grace, which is after `until`: when it ends. */
  readonly graceUntil?: Instant;
}

/** A tier given by hand. While it lasts, the standing's tier, since and until are its own. */
export interface ManualTier {
  readonly reason: string;
  /** What the member had by evaluation when it was given. */
  readonly own: EarnedTier;
}

/** Where a member stands in one tier set, and what counts towards the next step: the latest bucket, and those before it that still count. */
export interface Standing extends EarnedTier, Bucket {
  /** Present where a higher tier was reached that begins with the next period: when that is. */
  readonly upgradesAt?: Instant;
  readonly manual?: ManualTier;
  /** Earlier buckets, oldest first; none is empty. */
  readonly past?: readonly Bucket[];
}

/** A standing after an entry, and what the entry added. Earlier buckets follow from the standing before, so that entries stay small. */
export interface StandingChange extends Omit<Standing, 'past'> {
  readonly tierSet: string;
  /** In the first measure. */
  readonly added: number;
  /** In the further measures; left out where nothing was added to them. */
  readonly addedMore?: readonly number[];
  /** Earlier buckets count from this instant on; left out where none does. */
  readonly countsFrom?: Instant;
  /** An earlier bucket after the entry, where the entry added to one. */
  readonly late?: Bucket;
}

export type MemberStatus = 'ACTIVE' | 'SUSPENDED' | 'CLOSED';

/** The stored body of an entry. Everything that `evolve` needs is in here as plain data. */
export interface EntryData {
  /** Who caused it: an API key id, or `system` for what falls due. */
  readonly by: string;
  /** The version of the programme's settings it was decided under. */
  readonly settings: number;
  /** Present when the command's instant lay before the member's last settled instant. */
  readonly backDated?: true;
  /** The whole input that was decided on; ids, amounts and digests only, never profile data. */
  readonly input?: unknown;
  readonly changes?: readonly WalletChange[];
  readonly standings?: readonly StandingChange[];
  /** Each later than the one before it of the same currency. */
  readonly slides?: readonly Slide[];
  /** Counters as they are after it. */
  readonly counters?: readonly CounterChange[];
  /** What rules remember of the member, as it is after it. */
  readonly progress?: readonly ProgressChange[];
  /** Counters that all streams of the programme share, as they are after it. No stream's state contains them. */
  readonly shared?: readonly SharedChange[];
  /** Records as they are after it; each replaces the one before. */
  readonly records?: readonly EntryRecord[];
  /** What is found by a list and a key from then on, or no longer. No stream's state contains it. */
  readonly listed?: readonly Listing[];
  readonly status?: MemberStatus;
  /** Why the numbers are what they are: rule ids, inputs, formulas. */
  readonly because?: unknown;
}

/** One thing that happened to one stream, as the core produces it. Position, hash and `postedAt` are the shell's. */
export interface Entry {
  readonly number: number;
  readonly kind: string;
  readonly effectiveAt: Instant;
  readonly data: EntryData;
}
