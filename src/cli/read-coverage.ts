import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Covered, coveredBy } from './domain-coverage.js';

/** What all tests of the working folder cover. */
export async function readCoverage(): Promise<Covered[]> {
  const names = await readdir('test', { recursive: true });
  const files = names.filter((name) => name.endsWith('.test.ts')).map((name) => join('test', name));
  const found = await Promise.all(files.map(async (file) => coveredBy(file, await readFile(file, 'utf8'))));
  return found.flat();
}
