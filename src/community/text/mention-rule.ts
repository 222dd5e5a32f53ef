import type { MarkdownIt, StateInline } from 'markdown-it';

/** The type of the tokens that stand for a mention; their `content` is as written, `meta.handle` in lower case. */
export const MENTION = 'mention';

const AT = 0x40;
/**
 * Behind a start, a space, a sign or punctuation (1: the underscores between), a handle (2). ASCII alone, so that a letter of another
 * script that looks like one of a handle makes it text; hence no `i`, with which `k` is also the sign for kelvin.
 */
const WRITTEN = /(?<=(?:^|[\s\p{S}]|\uFE0F|(?![_@])\p{P})(_*))@([A-Za-z0-9_]{3,30})(?![\p{L}\p{N}\p{M}_@])/uy;

/** Teaches the parser `@handle`. Code and `<autolinks>` were taken by rules before it; links are told by their level. */
export function mentionRule(parser: MarkdownIt): void {
  const addresses = new WeakMap<StateInline, readonly { index: number; lastIndex: number }[]>();
  /** What will be linked as an address later, `ann-@example.com` or `www.example.com/@ann`. Looked up once for a paragraph, if at all. */
  const isInAddress = (state: StateInline, at: number) => {
    const found = addresses.get(state) ?? parser.linkify.match(state.src) ?? [];
    addresses.set(state, found);
    return found.some(({ index, lastIndex }) => index <= at && at < lastIndex);
  };

  parser.inline.ruler.after('escape', MENTION, (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== AT || state.linkLevel > 0) return false;
    const written = handleAt(state.src, state.pos);
    if (written === null || isInAddress(state, state.pos)) return false;
    if (!silent) {
      const token = state.push(MENTION, '', 0);
      token.content = `@${written}`;
      token.meta = { handle: written.toLowerCase() };
    }
    state.pos += written.length + 1;
    return true;
  });
}

function handleAt(source: string, at: number): string | null {
  WRITTEN.lastIndex = at;
  const [, before = '', handle] = WRITTEN.exec(source) ?? [];
  return handle === undefined ? null : withoutEmphasis(handle, before.length);
}

/** In `_@ann_` the outer underscores are emphasis: as many as stand before belong to the end, too. */
function withoutEmphasis(handle: string, underscores: number): string | null {
  const trailing = /_*$/.exec(handle)?.[0].length ?? 0;
  const rest = handle.slice(0, handle.length - Math.min(trailing, underscores));
  return rest.length >= 3 ? rest : null;
}
