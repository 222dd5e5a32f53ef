import MarkdownIt, { type Token } from 'markdown-it';
import { allowedHtml } from './allowed-html.js';
import { BARE_HOST } from './deliverable.js';
import { MENTION } from './mention-rule.js';
import { mentionedIn } from './mentions.js';
import { parsePost } from './parse-post.js';

/** Stored beside HTML that was rendered: a body is rendered anew when it is older than this. Raised whenever the HTML of any body changes. */
export const RENDERER_VERSION = 1;

/** Gives the id of the member with a handle (lower case), null where there is none. */
export type FindMember = (handle: string) => { readonly id: string } | null;

const printer = new MarkdownIt('commonmark', { html: false });
const { escapeHtml } = printer.utils;
printer.renderer.rules[BARE_HOST] = () => '';
printer.renderer.rules[MENTION] = (tokens, index, _options, env) => {
  const { content, meta } = tokens[index] as Token;
  const ids = env?.['members'] as ReadonlyMap<string, string>;
  const id = ids.get((meta as { handle: string }).handle);
  if (id === undefined) return escapeHtml(content);
  return `<span class="mention" data-member="${escapeHtml(id)}">${escapeHtml(content)}</span>`;
};

/**
 * The body as HTML that is safe to put into a page: CommonMark without raw HTML, with addresses linked, made of the elements in `ALLOWED` only.
 * Images are links to them. Known members are `<span class="mention" data-member="mem_…">`; `mentions` is asked once for each handle, at most
 * 20 of them. At most `MAX_HTML_LENGTH` characters. Never throws.
 */
export function renderPost(body: string, mentions: FindMember): string {
  const tokens = parsePost(body);
  const members = new Map<string, string>();
  for (const handle of mentionedIn(tokens)) {
    const member = mentions(handle);
    if (member) members.set(handle, member.id);
  }
  return allowedHtml(printer.renderer.render(tokens, printer.options, { members }));
}
