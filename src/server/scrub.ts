/** What must not be in a log, wherever it turns up. */
const SECRETS: readonly [RegExp, string][] = [
  [/\bBearer\s+\S+/gi, 'Bearer [secret]'],
  [/\b(lrl|whsec)_[\w+/=-]+/g, '$1_[secret]'],
  [/\beyJ[\w-]+(\.[\w-]+)*/g, '[token]'],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[secret]@'],
  [/[^\s@"'<>(),;:]+@[^\s@"'<>(),;:]+\.[a-z]{2,}/gi, '[e-mail]'],
];
const LENGTH_MAX = 500;

/** A message without what looks like a secret or an address of a person, cut after 500 characters. */
export const scrub = (text: string): string =>
  SECRETS.reduce((scrubbed, [pattern, instead]) => scrubbed.replace(pattern, instead), text.slice(0, 4 * LENGTH_MAX)).slice(0, LENGTH_MAX);

interface Described {
  readonly name: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly message?: string;
  readonly frames: readonly string[];
  readonly cause?: Described;
}

/**
 * An error as the log may have it. The message of a database error, or of one that wraps it, holds statements and
 * parameters, which are people's data: of those only the SQLSTATE and what it is about are kept.
 */
export function describeError(error: Error, depth = 0): Described {
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => scrub(line.trim()));
  return {
    name: plain(error.name) ?? 'Error',
    ...(typeof code === 'string' && plain(code) && { code }),
    ...(typeof constraint === 'string' && plain(constraint) && { constraint }),
    ...(typeof table === 'string' && plain(table) && { table }),
    ...(!isFromDatabase(error) && { message: scrub(error.message) }),
    frames: frames.slice(0, 20),
    ...(error.cause instanceof Error && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}

const plain = (text: string): string | undefined => (/^\w{1,64}$/.test(text) ? text : undefined);

/** Errors of pg carry a severity or a SQLSTATE; MikroORM's, the statement that failed as `query` or in their message. */
function isFromDatabase(error: Error): boolean {
  const { severity, query, code, cause, previous } = error as {
    severity?: unknown;
    query?: unknown;
    code?: unknown;
    cause?: unknown;
    previous?: unknown;
  };
  return (
    severity !== undefined ||
    query !== undefined ||
    (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)) ||
    /(Driver|Database|Constraint|Violation|Syntax|Table|Field|Query|NotFound|Validation|Optimistic|Lock)\w*(Exception|Error)$/.test(
      error.name,
    ) ||
    (cause instanceof Error && isFromDatabase(cause)) ||
    (previous instanceof Error && isFromDatabase(previous))
  );
}
