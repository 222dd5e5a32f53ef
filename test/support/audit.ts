/** One thing that a protocol demands of a server; throws when it is not so. */
export interface Check<Target> {
  readonly name: string;
  readonly run: (target: Target) => Promise<void>;
}

/** Far beyond what anything takes, however busy the machine is. */
const PATIENCE_MS = 10_000;
const CHECK_MS = 25_000;

/** Runs all checks at once, and tells of each that failed what was not so. */
export async function audit<Target>(checks: readonly Check<Target>[], target: Target): Promise<readonly string[]> {
  const findings = await Promise.all(
    checks.map(async ({ name, run }) => {
      try {
        await soon(run(target), 'end of the check', CHECK_MS);
        return [];
      } catch (error) {
        return [`${name}: ${(error as Error).message}`];
      }
    }),
  );
  return findings.flat();
}

/** @throws Error that shows both, as JSON */
export function same(found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`${JSON.stringify(found)}, where it should be ${JSON.stringify(expected)}`);
}

/** What `work` gives within `ms`. @throws Error when it does not */
export async function soon<T>(work: Promise<T>, what: string, ms = PATIENCE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
