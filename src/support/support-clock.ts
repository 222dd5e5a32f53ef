import type { Instant } from '../journal/core/entry.js';
import type { Calendar } from '../programs/calendar.js';
import { addBusinessTime, businessTimeBetween, MINUTE_MS } from './business-time.js';
import type { CaseStatus } from './support-case.js';
import type { Priority, SupportPolicy } from './support-policy.js';

/** Stands for "nothing is due", as the largest exact number sorts behind every instant. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** What a case's clocks go by. */
export interface Promised {
  readonly policy: SupportPolicy;
  readonly calendar: Calendar;
}

/** The two clocks of a case: until the first answer, and until it is solved. The second runs while the case is OPEN and rests else. */
export interface CaseClocks {
  readonly firstResponseDueAt: Instant | null;
  /** While it rests: null, or when it was missed. */
  readonly resolutionDueAt: Instant | null;
  /** Business hours that it had run when it last stopped, in milliseconds. */
  readonly resolutionUsedMs: number;
  /** null: it rests. */
  readonly resolutionRunningSince: Instant | null;
}

const ms = (minutes: number | null): number | null => (minutes === null ? null : minutes * MINUTE_MS);

/** When what is left of a time in business hours is over; at the next business hour where nothing is left. null: nothing is promised. */
function dueIn({ policy, calendar }: Promised, at: Instant, promisedMs: number | null, usedMs: number): Instant | null {
  return promisedMs === null ? null : addBusinessTime(policy.hours, calendar, at, Math.max(0, promisedMs - usedMs));
}

const spent = ({ policy, calendar }: Promised, from: Instant, to: Instant): number => businessTimeBetween(policy.hours, calendar, from, to);

/** Both clocks begin. */
export function startClocks(promised: Promised, at: Instant, priority: Priority): CaseClocks {
  const target = promised.policy.targets[priority];
  return {
    firstResponseDueAt: dueIn(promised, at, ms(target.firstResponseMinutes), 0),
    resolutionDueAt: dueIn(promised, at, ms(target.resolutionMinutes), 0),
    resolutionUsedMs: 0,
    resolutionRunningSince: at,
  };
}

/** The clock of the resolution stops: it is the member's turn, or the case is solved. What was missed by then stays missed. */
export function restClock(promised: Promised, clocks: CaseClocks, at: Instant): CaseClocks {
  const { resolutionRunningSince: since, resolutionDueAt: dueAt } = clocks;
  if (since === null) return clocks;
  return {
    ...clocks,
    resolutionDueAt: dueAt !== null && dueAt < at ? dueAt : null,
    resolutionUsedMs: clocks.resolutionUsedMs + spent(promised, since, at),
    resolutionRunningSince: null,
  };
}

/** It goes on with what was left of it. */
export function resumeClock(promised: Promised, clocks: CaseClocks, at: Instant, priority: Priority): CaseClocks {
  if (clocks.resolutionRunningSince !== null) return clocks;
  const promisedMs = ms(promised.policy.targets[priority].resolutionMinutes);
  return {
    ...clocks,
    resolutionDueAt: clocks.resolutionDueAt ?? dueIn(promised, at, promisedMs, clocks.resolutionUsedMs),
    resolutionRunningSince: at,
  };
}

/**
 * Both clocks count to the targets of another priority, from the beginning of the case. What would have been due before the change is
 * due with it, or with the next business hour.
 */
export function changeTargets(
  promised: Promised,
  clocks: CaseClocks,
  at: Instant,
  priority: Priority,
  { createdAt, isAnswered }: { readonly createdAt: Instant; readonly isAnswered: boolean },
): CaseClocks {
  const target = promised.policy.targets[priority];
  const [first, resolution] = [ms(target.firstResponseMinutes), ms(target.resolutionMinutes)];
  const { resolutionRunningSince: since, resolutionUsedMs: usedMs } = clocks;
  const running = since === null ? 0 : spent(promised, since, at);
  const isMissed = resolution !== null && usedMs > resolution;
  return {
    ...clocks,
    firstResponseDueAt: isAnswered ? clocks.firstResponseDueAt : dueIn(promised, at, first, spent(promised, createdAt, at)),
    resolutionDueAt: since !== null || isMissed ? dueIn(promised, at, resolution, usedMs + running) : null,
  };
}

/** The next thing that is due of a case; `NEVER` where nothing is, or it is solved. Behind this instant it is overdue. */
export function nextDue(
  status: CaseStatus,
  { firstResponseDueAt, resolutionDueAt }: Pick<CaseClocks, 'firstResponseDueAt' | 'resolutionDueAt'>,
  isAnswered: boolean,
): Instant {
  if (status === 'SOLVED' || status === 'CLOSED') return NEVER;
  return Math.min(isAnswered ? NEVER : (firstResponseDueAt ?? NEVER), resolutionDueAt ?? NEVER);
}
