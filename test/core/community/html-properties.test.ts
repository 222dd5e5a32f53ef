import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { allowedHtml } from '../../../src/community/text/allowed-html.js';
import { linksIn } from '../../../src/community/text/links-in.js';
import { MAX_MENTIONS, mentionsIn } from '../../../src/community/text/mentions.js';
import { MAX_HTML_LENGTH } from '../../../src/community/text/parse-post.js';
import { plainText } from '../../../src/community/text/plain-text.js';
import { renderPost } from '../../../src/community/text/render-post.js';
import { visible } from '../../../src/community/text/visible.js';
import { elementsOf, trespassesOf } from '../../support/delivered-html.js';
import { HOSTILE_POSTS } from '../../support/hostile-posts.js';
import { check } from '../../support/seed.js';

jest.setTimeout(120_000);

const RUNS = 500;
const member = (handle: string) => (handle.length % 2 === 0 ? { id: `mem_${handle.length}` } : null);
const render = (body: string) => renderPost(body, member);

/** Pieces of Markdown and of attacks on it. */
const piece = fc.oneof(
  fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '*',
    '**',
    '_',
    '`',
    '```',
    '<',
    '>',
    '\n',
    '\n\n',
    '    ',
    '- ',
    '1. ',
    '# ',
    '&',
    ';',
    '\\',
    '"',
    "'",
    ' ',
  ),
  fc.constantFrom(
    'javascript:',
    'data:text/html,',
    'vbscript:',
    'JaVa&Tab;script:',
    '&#106;avascript&colon;',
    'https://',
    'http://a.com',
    'www.b.com/',
  ),
  fc.constantFrom(
    '<script>',
    '</script>',
    '<img src=x onerror=a>',
    '<svg onload=a>',
    ' onclick=a ',
    '<!--',
    '-->',
    '<style>',
    '<math>',
    ']: ',
    '[x]: ',
  ),
  fc.constantFrom(
    '@ann',
    '@b_ob',
    '/@carl',
    'dora@e.com',
    '\u0430',
    '\u200b',
    '\u202e',
    '\u0301',
    '\u200d',
    '\ufe0f',
    '😀',
    '\ud800',
    '\0',
    '&#8203;',
    '\t',
    '\r',
  ),
  fc.constantFrom(
    '*a*',
    '[b](https://c.com "d")',
    '![e](https://f.com)',
    '<https://g.com>',
    '> ',
    '\n---\n',
    '\n===\n',
    '`h`',
    '[x]',
    '&amp;lt;',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const part = fc.oneof(
  { weight: 12, arbitrary: piece },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_POSTS.map(([, body]) => body.slice(0, 300))) },
);
const bodies = fc.array(part, { maxLength: 40, size: 'max' }).map((parts) => parts.join(''));
/** The same few pieces, very often: what is deep or grows. */
const rhythms = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 5 }), fc.array(piece, { maxLength: 3 }), fc.integer({ min: 1, max: 3_000 }))
  .map(([unit, end, times]) => `${unit.join('').repeat(times)}${end.join('').repeat(times)}`);

test('no HTML but the allowed, whatever is written', () => {
  check(
    fc.property(bodies, (body) => {
      expect(trespassesOf(render(body))).toEqual([]);
    }),
    RUNS,
  );
});

test('whatever is repeated, the HTML stays bounded and allowed', () => {
  check(
    fc.property(rhythms, (body) => {
      const html = render(body);
      expect(html.length).toBeLessThanOrEqual(MAX_HTML_LENGTH);
      expect(trespassesOf(html)).toEqual([]);
    }),
    60,
  );
});

test('the second wall alone keeps out what the first would have to', () => {
  check(
    fc.property(bodies, (html) => {
      const allowed = allowedHtml(html);
      expect(trespassesOf(allowed)).toEqual([]);
      expect(allowedHtml(allowed)).toBe(allowed);
    }),
    RUNS,
  );
});

test('made safe again, the HTML is the same', () => {
  check(
    fc.property(bodies, (body) => {
      const html = render(body);
      expect(allowedHtml(html)).toBe(html);
    }),
    RUNS,
  );
});

test('nothing that cannot be seen is delivered', () => {
  check(
    fc.property(bodies, (body) => {
      const html = render(body);
      expect(visible(html)).toBe(html);
    }),
    RUNS,
  );
});

test('HTML, mentions, links and excerpts agree, as they read the same parse', () => {
  check(
    fc.property(bodies, (body) => {
      const html = render(body);
      const elements = elementsOf(html);
      const handles = mentionsIn(body);
      expect(handles.length).toBeLessThanOrEqual(MAX_MENTIONS);
      const marked = new Set(elements.flatMap(({ attributes }) => attributes['data-member'] ?? []));
      expect(marked).toEqual(new Set(handles.flatMap((handle) => member(handle)?.id ?? [])));
      const linked = linksIn(body).filter(({ isLinked }) => isLinked);
      expect(elements.filter(({ tag }) => tag === 'a').length).toBe(linked.length);
      expect(plainText(body, 50).length).toBeLessThanOrEqual(50);
    }),
    RUNS,
  );
});
