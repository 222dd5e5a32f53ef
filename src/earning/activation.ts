import type { Instant } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';
import type { PointCurrencySettings } from '../programs/settings.js';

/** When points that were earned become spendable. */
export type ActivationPolicy =
  | { readonly mode: 'IMMEDIATE' }
  /** Some time after they were earned. */
  | { readonly mode: 'AFTER_PERIOD'; readonly period: string; readonly roundUpTo: 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR' | null }
  /** At the beginning of a local day, like 2026-12-24; afterwards at once. */
  | { readonly mode: 'ON_DATE'; readonly date: string }
  /** When an event of that name follows; cancelled by itself if it does not come in time. */
  | { readonly mode: 'ON_EVENT'; readonly event: string; readonly cancelAfter: string };

/** What points wait for; one of the two instants is given. */
export interface Waiting {
  readonly activatesAt: Instant | null;
  readonly event: string | null;
  readonly cancelsAt: Instant | null;
}

/** What points of a currency that are earned at an instant wait for; null: for nothing. */
export function waitingFor({ activation }: PointCurrencySettings, { calendar }: Program, at: Instant): Waiting | null {
  switch (activation?.mode ?? 'IMMEDIATE') {
    case 'IMMEDIATE':
      return null;
    case 'AFTER_PERIOD': {
      const { period, roundUpTo } = activation as ActivationPolicy & { mode: 'AFTER_PERIOD' };
      return { activatesAt: calendar.add(at, period, roundUpTo), event: null, cancelsAt: null };
    }
    case 'ON_DATE': {
      const activatesAt = calendar.startOf((activation as ActivationPolicy & { mode: 'ON_DATE' }).date);
      return activatesAt > at ? { activatesAt, event: null, cancelsAt: null } : null;
    }
    case 'ON_EVENT': {
      const { event, cancelAfter } = activation as ActivationPolicy & { mode: 'ON_EVENT' };
      return { activatesAt: null, event, cancelsAt: calendar.add(at, cancelAfter, null) };
    }
  }
}
