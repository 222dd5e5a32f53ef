/** How far members are trusted, least first. */
export const TRUST_LEVELS = ['NEW', 'BASIC', 'MEMBER', 'REGULAR'] as const;
export type TrustLevel = (typeof TRUST_LEVELS)[number];

/** What of a member is counted for their level. */
export interface TrustFacts {
  readonly posts: number;
  readonly likesReceived: number;
  readonly answersAccepted: number;
  /** Flags on their posts that moderators found right. */
  readonly upheldFlags: number;
  readonly joinedAt: Date;
  /** A level that staff set; null: it is counted. */
  readonly trustSet: TrustLevel | null;
}

/** What a level asks for: at least so much of each, and at most so many upheld flags. */
export interface TrustThreshold {
  readonly posts: number;
  readonly likesReceived: number;
  readonly answersAccepted: number;
  /** Whole days since they took part for the first time. */
  readonly days: number;
  /** null: however many. */
  readonly upheldFlagsMax: number | null;
}

export type TrustThresholds = Readonly<Record<Exclude<TrustLevel, 'NEW'>, TrustThreshold>>;

const DAY_MS = 86_400_000;

/** The level that a member has at an instant: the highest that they reached with all below it, or the one that staff set. */
export function trustLevelOf(facts: TrustFacts, thresholds: TrustThresholds, now: number): TrustLevel {
  if (facts.trustSet) return facts.trustSet;
  const days = Math.floor((now - facts.joinedAt.getTime()) / DAY_MS);
  let level: TrustLevel = 'NEW';
  for (const next of ['BASIC', 'MEMBER', 'REGULAR'] as const) {
    if (!isReached(thresholds[next], facts, days)) break;
    level = next;
  }
  return level;
}

const isReached = (asked: TrustThreshold, facts: TrustFacts, days: number): boolean =>
  facts.posts >= asked.posts &&
  facts.likesReceived >= asked.likesReceived &&
  facts.answersAccepted >= asked.answersAccepted &&
  days >= asked.days &&
  (asked.upheldFlagsMax === null || facts.upheldFlags <= asked.upheldFlagsMax);
