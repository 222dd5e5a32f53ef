export const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

/** The server is gone, starting, stopping or silent. Not the commands' fault, so they are not taken apart. */
export const isUnavailable = (error: unknown): boolean =>
  /^(08|57P0|53)/.test(codeOf(error)) ||
  /^E(CONN|PIPE|TIMEDOUT|HOST|NET)/.test(codeOf(error)) ||
  /connection (terminated|error)|timeout|not queryable/i.test(error instanceof Error ? error.message : '');

/** Deadlock, serialisation failure, lock time-out: the same batch may succeed now. */
export const isTransient = (error: unknown): boolean => ['40001', '40P01', '55P03'].includes(codeOf(error));
