import { describe, expect, test } from '@jest/globals';
import commonmark from 'commonmark-spec';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { allowedHtml } from '../../../src/community/text/allowed-html.js';
import { renderPost } from '../../../src/community/text/render-post.js';

/** Posts differ from CommonMark on purpose: HTML is text, images are links, addresses are links without `<>`, too. */
const ON_PURPOSE = new Set(['HTML blocks', 'Raw HTML', 'Images']);
/** The examples of other sections that show the same. */
const WITH_HTML = [21, 31, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 642, 643];
const WITH_IMAGES = [517, 520, 531];
const WITH_ADDRESSES = [602, 608, 611, 612];
const otherwise = new Set([...WITH_HTML, ...WITH_IMAGES, ...WITH_ADDRESSES]);
/** Those in which a path is text. Made absolute, it would be linked. */
const withPathsAsText = new Set([14, 197, 209, 508, 511, 513, 518, 519, 546, 547, 548, 551, 552]);

const examples = commonmark.tests.filter(({ number, section }) => !ON_PURPOSE.has(section) && !otherwise.has(number));

/** HTML as a tree in text, with the elements and attributes that posts may have; an empty quote may have a line in it. */
function shape(html: string): string {
  const draw = (node: DefaultTreeAdapterTypes.ChildNode): string => {
    if (!('tagName' in node)) return 'value' in node ? node.value : '';
    const attributes = node.attrs.filter(({ name }) => name !== 'rel').map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`);
    return `<${node.tagName}${attributes.join('')}>${node.childNodes.map(draw).join('')}</${node.tagName}>`;
  };
  return parseFragment(allowedHtml(html))
    .childNodes.map(draw)
    .join('')
    .trim()
    .replaceAll('<blockquote>\n</blockquote>', '<blockquote></blockquote>');
}

/** The specification links to paths, where posts do not lead. */
const absolute = (text: string): string => text.replaceAll(/(?<![\w/.])\/(?=url|uri|foo|bar)/g, 'https://there.example/');
const tabs = (text: string): string => text.replaceAll('→', '\t');

describe('CommonMark 0.31', () => {
  test('the specification is there', () => expect(examples.length).toBe(544));

  test.each(examples.map((each) => [each.number, each.section, each] as const))(
    'example %i, %s',
    (number, _section, { markdown, html }) => {
      const written = withPathsAsText.has(number) ? tabs : (text: string) => absolute(tabs(text));
      expect(shape(renderPost(written(markdown), () => null))).toBe(shape(written(html)));
    },
  );
});
