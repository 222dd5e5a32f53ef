import { OutboundFailure } from '../outbound/failure.js';
import type { Outbound } from '../outbound/outbound.js';
import { retryAfterMs } from './retry.js';
import { signedHeaders } from './signature.js';

/** How one request ended. */
export interface Attempt {
  readonly deliveryId: string;
  /** Whether the receiver took it: any answer of 2xx. */
  readonly isDelivered: boolean;
  /** Status of the answer; null without one. */
  readonly status: number | null;
  /** Why it failed, in one sentence that holds nothing of the answer. */
  readonly error: string | null;
  /** How long the receiver asked us to wait, with 429 and 503. */
  readonly askedMs: number | null;
}

export interface Message {
  readonly deliveryId: string;
  /** As the receiver sees it, the same for all attempts. */
  readonly webhookId: string;
  readonly url: string;
  readonly body: string;
  readonly secrets: readonly string[];
}

/** Sends a message once. What comes back is read to its end, within bounds, and forgotten. */
export async function attempt(
  outbound: Outbound,
  { deliveryId, webhookId, url, body, secrets }: Message,
  signal?: AbortSignal,
): Promise<Attempt> {
  const now = Date.now();
  try {
    const headers = signedHeaders(webhookId, now, body, secrets);
    const answer = await outbound.request(url, { method: 'POST', headers, body, ...(signal && { signal }) });
    const { status } = answer;
    const isDelivered = status >= 200 && status < 300;
    const askedMs = status === 429 || status === 503 ? retryAfterMs(answer.headers['retry-after'], now) : null;
    return { deliveryId, isDelivered, status, error: isDelivered ? null : `The receiver answered ${status}.`, askedMs };
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error;
    return { deliveryId, isDelivered: false, status: null, error: error.message, askedMs: null };
  }
}
