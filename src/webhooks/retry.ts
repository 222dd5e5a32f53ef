const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What tests and operators may want otherwise. All in milliseconds unless it says so. */
export interface WebhookTuning {
  /** Waits after the first, second … failure of a delivery; after the last one it is dead. */
  readonly retryAfterMs: readonly number[];
  /** A wait is that much longer at random, as a share of it, so that what failed together does not come back together. */
  readonly jitter: number;
  /** How long an endpoint rests after the first round without any success; doubled with each, up to the most. */
  readonly restMs: number;
  readonly restMsMax: number;
  /** An endpoint that has only failed for so long is disabled. */
  readonly disableAfterMs: number;
  /** An endpoint that fails while more deliveries than these wait is disabled: the journal holds the rest. */
  readonly backlogMax: number;
  /** Requests to one endpoint at the same time, over all processes. */
  readonly inFlightMax: number;
  /** Nobody else sends to an endpoint for so long after its sender was last heard of. Longer than a round. */
  readonly leaseMs: number;
}

export const TUNING: WebhookTuning = {
  retryAfterMs: [
    ...[5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE],
    ...[HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 12 * HOUR, 12 * HOUR, 24 * HOUR],
  ],
  jitter: 0.2,
  restMs: SECOND,
  restMsMax: MINUTE,
  disableAfterMs: 5 * 24 * HOUR,
  backlogMax: 100_000,
  inFlightMax: 8,
  leaseMs: MINUTE,
};

/** A receiver may ask for a longer wait, not for a shorter one, and not for more than a day. */
const ASKED_MS_MAX = 24 * HOUR;

/** How long to wait after a delivery's `failures`th failure; null: it is dead. */
export function retryWait(tuning: WebhookTuning, failures: number, askedMs: number | null): number | null {
  const wait = tuning.retryAfterMs[failures - 1];
  if (wait === undefined) return null;
  return Math.max(Math.round(wait * (1 + tuning.jitter * Math.random())), Math.min(askedMs ?? 0, ASKED_MS_MAX));
}

/** How long an endpoint rests after that many rounds without any success. */
export const restAfter = ({ restMs, restMsMax }: WebhookTuning, failedRounds: number): number =>
  Math.min(restMsMax, restMs * 2 ** Math.min(failedRounds - 1, 20));

/** Retry-After in milliseconds (RFC 9110, 10.2.3): seconds or a date; null when there is none to understand. */
export function retryAfterMs(header: string | string[] | undefined, now: number): number | null {
  const text = [header].flat()[0]?.trim();
  if (!text) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text) * SECOND;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
