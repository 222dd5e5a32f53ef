import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, stripIgnoredCharacters, validate } from 'graphql';
import { blocksOf, type QuotedDocument, readmeDocument } from '../support/documents.js';

const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];
const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const problems = (text: string): string[] => validate(schema, parse(text)).map(({ message }) => message);

/** Documents inside of the examples in other languages: the body that curl sends, and text in backticks or quotes. */
function embedded({ file, line, text }: QuotedDocument, language: string): QuotedDocument[] {
  const found =
    language === 'sh'
      ? [...text.matchAll(/-d '(\{.*?\})'/gs)].map(([, body]) => (JSON.parse(body as string) as { query: string }).query)
      : [...text.matchAll(/([`'])(\s*(?:query|mutation|subscription|\{)[^`']*\{[^`']*\})\s*\1/g)]
          .map(([, , document]) => document as string)
          .filter((document) => !document.includes('${'));
  return found.map((document) => ({ file, line, text: document }));
}

const quoted = PAGES.flatMap((file) => [
  ...blocksOf(file, 'graphql'),
  ...['sh', 'js', 'ts'].flatMap((language) => blocksOf(file, language).flatMap((block) => embedded(block, language))),
]);

describe('the documentation', () => {
  test.each(quoted)('$file:$line holds a document that the schema knows', ({ text }) => {
    expect(problems(text)).toEqual([]);
  });

  test('has examples to check on every page for users', () => {
    for (const page of ['README.md', 'docs/front-end.md', 'docs/dashboards.md', 'docs/partners.md', 'docs/points.md', 'docs/rewards.md']) {
      expect([page, quoted.filter(({ file }) => file === page).length > 2]).toEqual([page, true]);
    }
  });

  test.each([
    ['FirstQuery', 'first-query'],
    ['FirstSubscription', 'first-subscription'],
  ])('the README shows %s as GraphiQL and the start of the server have it', (operation, file) => {
    expect(readmeDocument(operation)).toBe(readFileSync(`src/server/graphiql/${file}.graphql`, 'utf8'));
  });

  test('the first query of the README is the same in curl', () => {
    const curl = quoted.find(({ file, text }) => file === 'README.md' && text.startsWith('query FirstQuery {') && !text.includes('\n'));
    expect(stripIgnoredCharacters(curl?.text ?? '')).toBe(stripIgnoredCharacters(readmeDocument('FirstQuery')));
  });

  test('the tab with a purchase holds a document that the schema knows', () => {
    expect(problems(readFileSync('src/server/graphiql/first-purchase.graphql', 'utf8'))).toEqual([]);
  });

  test.each(PAGES)('%s links to files that are there', (page) => {
    for (const [, target] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      expect([target, existsSync(join(dirname(page), target as string))]).toEqual([target, true]);
    }
  });
});
