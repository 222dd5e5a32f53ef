import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import commonmark from 'commonmark-spec';
import { MAX_HTML_LENGTH } from '../../../src/community/text/parse-post.js';
import { RENDERER_VERSION, renderPost } from '../../../src/community/text/render-post.js';
import { trespassesOf } from '../../support/delivered-html.js';
import { HOSTILE_POSTS } from '../../support/hostile-posts.js';

const REL = 'rel="nofollow ugc noopener noreferrer"';
const ids = new Map([
  ['ann', 'mem_1'],
  ['bert_2', 'mem_2'],
]);
const html = (body: string) =>
  renderPost(body, (handle) => {
    const id = ids.get(handle);
    return id === undefined ? null : { id };
  }).trimEnd();

describe('a post becomes HTML', () => {
  test.each([
    ['**bold** and *stress*', '<p><strong>bold</strong> and <em>stress</em></p>'],
    ['# One\n\nTwo\n---', '<h1>One</h1>\n<h2>Two</h2>'],
    ['> quoted\nlazily', '<blockquote>\n<p>quoted\nlazily</p>\n</blockquote>'],
    ['7. seven\n8. eight', '<ol start="7">\n<li>seven</li>\n<li>eight</li>\n</ol>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['```js\n1 < 2\n```', '<pre><code class="language-js">1 &lt; 2\n</code></pre>'],
    ['```x"y\na\n```', '<pre><code>a\n</code></pre>'],
    ['a  \nb\n\n***', '<p>a<br />\nb</p>\n<hr />'],
    ['`<b>` & <b>', '<p><code>&lt;b&gt;</code> &amp; &lt;b&gt;</p>'],
    ['[a](https://b.example/?c=1&d=2 "t")', `<p><a href="https://b.example/?c=1&amp;d=2" title="t" ${REL}>a</a></p>`],
    ['<me@b.example>', `<p><a href="mailto:me@b.example" ${REL}>me@b.example</a></p>`],
  ])('%j', (body, expected) => expect(html(body)).toBe(expected));

  test.each([
    ['https://b.example/x.', `<p><a href="https://b.example/x" ${REL}>https://b.example/x</a>.</p>`],
    ['www.b.com', `<p><a href="http://www.b.com" ${REL}>www.b.com</a></p>`],
    ['me@b.com', `<p><a href="mailto:me@b.com" ${REL}>me@b.com</a></p>`],
    ['read notes.md or b.com', '<p>read notes.md or b.com</p>'],
    ['ftp://b.com //b.com', '<p>ftp://b.com //b.com</p>'],
    ['http://bücher.example', `<p><a href="http://xn--bcher-kva.example" ${REL}>http://bücher.example</a></p>`],
  ])('addresses are linked, and only those: %j', (body, expected) => expect(html(body)).toBe(expected));

  test.each([
    ['![a cat](https://b.example/cat.png)', `<p><a href="https://b.example/cat.png" ${REL}>a cat</a></p>`],
    ['![](https://b.example/cat.png)', `<p><a href="https://b.example/cat.png" ${REL}>b.example</a></p>`],
    ['[![a *cat*](https://b.example/cat.png)](https://c.example)', `<p><a href="https://c.example" ${REL}>a cat</a></p>`],
    ['![a cat](/cat.png)', '<p>a cat</p>'],
  ])('an image is a link to it: %j', (body, expected) => expect(html(body)).toBe(expected));

  test.each([
    ['[a](/logout) [b](//c.example) [c](https:c.example)', '<p>a b c</p>'],
    ['[bank](https://bank.example@evil.example)', '<p>bank</p>'],
    ['[a](ftp://c.example)', '<p>a</p>'],
    [`[a](https://c.example/${'x'.repeat(2_000)})`, '<p>a</p>'],
    ['[a](javascript:b)', '<p>[a](javascript:b)</p>'],
  ])('where a post may not lead, the words are left: %j', (body, expected) => expect(html(body)).toBe(expected));

  test('known members are marked, as they are written; others are text', () => {
    expect(html('@Ann, @bert_2 and @carl')).toBe(
      '<p><span class="mention" data-member="mem_1">@Ann</span>, <span class="mention" data-member="mem_2">@bert_2</span> and @carl</p>',
    );
  });

  test('what is no id of a member marks nobody', () => {
    expect(renderPost('@ann', () => ({ id: 'mem_1" onclick="x' }))).toBe('<p>@ann</p>\n');
  });

  test.each([
    ['a\u200bb\u202ec&#x202E;d&#8203;e\u00ad\u{E0061}\u0007', '<p>abcde</p>'],
    ['`a\u200bb`', '<p><code>ab</code></p>'],
    ['[a](https://b.example "c\u202ed&#x202E;e")', `<p><a href="https://b.example" title="cde" ${REL}>a</a></p>`],
    ['```\na\u2066b\n```', '<pre><code>ab\n</code></pre>'],
    ['![a&#8203;b](https://b.example)', `<p><a href="https://b.example" ${REL}>ab</a></p>`],
    ['a\u0301\u0302\u0303\u0304\u0305\u0306 b', '<p>a\u0301\u0302\u0303\u0304 b</p>'],
    [
      '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u2764\uFE0F 1\uFE0F\u20E3',
      '<p>\u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u2764\uFE0F 1\uFE0F\u20E3</p>',
    ],
    ['\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645', '<p>\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645</p>'],
    ['\ud83d', '<p>\ufffd</p>'],
    ['a\u0000b', '<p>a\ufffdb</p>'],
  ])('nothing is delivered that cannot be seen, unless it is spelling: %j', (body, expected) => expect(html(body)).toBe(expected));

  test.each(HOSTILE_POSTS)('stays within the allowed elements: %s', (_, body) => {
    const delivered = html(body);
    expect(trespassesOf(delivered)).toEqual([]);
    expect(delivered.length).toBeLessThanOrEqual(MAX_HTML_LENGTH);
  });

  test('a version means one HTML: whoever changes any raises RENDERER_VERSION, and then what is expected here', () => {
    const bodies = [...HOSTILE_POSTS.map(([, body]) => body), ...commonmark.tests.map(({ markdown }) => markdown)];
    const digest = createHash('sha256').update(bodies.map(html).join('\0')).digest('hex').slice(0, 16);
    expect({ version: RENDERER_VERSION, digest }).toEqual({ version: 1, digest: 'd1b41b99759d27b3' });
  });

  test('the check that finds nothing there finds what is wrong', () => {
    expect(trespassesOf('<p onclick=x>a<!-- b --><a href="javascript:x">c</a><svg><a></a></svg>')).toEqual([
      'a node #comment',
      'an attribute onclick of p',
      'a link with the scheme javascript',
      'a link without its rel',
      'an element svg',
      'an element a',
      'a link with the scheme none',
      'a link without its rel',
    ]);
    expect(HOSTILE_POSTS.filter(([, body]) => trespassesOf(body).length > 0).length).toBeGreaterThan(60);
  });
});
