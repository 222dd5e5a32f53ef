import { textIn } from './deliverable.js';
import { parsePost } from './parse-post.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ELLIPSIS = '…';

/**
 * What a reader sees of the body, on one line, without markup and addresses behind words: for notifications, results of searches and word
 * rules. At most `max` UTF-16 units; what is cut ends between two words, if there are any, and with `…`. It is text: put into HTML it has
 * to be escaped.
 */
export function plainText(body: string, max = Number.POSITIVE_INFINITY): string {
  const blocks = parsePost(body).map((token) => (token.children ? textIn(token.children) : token.content));
  const text = blocks.join(' ').replace(/\s+/gu, ' ').trim();
  return text.length <= max ? text : cut(text, max);
}

function cut(text: string, max: number): string {
  if (max < 1) return '';
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 1))) {
    if (index + segment.length > max - ELLIPSIS.length) break;
    end = index + segment.length;
  }
  const kept = text.slice(0, end);
  const words = text[end] === ' ' ? kept : kept.slice(0, Math.max(0, kept.lastIndexOf(' ')));
  return `${(words || kept).trimEnd()}${ELLIPSIS}`;
}
