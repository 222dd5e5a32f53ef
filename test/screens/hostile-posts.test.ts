import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { ALLOWED, ALLOWED_SCHEMES } from '../../src/community/text/allowed-html.js';
import { renderPost } from '../../src/community/text/render-post.js';
import { findChromium, openBrowser } from '../support/chromium.js';
import { HOSTILE_POSTS } from '../support/hostile-posts.js';
import { PostScreen } from '../support/post-screen.js';

jest.setTimeout(300_000);

/** How long a post without care may take to do harm. Most do at once; those that do none are waited for in vain. */
const PATIENCE_MS = 1_000;
/** So many have to do harm without care; about 75 would. */
const ENOUGH = 60;

const chromium = findChromium();
if (!chromium) {
  process.stderr.write('NOTE: no Chromium was found, so hostile posts are not tried in a browser. Install chromium or set CHROMIUM.\n');
}
const whereThereIsABrowser = chromium ? describe : describe.skip;

/** Markdown as it is rendered where nobody thought of attacks. */
const careless = new MarkdownIt({ html: true, linkify: true });
careless.validateLink = () => true;

const isAllowed = (element: string): boolean => {
  const [tag = '', ...attributes] = element.split(' ');
  return attributes.every((name) => ALLOWED[tag]?.includes(name)) && tag in ALLOWED;
};
const schemes = ALLOWED_SCHEMES.map((scheme) => `${scheme}:`);

whereThereIsABrowser('hostile posts in a browser, on a page without a policy', () => {
  let screen: Awaited<ReturnType<typeof openBrowser>>;
  let posts: PostScreen;

  beforeAll(async () => {
    screen = await openBrowser(chromium as string);
    posts = await PostScreen.open(screen.browser);
  });
  afterAll(async () => {
    await screen?.close();
  });

  test.each(HOSTILE_POSTS)('%s', async (_, body) => {
    const shown = await posts.show(renderPost(body, (handle) => ({ id: `mem_${handle.replaceAll('_', '')}` })));
    expect(await posts.happened()).toEqual([]);
    expect(shown.map(({ way }) => way)).toEqual(['innerHTML', 'srcdoc', 'write']);
    for (const { elements, schemes: leadTo } of shown) {
      expect(elements.length).toBeGreaterThan(0);
      expect(elements.filter((element) => !isAllowed(element))).toEqual([]);
      expect(leadTo.filter((scheme) => !schemes.includes(scheme))).toEqual([]);
    }
    expect(shown[1]?.elements).toEqual(shown[0]?.elements);
    expect(shown[2]?.elements).toEqual(shown[0]?.elements);
  });

  test('and nothing happened later', async () => {
    await sleep(500);
    expect(await posts.happened()).toEqual([]);
  });

  test('the screen would have seen it: the same posts without care run scripts, load and navigate', async () => {
    const noticed: Record<string, string> = {};
    const waiting = [...HOSTILE_POSTS];
    const work = async () => {
      for (let next = waiting.shift(); next && Object.keys(noticed).length < ENOUGH; next = waiting.shift()) {
        const happened = await PostScreen.provoke(screen.browser, `${careless.render(next[1])}\n${next[1]}`, PATIENCE_MS);
        if (happened) noticed[next[0]] = happened;
      }
    };
    await Promise.all(Array.from({ length: 4 }, work));
    expect(Object.keys(noticed).length).toBeGreaterThanOrEqual(ENOUGH);
  });
});
