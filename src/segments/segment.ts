import type { Instant } from '../journal/core/entry.js';

/** Bounds of a number, both inclusive; null: none. */
export interface Range {
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** When something happened last: in the last days, today included, or not in them. */
export interface LastTime {
  readonly withinDays: number | null;
  readonly notWithinDays: number | null;
}

export const PROFILE_FIELDS = ['EXTERNAL_ID', 'EMAIL', 'GIVEN_NAME', 'FAMILY_NAME'] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** Something that is true of a member or not. Plain data; it is compiled to SQL and never executed otherwise. */
export type SegmentCondition =
  | { readonly kind: 'ALL' | 'ANY'; readonly of: readonly SegmentCondition[] }
  | { readonly kind: 'NOT'; readonly of: SegmentCondition }
  /** `oneOf` null: whether the field is filled at all. */
  | { readonly kind: 'PROFILE'; readonly field: ProfileField; readonly oneOf: readonly string[] | null; readonly isPresent: boolean }
  | {
      readonly kind: 'ATTRIBUTE';
      readonly name: string;
      readonly test:
        | { readonly oneOf: readonly (string | boolean)[] }
        | { readonly isPresent: boolean }
        /** Decimal texts; inclusive. */
        | { readonly atLeast: string | null; readonly atMost: string | null }
        /** Dates, like 2000-12-24; inclusive. */
        | { readonly from: string | null; readonly to: string | null };
    }
  | { readonly kind: 'ENROLLED'; readonly from: Instant | null; readonly before: Instant | null; readonly last: LastTime }
  /** Minor units of money; `days`: in so many last days, null: ever. */
  | { readonly kind: 'SPEND'; readonly range: Range; readonly days: number | null }
  | { readonly kind: 'PURCHASES'; readonly range: Range; readonly days: number | null }
  | { readonly kind: 'LAST_PURCHASE' | 'LAST_REDEMPTION'; readonly last: LastTime }
  | { readonly kind: 'BALANCE'; readonly currency: string; readonly range: Range }
  | { readonly kind: 'TIER'; readonly tierSet: string; readonly atLeast: string | null; readonly oneOf: readonly string[] | null };

/** Members of whom a condition is true, found out when it is asked. */
export interface SegmentSettings {
  readonly id: string;
  /** From 1; each change makes the next. */
  readonly version: number;
  readonly name: string;
  readonly condition: SegmentCondition;
}

/** How deep conditions nest, and how many there are in a segment. */
export const DEPTH_MAX = 8;
export const CONDITIONS_MAX = 50;
export const SEGMENTS_MAX = 100;
export const DAYS_MAX = 3_660;
export const VALUES_MAX = 100;

/** The conditions of a tree that are no all, any or not. */
export function leavesOf(condition: SegmentCondition): SegmentCondition[] {
  switch (condition.kind) {
    case 'ALL':
    case 'ANY':
      return condition.of.flatMap(leavesOf);
    case 'NOT':
      return leavesOf(condition.of);
    default:
      return [condition];
  }
}

const OF_ENTRIES: readonly SegmentCondition['kind'][] = ['SPEND', 'PURCHASES', 'LAST_PURCHASE', 'LAST_REDEMPTION'];

/** Whether a condition is about what stands in members' entries, and in no row of theirs. */
export const asksEntries = (condition: SegmentCondition): boolean => leavesOf(condition).some(({ kind }) => OF_ENTRIES.includes(kind));
