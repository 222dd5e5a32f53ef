export const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

/** The server is gone, starting, stopping or silent. Not the commands' fault, so they are not taken apart. */
export const isUnavailable = (error: unknown): boolean =>
  /^(08|57P0|53)/.test(codeOf(error)) ||
  /^E(CONN|PIPE|TIMEDOUT|HOST|NET)/.test(codeOf(error)) ||
  /connection (terminated|error)|timeout|not queryable/i.test(error instanceof Error ? error.message : '');

/** Deadlock, serialisation failure, lock time-out: the same batch may succeed now. */
export const isTransient = (error: unknown): boolean => ['40001', '40P01', '55P03'].includes(codeOf(error));

const BACKOFF_MS = 50;

/**
 * Tries again what failed because the server or the connection did. Safe where a key tells what became of a try whose answer was
 * lost.
 */
export async function retrying<T>(triesMax: number, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries >= triesMax || !(isUnavailable(error) || isTransient(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, BACKOFF_MS * 2 ** tries));
    }
  }
}
