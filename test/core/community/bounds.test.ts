import { describe, expect, jest, test } from '@jest/globals';
import commonmark from 'commonmark-spec';
import { linksIn } from '../../../src/community/text/links-in.js';
import { MAX_BODY_LENGTH, MAX_DEPTH, MAX_HTML_LENGTH } from '../../../src/community/text/parse-post.js';
import { plainText } from '../../../src/community/text/plain-text.js';
import { renderPost } from '../../../src/community/text/render-post.js';

const render = (body: string) => renderPost(body, () => ({ id: 'mem_01jgw8h5xkfzt9v3m2n4p6q8r0' }));
const filledWith = (unit: string) => unit.repeat(Math.ceil(MAX_BODY_LENGTH / unit.length)).slice(0, MAX_BODY_LENGTH);
const halves = (one: string, other: string) =>
  one.repeat(MAX_BODY_LENGTH / 2 / one.length) + other.repeat(MAX_BODY_LENGTH / 2 / other.length);

/** What is known to cost parsers of Markdown quadratic or exponential time, or memory. The first took 3.5 seconds before steps were counted. */
const COSTLY: readonly (readonly [string, string])[] = [
  ['quotes that end in an open line', filledWith('>#\na\n')],
  ['quotes in lists that end in an open line', filledWith('- >#\na\n')],
  ...['[', '![', '[a](', '[a](<', '[a](b "', '[a]:', '[a]: b\n', '[`', '[*a ', '[a][b '].map(
    (unit) => [`links: ${unit}`, filledWith(unit)] as const,
  ),
  ...['*', '*a', '_a', '**a *b ', '*a_ ', 'a**b_c*d__ ', '`a', '``` `` ` ', '`\u0301'].map(
    (unit) => [`emphasis and code: ${unit}`, filledWith(unit)] as const,
  ),
  ...['>', '> ', '- ', '1. ', '> - ', '- a\n', '>\n\n', '- \n\n', 'a\n=\n', '```\n', '\n'].map(
    (unit) => [`blocks: ${unit}`, filledWith(unit)] as const,
  ),
  ...['<', '<a', '<!--', '<a b="c" ', '<http://a', '&', '&#', '\\', '"'].map((unit) => [`signs: ${unit}`, filledWith(unit)] as const),
  ...['http://', 'https://a.b ', 'www.', 'a.com ', 'a.', '\na@b.com', 'mailto:', '://', '`a.'].map(
    (unit) => [`addresses: ${unit}`, filledWith(unit)] as const,
  ),
  ...['@', '@abc', '@abc ', '/@abc', '_@abc_', 'a@b.com @abc '].map((unit) => [`mentions: ${unit}`, filledWith(unit)] as const),
  ...['\u200b', 'a\u0301\u0302\u0303\u0304\u0305', '\ud800', '\u{1F468}\u200D'].map(
    (unit) => [`characters: ${JSON.stringify(unit)}`, filledWith(unit)] as const,
  ),
  ['brackets in brackets', halves('[', '](x)')],
  ['stars around stars', halves('*', 'a*')],
  ['an address of stars', `http://a.b/${filledWith('*').slice(12)}a`],
  ['runs of backticks', Array.from({ length: 300 }, (_, index) => '`'.repeat(index)).join(' ')],
  ['stairs of lists', Array.from({ length: 220 }, (_, index) => `${' '.repeat(2 * index)}- a`).join('\n')],
  ['a reference that is used often', `[a]: https://a.example/${'x'.repeat(1_900)}\n\n${'[a]'.repeat(15_000)}`],
  ['a title that is used often', `[a]: https://a.example "${'x'.repeat(20_000)}"\n\n${'[a]'.repeat(9_000)}`],
];

jest.setTimeout(120_000);

describe('no post costs much', () => {
  test.each(COSTLY)('%s', (_, body) => {
    expect(render(body.slice(0, MAX_BODY_LENGTH)).length).toBeLessThanOrEqual(MAX_HTML_LENGTH);
  });

  test('what people write is within the bounds: 50,000 characters of the specification are read as CommonMark', () => {
    for (let from = 0; from + MAX_BODY_LENGTH < commonmark.text.length; from += MAX_BODY_LENGTH) {
      const html = render(commonmark.text.slice(from, from + MAX_BODY_LENGTH));
      expect(html).toContain('<code>');
      expect(html).toContain('<h');
    }
  });

  test('a body that is too long, too deep or too hard is shown as it is written, whole up to the limit', () => {
    const words = '*stress* [a](https://a.example) @ann <b>';
    const asText = '*stress* [a](https://a.example) @ann &lt;b&gt;';
    const deep = `${words}\n\n${'>'.repeat(MAX_DEPTH)} end`;
    expect(render(deep)).toContain(`<p>${asText}</p>`);
    expect(render(deep)).toContain('end');
    expect(render(`${words}\n\n${'>#\na\n'.repeat(8_000)}end`)).toMatch(/^<p>\*stress\*.*\nend<\/p>\n$/s);
    const long = render(`${words}\n\n${filledWith('a ')}end`);
    expect(long).toContain(`<p>${asText}</p>`);
    expect(long).not.toContain('end');
    expect(linksIn(deep)).toEqual([]);
    expect(plainText(deep)).toBe(`*stress* [a](https://a.example) @ann <b> ${'>'.repeat(MAX_DEPTH)} end`);
  });

  test('depth that is allowed is read', () => {
    expect(render(`${'>'.repeat(MAX_DEPTH - 2)} *end*`)).toContain('<em>end</em>');
  });
});
