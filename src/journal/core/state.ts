import type { Counter } from './counters.js';
import { EMPTY_WALLET, type Entry, type Instant, type MemberStatus, type Standing, type WalletAmounts } from './entry.js';
import { LotBook } from './lots.js';
import { RecordBook } from './records.js';
import { dueOf, nextStanding } from './standings.js';

/** Everything a decision about one stream may depend on: a member, or the programme itself. Immutable; `evolve` is its only successor function. */
export interface StreamState {
  /** Number of the last entry; 0 before the first entry. */
  readonly number: number;
  readonly status: MemberStatus;
  readonly enrolledAt: Instant;
  /** The latest instant for which an entry exists: everything due up to it has been posted. */
  readonly settledAt: Instant;
  /** Nothing falls due before this instant; it may be early, never late. Infinity: nothing will. */
  readonly nextDueAt: Instant;
  readonly wallets: Readonly<Record<string, WalletAmounts>>;
  readonly standings: Readonly<Record<string, Standing>>;
  readonly lots: LotBook;
  readonly records: RecordBook;
  /** What was used of limits, by their ids. */
  readonly counters: Readonly<Record<string, Counter>>;
  /** What rules remember, by their ids. */
  readonly progress: Readonly<Record<string, unknown>>;
  /** To when activities put off the expiry of all points, by currency. */
  readonly slidTo: Readonly<Record<string, Instant>>;
}

export const NO_STREAM: StreamState = {
  number: 0,
  status: 'ACTIVE',
  enrolledAt: Number.NEGATIVE_INFINITY,
  settledAt: Number.NEGATIVE_INFINITY,
  nextDueAt: Number.POSITIVE_INFINITY,
  wallets: {},
  standings: {},
  lots: LotBook.EMPTY,
  records: RecordBook.EMPTY,
  counters: {},
  progress: {},
  slidTo: {},
};

const AMOUNTS = Object.keys(EMPTY_WALLET) as (keyof WalletAmounts)[];

/** Adds deltas to a wallet. */
export const addToWallet = (wallet: WalletAmounts, delta: Partial<WalletAmounts>): WalletAmounts => {
  const sum = { ...wallet };
  for (const amount of AMOUNTS) {
    const add = delta[amount];
    if (add !== undefined) (sum as Record<keyof WalletAmounts, number>)[amount] += add;
  }
  return sum;
};

/** The wallet without its zero amounts, as entries and stored states carry it. */
export const compactWallet = (wallet: WalletAmounts): Partial<WalletAmounts> => {
  const compact: Partial<Record<keyof WalletAmounts, number>> = {};
  for (const amount of AMOUNTS) if (wallet[amount] !== 0) compact[amount] = wallet[amount];
  return compact;
};

/** The next state. Total: it refuses nothing, so that history always replays. */
export function evolve(state: StreamState, entry: Entry): StreamState {
  const { data } = entry;
  let { wallets, standings, lots, records, counters, progress, slidTo } = state;
  for (const change of data.changes ?? []) {
    const wallet = wallets[change.currency] ?? EMPTY_WALLET;
    wallets = { ...wallets, [change.currency]: addToWallet(wallet, change.delta) };
    lots = lots.apply(change.currency, change.lots, entry.number);
  }
  for (const change of data.standings ?? []) {
    standings = { ...standings, [change.tierSet]: nextStanding(standings[change.tierSet], change) };
  }
  for (const { counter, ...used } of data.counters ?? []) counters = { ...counters, [counter]: used };
  for (const { of, value } of data.progress ?? []) progress = { ...progress, [of]: value };
  for (const { currency, expiresAt } of data.slides ?? []) slidTo = { ...slidTo, [currency]: expiresAt };
  for (const record of data.records ?? []) records = records.put(record);
  const next = {
    number: entry.number,
    status: data.status ?? state.status,
    enrolledAt: state.number === 0 ? entry.effectiveAt : state.enrolledAt,
    settledAt: Math.max(state.settledAt, entry.effectiveAt),
    nextDueAt: 0,
    wallets,
    standings,
    lots,
    records,
    counters,
    progress,
    slidTo,
  };
  next.nextDueAt = nextDueAt(next, state.nextDueAt);
  return next;
}

const nextDueAt = (state: StreamState, before: Instant): Instant => {
  let next = Math.min(state.lots.nextExpiry(before), state.records.nextDueAt);
  for (const set in state.standings) next = Math.min(next, dueOf(state.standings[set]));
  return next;
};

/** The state with a later bound for what falls due, once it was looked at with all lots up to `at` known. */
export const withNextDue = (state: StreamState): StreamState => ({ ...state, nextDueAt: nextDueAt(state, state.nextDueAt) });
