import type { DomainRule } from './domain-rules.js';

/** How many tests of a file carry a rule in their titles, or stand below a title that does. */
export interface Covered {
  readonly rule: string;
  readonly file: string;
  readonly tests: number;
}

/** The beginning of a test or of a group of tests: on the line of its title, or where a table before the title ends. */
const TITLE = /^( *)(?:(describe|test)\b[^\n]*?|\](?: as const)?\))\(\s*(['"`])((?:\\.|(?!\3).)*)\3/gm;

/** `Points 7`, `Points 3 and 5`, `Tiers 1, 2 and 4`, `Tiers 1 to 5`; `Concurrency:` has no numbers. */
const NAMES = /\b(Points|Tiers|Rewards) (\d+(?:(?:, | and | to )\d+)*)|\b(Concurrency):/g;

/** The rules that a title names, whether there are such rules or not. */
export function namedRules(title: string): string[] {
  return [...title.matchAll(NAMES)].flatMap(([, chapter, numbers, alone]) => {
    if (alone !== undefined) return [alone];
    return (numbers as string).split(/, | and /).flatMap((part) => {
      const [from = 0, to = from] = part.split(' to ').map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => `${chapter} ${from + i}`);
    });
  });
}

/** What the tests of a file cover. Every test counts once for each rule; a table of cases is one test. */
export function coveredBy(file: string, text: string): Covered[] {
  const counts = new Map<string, number>();
  let around: { readonly indent: number; readonly rules: readonly string[] }[] = [];
  for (const [, { length: indent } = '', word, , title = ''] of text.matchAll(TITLE)) {
    around = around.filter((group) => group.indent < indent);
    const rules = namedRules(title);
    if (word === 'describe') {
      around.push({ indent, rules });
      // A group alone covers nothing, and yet it must not name a rule that does not exist.
      for (const rule of rules) counts.set(rule, counts.get(rule) ?? 0);
    } else {
      for (const rule of new Set([...rules, ...around.flatMap((group) => group.rules)])) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }
  return [...counts].map(([rule, tests]) => ({ rule, file, tests }));
}

/** Titles that name a rule which does not exist, as `file: rule`. */
export function unknownRules(rules: readonly DomainRule[], covered: readonly Covered[]): string[] {
  const names = new Set(rules.map(({ name }) => name));
  return covered.filter(({ rule }) => !names.has(rule)).map(({ rule, file }) => `${file}: ${rule}`);
}

/** The page docs/coverage.md. */
export function coveragePage(rules: readonly DomainRule[], covered: readonly Covered[]): string {
  const rows = rules.map(({ name, about, missing = '' }) => {
    const found = covered.filter(({ rule, tests }) => rule === name && tests > 0).sort((a, b) => (a.file < b.file ? -1 : 1));
    const links = found.map(({ file, tests }) => `[${file.replace(/^test\/|\.test\.ts$/g, '')}](../${file}) ${tests}`);
    return `| ${name} | ${about} | ${links.join(', ') || '**none yet**'} | ${missing} |`;
  });
  const untested = rules.filter(({ name }) => !covered.some(({ rule, tests }) => rule === name && tests > 0)).map(({ name }) => name);
  return [
    '# Which rules are tested where',
    '',
    'Made by `npm run coverage:domain` from the titles of the tests: a test that checks a rule of the domain names it, like',
    '`Points 7: …`, or stands in a group that does. The numbers behind the files count tests; a table of cases is one. A rule with tests is',
    'not thereby tested in each of its words. What the code does not do yet stands in the last column.',
    '',
    '| rule | about | tests | not there yet |',
    '|---|---|---|---|',
    ...rows,
    '',
    untested.length === 0 ? 'Every rule has tests.' : `Without any test: ${untested.join(', ')}.`,
    '',
  ].join('\n');
}
