import MarkdownIt, { type Token } from 'markdown-it';
import { deliverable } from './deliverable.js';
import { mentionRule } from './mention-rule.js';
import { visible } from './visible.js';
import { TooMuchWork, workLimit } from './work-limit.js';

/** The longest body, in UTF-16 units, that is read as CommonMark. */
export const MAX_BODY_LENGTH = 50_000;
/** How many blocks and inline elements may lie within one another. */
export const MAX_DEPTH = 30;
/** The longest HTML, in UTF-16 units, that a body may become. */
export const MAX_HTML_LENGTH = 300_000;

/** Endings of hosts that posts name without `https://`, beside those of two letters and the old ones, which linkify-it knows. */
const ENDINGS = [
  ...['app', 'bet', 'blog', 'buzz', 'casino', 'click', 'cloud', 'club', 'dev', 'finance', 'fun', 'icu', 'life', 'link', 'live', 'loan'],
  ...['online', 'page', 'quest', 'site', 'space', 'store', 'tech', 'today', 'top', 'vip', 'website', 'win', 'work', 'world', 'xyz', 'zip'],
];

/** Reads CommonMark. The depth is one more than is allowed, because the parser leaves out in silence what lies deeper. */
const markdown = new MarkdownIt('commonmark', { html: false, linkify: true, maxNesting: MAX_DEPTH + 1 }).enable('linkify');
markdown.linkify.set({ fuzzyLink: true, fuzzyEmail: true }).add('ftp:', null).add('//', null).tlds(ENDINGS, true);
markdown.use(mentionRule).use(deliverable);
const work = workLimit(markdown);

/** Reads paragraphs and nothing else. */
const paragraphs = new MarkdownIt('zero').use(deliverable);

/**
 * A post as tokens, the one reading that HTML, mentions, links and excerpts come from. A body that is too deep, too hard to read or would
 * grow too large is read as plain paragraphs, without links and mentions: every word is there, and nothing that costs. So is the beginning of
 * one that is too long. Never throws.
 */
export function parsePost(body: string): Token[] {
  const text = visible(body);
  if (text.length > MAX_BODY_LENGTH) return paragraphs.parse(text.slice(0, MAX_BODY_LENGTH).toWellFormed(), {});
  return withinBounds(text) ?? paragraphs.parse(text, {});
}

function withinBounds(text: string): Token[] | null {
  try {
    work.begin();
    const tokens = markdown.parse(text, {});
    return isWithinBounds(tokens) ? tokens : null;
  } catch (error) {
    if (error instanceof TooMuchWork) return null;
    throw error;
  }
}

/** Every token of a post in the order of reading, those of lines behind the block they are in. */
export function* everyToken(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    yield token;
    if (token.children) yield* token.children;
  }
}

/** Known before anything is rendered: one long reference, used often, would fill the memory. */
function isWithinBounds(tokens: readonly Token[]): boolean {
  let length = 0;
  for (const token of everyToken(tokens)) {
    length += lengthOf(token);
    if (token.level >= MAX_DEPTH || length > MAX_HTML_LENGTH) return false;
  }
  return true;
}

/** At least the length of its HTML: what is escaped, `rel` of links, `data-member` of mentions and `<pre>` around code included. */
function lengthOf(token: Token): number {
  if (token.type === 'inline') return 0;
  const attributes = (token.attrs ?? []).reduce((sum, [name, value]) => sum + name.length + escapedLength(String(value)) + 4, 0);
  const frame = { link_open: 60, mention: 110, fence: 60, code_block: 30 }[token.type] ?? 8;
  return frame + 2 * token.tag.length + attributes + escapedLength(token.content) + token.info.length;
}

const escapedLength = (text: string): number => text.length + 5 * (text.match(/[&<>"]/g)?.length ?? 0);
