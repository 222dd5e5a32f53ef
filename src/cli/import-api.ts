import { setTimeout as sleep } from 'node:timers/promises';

/** Gives up when the server has not answered for this long. */
const PATIENCE_MS = 60_000;

/** Whether the call was done is not known, and its keys make it harmless to send it again. */
const UNKNOWN_OUTCOME = new Set(['INTERNAL_SERVER_ERROR', 'TIMEOUT']);

/** Calls the API; a call that got no answer is sent again, which its idempotency keys make harmless. */
export type Call = <T>(query: string, variables: unknown) => Promise<T>;

export class ServerUnreachable extends Error {}

/** @throws ServerUnreachable when there was no answer for `patienceMs`; Error when the API refuses the whole call */
export function caller(url: string, apiKey: string, patienceMs = PATIENCE_MS): Call {
  return async <T>(query: string, variables: unknown): Promise<T> => {
    let giveUpAt = Date.now() + patienceMs;
    for (let pause = 100; ; pause = Math.min(5_000, pause * 2)) {
      const answer = await attempt<T>(url, apiKey, { query, variables }, patienceMs);
      if ('data' in answer) return answer.data;
      if (answer.retryAfterMs !== undefined) {
        // The server is well and says when: waiting for that is not waiting in vain.
        await sleep(answer.retryAfterMs);
        giveUpAt = Date.now() + patienceMs;
        continue;
      }
      if (Date.now() > giveUpAt) throw new ServerUnreachable(`${url} did not answer for ${patienceMs / 1000} s: ${answer.failure}`);
      await sleep(pause);
    }
  };
}

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

async function attempt<T>(
  url: string,
  apiKey: string,
  body: unknown,
  timeoutMs: number,
): Promise<{ data: T } | { failure: string; retryAfterMs?: number }> {
  let status: number;
  let answer: Answer<T>;
  try {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(timeoutMs) });
    status = response.status;
    const text = await response.text();
    const retryAfterMs = Number(response.headers.get('retry-after')) * 1_000;
    if (status === 429 && retryAfterMs > 0) return { failure: 'HTTP 429', retryAfterMs };
    if (status >= 500 || status === 429) return { failure: `HTTP ${status}` };
    // A cut answer to a call that was understood; what is no JSON beside another status comes from another server.
    answer = status === 200 ? (JSON.parse(text) as Answer<T>) : refusal<T>(text);
  } catch (error) {
    return { failure: String((error as { cause?: unknown }).cause ?? error) };
  }
  const { data, errors } = answer;
  const [error] = errors ?? [];
  if (error && UNKNOWN_OUTCOME.has(String(error.extensions?.code))) return { failure: error.message };
  if (error || !data) throw new Error(`the API refused the call: ${error?.message ?? `HTTP ${status} without data`}`);
  return { data };
}

function refusal<T>(text: string): Answer<T> {
  try {
    return JSON.parse(text) as Answer<T>;
  } catch {
    return {};
  }
}
