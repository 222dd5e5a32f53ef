import { writeFile } from 'node:fs/promises';
import { coveragePage, unknownRules } from './domain-coverage.js';
import { DOMAIN_RULES } from './domain-rules.js';
import { readCoverage } from './read-coverage.js';

/** Writes docs/coverage.md: which rules of the domain are tested where. */
const covered = await readCoverage();
const unknown = unknownRules(DOMAIN_RULES, covered);
for (const each of unknown) process.stdout.write(`no such rule: ${each}\n`);
if (unknown.length > 0) process.exitCode = 1;
await writeFile('docs/coverage.md', coveragePage(DOMAIN_RULES, covered));
