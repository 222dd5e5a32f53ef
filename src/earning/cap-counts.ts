import type { CounterChange } from '../journal/core/counters.js';
import type { Draft } from '../journal/core/draft.js';
import type { Instant } from '../journal/core/entry.js';
import type { SharedChange, SharedKey } from '../journal/core/shared-counters.js';
import type { Program } from '../programs/program.js';
import { capsOf } from '../promotions/promotion-caps.js';
import type { CapSettings, CapUse } from './cap.js';

/** How full caps are after an entry: a member's own, and those of all members. Each is left out where there is none. */
export interface CapCounts {
  readonly counters?: readonly CounterChange[];
  readonly shared?: readonly SharedChange[];
}

/** The counter of a cap of all members. */
export const sharedKey = ({ id }: Pick<CapSettings, 'id'>, window: Instant): SharedKey => ({ counter: `cap:${id}`, window });

const usedByMember = ({ state }: Draft<Program>, cap: string, window: Instant): number => {
  const counter = state.counters[cap];
  return counter?.window === window ? counter.used : 0;
};

/** Says which caps are of all members. */
function sharing({ settings }: Program): (cap: string) => boolean {
  const shared = new Set(capsOf(settings).flatMap(({ id, scope }) => (scope ? [id] : [])));
  return (cap) => shared.has(cap);
}

/** What is used of a cap in the period of an activity; null: it counts a later period already. @throws CountersNeeded */
export function usedBefore(draft: Draft<Program>, cap: CapSettings, window: Instant): number | null {
  if (cap.scope) return draft.shared.used([sharedKey(cap, window)])[0] as number;
  const latest = draft.state.counters[cap.id]?.window ?? window;
  return latest > window ? null : usedByMember(draft, cap.id, window);
}

/** What it takes to give the room back that points took of caps. */
export type CapRoom = Pick<CapUse, 'cap' | 'window' | 'granted' | 'counted'>;

/** What an entry adds to a cap. */
export interface Counted extends Pick<CapUse, 'cap' | 'window'> {
  readonly delta: number;
}

/** The counters after these amounts, each cap once. @throws CountersNeeded */
export function countsOf(draft: Draft<Program>, counted: readonly Counted[]): CapCounts {
  const isShared = sharing(draft.program);
  const counters = counted
    .filter(({ cap }) => !isShared(cap))
    .map(({ cap, window, delta }) => ({ counter: cap, window, used: Math.max(0, usedByMember(draft, cap, window) + delta) }));
  const together = draft.shared.add(
    counted.flatMap(({ cap, window, delta }) => (isShared(cap) ? [{ ...sharedKey({ id: cap }, window), delta }] : [])),
  );
  return { ...(counters.length > 0 && { counters }), ...(together.length > 0 && { shared: together }) };
}

/**
 * What caps count less once `after` instead of `before` of the `total` points of an award were taken back: in the period in
 * which they were earned there is room again. A member's cap that counts a later period already keeps nothing of it.
 */
export function roomBack(
  { program, state }: Draft<Program>,
  caps: readonly CapRoom[],
  total: number,
  before: number,
  after: number,
): Counted[] {
  const isShared = sharing(program);
  return caps.flatMap(({ cap, window, granted, counted = Math.min(granted, total) }) => {
    if (total === 0 || !(isShared(cap) || state.counters[cap]?.window === window)) return [];
    const part = (taken: number) => Math.floor((counted * taken) / total);
    const delta = part(before) - part(after);
    return delta === 0 ? [] : [{ cap, window, delta }];
  });
}
