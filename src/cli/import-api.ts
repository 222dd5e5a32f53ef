import { setTimeout as sleep } from 'node:timers/promises';

/** Gives up when the server has not answered for this long. */
const PATIENCE_MS = 60_000;

/** Calls the API; a call that got no answer is sent again, which its idempotency keys make harmless. */
export type Call = <T>(query: string, variables: unknown) => Promise<T>;

export class ServerUnreachable extends Error {}

/** @throws ServerUnreachable when there was no answer for a minute; Error when the API refuses the whole call */
export function caller(url: string, apiKey: string): Call {
  return async <T>(query: string, variables: unknown): Promise<T> => {
    const giveUpAt = Date.now() + PATIENCE_MS;
    for (let pause = 100; ; pause = Math.min(5_000, pause * 2)) {
      const answer = await attempt<T>(url, apiKey, { query, variables });
      if ('data' in answer) return answer.data;
      if (Date.now() > giveUpAt) throw new ServerUnreachable(`${url} did not answer for ${PATIENCE_MS / 1000} s: ${answer.failure}`);
      await sleep(pause);
    }
  };
}

async function attempt<T>(url: string, apiKey: string, body: unknown): Promise<{ data: T } | { failure: string }> {
  let text: string;
  try {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.status >= 500 && !response.headers.get('content-type')?.includes('json')) return { failure: `HTTP ${response.status}` };
    text = await response.text();
  } catch (error) {
    return { failure: String((error as { cause?: unknown }).cause ?? error) };
  }
  const { data, errors } = JSON.parse(text) as { data?: T; errors?: { message: string; extensions?: { code?: string } }[] };
  const [error] = errors ?? [];
  if (error?.extensions?.code === 'INTERNAL_SERVER_ERROR') return { failure: error.message };
  if (error || !data) throw new Error(`the API refused the call: ${error?.message ?? 'no data'}`);
  return { data };
}
