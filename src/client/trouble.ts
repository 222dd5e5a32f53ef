/** Codes of errors that pass: nothing was wrong with what was asked. */
const PASSING = new Set<unknown>(['TIMEOUT', 'OVERLOADED', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR']);
/** Close codes that say that the same would be refused again. */
const FINAL_CLOSES = new Set<unknown>([4400, 4401, 4403, 4406, 4409, 4429]);

/** Whether the same subscription would be refused again, for an error of GraphQL, a close event, or what a network threw. */
export function isFinal(trouble: unknown): boolean {
  if (Array.isArray(trouble)) return !trouble.every(({ extensions }: { extensions?: { code?: unknown } }) => PASSING.has(extensions?.code));
  const { code, response } = (trouble ?? {}) as { code?: unknown; response?: { status?: number } };
  const status = response?.status ?? 0;
  return FINAL_CLOSES.has(code) || (status >= 400 && status < 500 && status !== 404 && status !== 429);
}

const WAIT_MS = 100;
const WAIT_MS_MAX = 10_000;

/** How long to wait before the nth try, in ms: longer each time up to a most, and not all at once. */
export const waitMs = (tries: number, most = WAIT_MS_MAX): number =>
  Math.min(most, WAIT_MS * 2 ** Math.min(tries, 10)) * (0.5 + Math.random() / 2);
