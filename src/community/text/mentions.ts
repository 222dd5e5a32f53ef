import type { Token } from 'markdown-it';
import { MENTION } from './mention-rule.js';
import { everyToken, parsePost } from './parse-post.js';

/** How many members a post can mention; the handles behind them are text. */
export const MAX_MENTIONS = 20;

/** The handles that a body mentions, in lower case, each once, in the order of their first mention; at most `MAX_MENTIONS`. */
export const mentionsIn = (body: string): string[] => mentionedIn(parsePost(body));

/** As `mentionsIn`, of a body that is parsed already. */
export function mentionedIn(tokens: readonly Token[]): string[] {
  const handles = new Set<string>();
  for (const token of everyToken(tokens)) {
    if (token.type !== MENTION) continue;
    handles.add((token.meta as { handle: string }).handle);
    if (handles.size === MAX_MENTIONS) break;
  }
  return [...handles];
}
