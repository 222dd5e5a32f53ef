import type { BusinessHours } from './business-time.js';

export const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What members are promised for cases of one priority, in minutes of business hours. */
export interface SlaTarget {
  /** Until the first answer; null: nothing is promised. */
  readonly firstResponseMinutes: number | null;
  /** Until the case is solved, the time in which it waits for the member left out; null: nothing is promised. */
  readonly resolutionMinutes: number | null;
}

/** How a programme works on support cases. */
export interface SupportPolicy {
  readonly hours: BusinessHours;
  readonly targets: Readonly<Record<Priority, SlaTarget>>;
  /** Days after which a solved case is closed; null: never. */
  readonly autoCloseDays: number | null;
}

const WORKING_DAY = { from: 9 * 60, to: 17 * 60 };

/** Of programmes that say nothing. */
export const DEFAULT_SUPPORT: SupportPolicy = {
  hours: { weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...WORKING_DAY })), holidays: [] },
  targets: {
    LOW: { firstResponseMinutes: 960, resolutionMinutes: 4_800 },
    NORMAL: { firstResponseMinutes: 480, resolutionMinutes: 2_400 },
    HIGH: { firstResponseMinutes: 240, resolutionMinutes: 960 },
    URGENT: { firstResponseMinutes: 60, resolutionMinutes: 480 },
  },
  autoCloseDays: 7,
};
