import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';

const ADDRESS = 'http://posts.test/';
/** No policy stands on this page: whatever is harmless here is harmless by itself. */
const PAGE = '<!doctype html><html><head><title>Posts</title></head><body></body></html>';

/** What one way of showing HTML left in a document: elements as `tag attribute attribute`, and the schemes that links lead to. */
export interface Shown {
  readonly way: string;
  readonly elements: readonly string[];
  readonly schemes: readonly string[];
}

/** In the page: shows HTML in three ways, then touches all of it as a person would, but follows no link that leads to another page. */
const SHOW = `async (html) => {
  window.ran ??= [];
  window.trap = () => { ran.push('trap') };
  const frame = (prepare) => new Promise((done) => {
    const made = document.createElement('iframe');
    made.onload = () => done(made);
    setTimeout(() => done(made), 1000);
    prepare(made);
    document.body.append(made);
  });
  const post = document.createElement('div');
  document.body.append(post);
  post.innerHTML = html;
  const framed = await frame((made) => { made.srcdoc = '<!doctype html><script>trap = parent.trap</' + 'script>' + html });
  const written = await frame(() => {});
  written.contentWindow.trap = window.trap;
  written.contentDocument.open();
  written.contentDocument.write('<!doctype html><html><head></head><body>' + html);
  written.contentDocument.close();
  const roots = { innerHTML: post, srcdoc: framed.contentDocument?.documentElement, write: written.contentDocument?.documentElement };
  const shown = [];
  for (const [way, root] of Object.entries(roots)) {
    const all = [...(root?.querySelectorAll('*') ?? [])];
    const frameOfPage = (each) => root !== post && (['HEAD', 'BODY'].includes(each.tagName) || each.textContent === 'trap = parent.trap');
    const own = all.filter((each) => !frameOfPage(each));
    const named = (each) => [each.localName, ...[...each.attributes].map(({ name }) => name)].join(' ');
    const isForeign = (each) => each.namespaceURI === 'http://www.w3.org/1999/xhtml' ? '' : 'foreign ';
    shown.push({
      way,
      elements: own.map((each) => isForeign(each) + named(each)),
      schemes: own.filter((each) => 'protocol' in each).map((each) => each.protocol),
    });
    for (const each of own.slice(0, 500)) {
      for (const kind of ['mouseover', 'pointerenter', 'focus']) each.dispatchEvent(new Event(kind));
      if (!/^(https?|mailto):$/.test(each.protocol ?? '')) each.click?.();
    }
  }
  for (let turn = 0; turn < 2; turn++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return shown;
}`;

/** A page on which posts are shown, that notices whatever they do: scripts, dialogs, windows, navigation, requests of any kind. */
export class PostScreen {
  private constructor(
    private readonly page: Page,
    private readonly noticed: string[],
  ) {}

  static async open(browser: BrowserContext): Promise<PostScreen> {
    const noticed: string[] = [];
    const page = await browser.newPage();
    await page.route('**/*', (route) =>
      route.request().url() === ADDRESS ? route.fulfill({ contentType: 'text/html', body: PAGE }) : route.abort(),
    );
    page.on('request', (request) => request.url() !== ADDRESS && noticed.push(`request ${request.url().slice(0, 80)}`));
    page.on('popup', (opened) => {
      noticed.push('window');
      void opened.close();
    });
    page.on('dialog', (dialog) => {
      noticed.push('dialog');
      void dialog.dismiss();
    });
    page.on('framenavigated', (frame) => {
      if (![ADDRESS, 'about:srcdoc', 'about:blank', ''].includes(frame.url())) noticed.push(`navigation ${frame.url().slice(0, 80)}`);
    });
    await page.goto(ADDRESS);
    return new PostScreen(page, noticed);
  }

  /** Shows HTML on the page as it is, beside what was shown before. */
  show(html: string): Promise<Shown[]> {
    return this.page.evaluate<Shown[]>(`(${SHOW})(${JSON.stringify(html)})`);
  }

  /** What has happened on this page, other than showing. */
  async happened(): Promise<string[]> {
    const ran = await this.page.evaluate<string[]>('window.ran ?? []');
    return [...ran, ...this.noticed];
  }

  close = (): Promise<void> => this.page.close();

  /** Shows HTML that may do anything on a page of its own, and waits for what it does; null if nothing is noticed in `patienceMs`. */
  static async provoke(browser: BrowserContext, html: string, patienceMs: number): Promise<string | null> {
    const screen = await PostScreen.open(browser);
    const first = async () => (await screen.happened().catch(() => screen.noticed))[0] ?? null;
    try {
      const giveUpAt = Date.now() + patienceMs;
      void screen.show(html).catch(() => []);
      while (!(await first()) && Date.now() < giveUpAt) await sleep(20);
      return await first();
    } finally {
      await screen.close();
    }
  }
}
