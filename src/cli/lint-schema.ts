import { readFile } from 'node:fs/promises';
import { buildSchema } from 'graphql';
import { lintSchema } from '../graphql/lint.js';

/** Checks schema.graphql against the rules of the API and prints each offence. */
const offences = lintSchema(buildSchema(await readFile('schema.graphql', 'utf8')));
for (const offence of offences) process.stdout.write(`${offence}\n`);
process.stdout.write(`schema.graphql: ${offences.length} offences\n`);
process.exitCode = offences.length === 0 ? 0 : 1;
