import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { coveragePage, coveredBy, namedRules, unknownRules } from '../../src/cli/domain-coverage.js';
import { DOMAIN_RULES } from '../../src/cli/domain-rules.js';
import { readCoverage } from '../../src/cli/read-coverage.js';

/** Titles for the tests below; written so that this file does not seem to name them. */
const title = (chapter: string, rest: string): string => `${chapter} ${rest}`;

describe('the rules of the domain', () => {
  test('are named by tests as they are numbered', async () => {
    expect(unknownRules(DOMAIN_RULES, await readCoverage())).toEqual([]);
  });

  test('stand in docs/coverage.md with their tests; npm run coverage:domain makes it', async () => {
    expect(readFileSync('docs/coverage.md', 'utf8')).toBe(coveragePage(DOMAIN_RULES, await readCoverage()));
  });

  test('are found in titles: one, several, a span', () => {
    expect(namedRules(title('Points', '7: returns'))).toEqual(['Points 7']);
    expect(namedRules(title('Points', '3 and 5: at one instant'))).toEqual(['Points 3', 'Points 5']);
    expect(namedRules(title('Tiers', '1, 2 and 4 to 6: everything'))).toEqual(['Tiers 1', 'Tiers 2', 'Tiers 4', 'Tiers 5', 'Tiers 6']);
    expect(namedRules('points that are active, 20 of them')).toEqual([]);
  });

  test('count for the tests of a group, tables of cases included, and not beyond it', () => {
    const text = [
      `describe('${title('Points', '7: returns')}', () => {`,
      "  test('one', () => {});",
      '  test.each([',
      "    ['a', 1],",
      `  ] as const)('${title('Points', '6: %s')}', () => {});`,
      '});',
      "test('elsewhere', () => {});",
    ].join('\n');
    expect(coveredBy('f', text)).toEqual([
      { rule: 'Points 7', file: 'f', tests: 2 },
      { rule: 'Points 6', file: 'f', tests: 1 },
    ]);
  });

  test('that do not exist are told, also when only a group names them', () => {
    const text = `describe('${title('Points', '99: nothing')}', () => {});`;
    expect(unknownRules(DOMAIN_RULES, coveredBy('f', text))).toEqual(['f: Points 99']);
    expect(coveragePage(DOMAIN_RULES, [])).toContain('| **none yet** |');
  });
});
