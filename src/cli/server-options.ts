import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Options of every command that talks to a running server, for `parseArgs`. */
export const SERVER_OPTIONS = {
  url: { type: 'string' },
  key: { type: 'string' },
  'key-file': { type: 'string' },
} as const;

export const SERVER_USAGE = `[--url http://127.0.0.1:4000/graphql] [--key KEY, or LAUREL_API_KEY | --key-file .laurel/demo-key]`;

/** @throws Error saying what to do when there is no key */
export function readServer(values: { url?: string; key?: string; 'key-file'?: string }, env = process.env): { url: string; key: string } {
  const url = values.url ?? `http://127.0.0.1:${env.PORT ?? 4000}/graphql`;
  const given = values.key ?? (values['key-file'] ? undefined : env.LAUREL_API_KEY);
  return { url, key: given ?? keyOf(values['key-file'] ?? join(env.LAUREL_DATA_DIR ?? '.laurel', 'demo-key')) };
}

function keyOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Error(`There is no key in ${file}. Start the server first (npm start), or give --key or --key-file.`);
  }
}
