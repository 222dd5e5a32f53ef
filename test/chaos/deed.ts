import type { Random } from './random.js';
import type { Shop } from './shop.js';

export interface Change {
  readonly currencyCode: string;
  readonly amount: number;
}

/** A change as the API tells it. */
export interface ToldChange extends Change {
  readonly balanceBefore: number;
  readonly balanceAfter: number;
}

/** What a caller was told of one command, in one answer. */
export type Told =
  | {
      readonly what: 'done';
      readonly entryId: string;
      readonly number: number;
      readonly changes: readonly ToldChange[];
      readonly replayed: boolean;
    }
  | {
      readonly what: 'refused';
      readonly code: string;
      readonly replayed: boolean;
      readonly available?: number;
      readonly remaining?: number;
      readonly required?: number;
      readonly number?: number;
    };

/** What a command does to points where it is done. What that comes to may depend on what was done before: `check/accounts.ts` knows. */
export type Effect =
  | { readonly is: 'nothing' }
  /** Points by hand, on which nothing depends but debt. */
  | { readonly is: 'gives'; readonly change: Change }
  | { readonly is: 'takes'; readonly change: Change }
  | { readonly is: 'buys'; readonly cents: number }
  | { readonly is: 'reviews' }
  /** To another member; theirs is the other half. */
  | { readonly is: 'transfers'; readonly change: Change; readonly to: string }
  /** As many whole steps as lie in the amount. */
  | { readonly is: 'converts'; readonly amount: number }
  /** A part of what was bought under a key; null: all that is left. */
  | { readonly is: 'returns'; readonly purchase: string; readonly cents: number | null }
  /** Points of what was given or taken under a key; null: all that are left. */
  | { readonly is: 'reverses'; readonly entry: string; readonly amount: number | null };

/** A command, and what the journal shall say of it where it is done. */
export interface Command {
  /** Name of its kind of deed. */
  readonly kind: string;
  /** The member's externalId. */
  readonly member: string;
  /** Null for an enrolment, which is named by the member. */
  readonly key: string | null;
  /** The order's own number; null where it has none. */
  readonly order: string | null;
  readonly entryKind: string;
  readonly effect: Effect;
  /** Codes of the refusals that it may meet. */
  readonly refusals: readonly string[];
}

/** One HTTP request: a mutation with one or many commands. */
export interface Call {
  readonly query: string;
  /** Asked for when it is sent; null: what it refers to was refused, so that there is nothing to send. */
  readonly variables: () => object | null;
  /** It refers to what is done before it. */
  readonly isConditional?: boolean;
  readonly commands: readonly Command[];
  /** What the answer says of each command, in order. */
  readonly told: (data: never) => Told[];
}

/** What one client does: calls one after the other, those of a step at the same time. */
export interface Deed {
  readonly steps: readonly (readonly Call[])[];
  /** Members whose wallets are read behind it. */
  readonly reads: readonly string[];
}

/** What a kind may choose from. */
export interface World {
  readonly index: number;
  readonly random: Random;
  /** One of those that are enrolled; often a hot one. */
  readonly member: () => string;
  /** A name that no other command has. */
  readonly name: (prefix: string) => string;
  readonly shop: Shop;
}

/** A kind of deed: one file in `deeds/`, one line in `deeds.ts`. */
export interface DeedKind {
  readonly name: string;
  /** How often it is chosen, in proportion to the others. */
  readonly weight: number;
  readonly plan: (world: World) => Deed;
}

export const ENTRY_FIELDS = 'entry { id number changes { currencyCode amount balanceBefore balanceAfter } }';
export const ERROR_FIELDS =
  'errors { code message ... on InsufficientPoints { available required } ... on LimitExceeded { remaining required } ... on ActivityAlreadyRecorded { number } }';

/** A payload of the mutations that have `entry`, `replayed` and `errors`. */
export interface Payload {
  readonly replayed: boolean;
  readonly entry: { readonly id: string; readonly number: number; readonly changes: readonly ToldChange[] } | null;
  readonly errors: readonly Pick<Extract<Told, { what: 'refused' }>, 'code' | (typeof DETAILS)[number]>[];
}

const DETAILS = ['available', 'remaining', 'required', 'number'] as const;

export function toldBy({ replayed, entry, errors }: Payload): Told {
  const [error] = errors;
  if (error) {
    const details = DETAILS.flatMap((name) => (error[name] === undefined ? [] : [[name, error[name]]]));
    return { what: 'refused', code: error.code, replayed, ...Object.fromEntries(details) };
  }
  if (!entry) throw new Error('an answer with neither an entry nor errors');
  return { what: 'done', entryId: entry.id, number: entry.number, changes: entry.changes, replayed };
}

/** Sends a call once, twice at the same time, or once more when its outcome is known. */
export function sometimesTwice(random: Random, call: Call): Deed['steps'] {
  const roll = random.next();
  if (roll < 0.07) return [[call, call]];
  return roll < 0.11 ? [[call], [call]] : [[call]];
}
