import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { type Target, targetOf } from './targets.js';
import { visible } from './visible.js';

/** The type of the tokens for a host that is written out but not linked, like `example.com`; they render as nothing. */
export const BARE_HOST = 'bare_host';

/** Stands last in the parse: leaves the tokens that a reader is given, so that everything that reads a post agrees on what is in it. */
export function deliverable(parser: MarkdownIt): void {
  parser.core.ruler.push('deliverable', (state) => {
    for (const token of state.tokens) {
      if (token.children) token.children = inlines(state, token.children);
      else token.content = visible(token.content);
      token.info = visible(token.info);
    }
  });
}

/** Where a token leads: of a link or a bare host; null for other tokens. */
export const targetIn = (token: Token): Target | null => (token.meta as { target?: Target } | null)?.target ?? null;

/** What the tokens say, without markup. */
export function textIn(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
      return token.children ? textIn(token.children) : token.content;
    })
    .join('');
}

function inlines(state: StateCore, tokens: readonly Token[]): Token[] {
  const given: Token[] = [];
  let isLinked: boolean | null = null;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'link_open') {
      const opened = opening(state, token, tokens[index + 1]);
      isLinked = opened?.type === 'link_open';
      if (opened) given.push(opened);
    } else if (token.type === 'link_close') {
      if (isLinked) given.push(token);
      isLinked = null;
    } else if (token.type === 'image') {
      given.push(...instead(state, token, isLinked !== null));
    } else {
      token.content = visible(token.content);
      given.push(token);
    }
  }
  return given;
}

/** The link if it may be followed. What only looks like a host (`notes.md`, `end.So`) stays text, though moderation hears of it. */
function opening(state: StateCore, token: Token, label: Token | undefined): Token | null {
  const target = targetOf(attribute(token, 'href'));
  if (!target) return null;
  const isBare = token.markup === 'linkify' && target.scheme !== 'mailto' && !/^(https?:\/\/|www\.)/i.test(label?.content ?? '');
  const opened = isBare ? new state.Token(BARE_HOST, '', 0) : token;
  opened.meta = { target };
  if (token.attrGet('title') !== null) token.attrSet('title', visible(attribute(token, 'title')));
  return opened;
}

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? '');

/**
 * An image becomes a link to it. Shown, it would tell a server that no reader chose who reads the post, where and when; and its owner could
 * exchange it after it was moderated. Within a link, or where it may not lead, its description is left.
 */
function instead(state: StateCore, image: Token, isInLink: boolean): Token[] {
  const target = targetOf(attribute(image, 'src'));
  const text = new state.Token('text', '', 0);
  text.content = visible(textIn(image.children ?? [])) || (target?.host ?? '');
  if (!target || isInLink) return [text];
  const open = new state.Token('link_open', 'a', 1);
  open.attrs = [['href', target.href]];
  open.meta = { target };
  return [open, text, new state.Token('link_close', 'a', -1)];
}
