import { createHash } from 'node:crypto';

/** The same text for the same data, whatever the order of its keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Digest of what was sent, so that a key cannot serve two inputs. */
export const inputHashOf = (type: string, sent: unknown): Buffer =>
  createHash('sha256')
    .update(`${type} ${canonical(sent)}`)
    .digest();
