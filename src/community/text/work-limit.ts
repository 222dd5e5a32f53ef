import type { MarkdownIt } from 'markdown-it';

/** One is about 0.2 µs. A body of 50,000 characters as people write them takes less than half of this. */
const MAX_STEPS = 250_000;
const STEPS_PER_SEARCH = 20;
const CHARACTERS_PER_STEP = 8;
const STEPS_PER_ADDRESS = 75;

/** Some ways to write Markdown take quadratic time (quotes that end in an open line, and what nobody found yet). */
export class TooMuchWork extends Error {}

/**
 * Counts the steps of the parser, not time, so that the same body always has the same outcome. The parse of a body that needs too many ends with
 * `TooMuchWork`. `begin` is called before each parse; parsing is synchronous, so there is one at a time.
 */
export function workLimit(parser: MarkdownIt): { begin: () => void } {
  let left = MAX_STEPS;
  const spend = (steps: number): false => {
    left -= steps;
    if (left < 0) throw new TooMuchWork();
    return false;
  };
  parser.block.ruler.before('table', 'work', () => spend(1), { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  parser.inline.ruler.before('text', 'work', () => spend(1));

  const { linkify } = parser;
  const [test, match] = [linkify.test.bind(linkify), linkify.match.bind(linkify)];
  linkify.test = (text) => {
    if (!/[.:@]/.test(text)) return false;
    spend(STEPS_PER_SEARCH + text.length / CHARACTERS_PER_STEP);
    return test(text);
  };
  linkify.match = (text) => {
    spend(STEPS_PER_SEARCH + text.length / CHARACTERS_PER_STEP);
    const found = match(text);
    spend(STEPS_PER_ADDRESS * (found?.length ?? 0));
    return found;
  };
  return {
    begin: () => {
      left = MAX_STEPS;
    },
  };
}
