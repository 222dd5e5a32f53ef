import { readFileSync } from 'node:fs';

/** A GraphQL document in a page of documentation. */
export interface QuotedDocument {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** The fenced blocks of a language in a Markdown file, in order. */
export function blocksOf(file: string, language: string): QuotedDocument[] {
  const page = readFileSync(file, 'utf8');
  return [...page.matchAll(/^```(\w+)[^\n]*\n(.*?)^```$/gms)].flatMap(({ 1: name, 2: text, index }) =>
    name === language ? [{ file, line: page.slice(0, index).split('\n').length + 1, text: text as string }] : [],
  );
}

/** The block of the README that holds the operation of this name. */
export function readmeDocument(operation: string): string {
  const found = blocksOf('README.md', 'graphql').find(({ text }) => new RegExp(`\\b${operation}\\b`).test(text));
  if (!found) throw new Error(`README.md has no graphql block with ${operation}.`);
  return found.text;
}
