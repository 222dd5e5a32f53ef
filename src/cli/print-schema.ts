import { readFile, writeFile } from 'node:fs/promises';
import { buildSchema, findBreakingChanges, lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../schema.js';

/** Prints the schema to schema.graphql; with --check only says whether the file is current, and what a change breaks. */
const FILE = 'schema.graphql';
const schema = lexicographicSortSchema(await createSchema());
const printed = `${printSchema(schema)}\n`;
const kept = await readFile(FILE, 'utf8').catch(() => '');
if (!process.argv.includes('--check')) {
  await writeFile(FILE, printed);
} else if (printed !== kept) {
  const breaking = kept === '' ? [] : findBreakingChanges(buildSchema(kept), schema);
  for (const { description } of breaking) process.stdout.write(`breaking: ${description}\n`);
  process.stdout.write(`${FILE} is not current: run npm run schema\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${FILE} is current\n`);
}
