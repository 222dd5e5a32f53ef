import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const NAMES = ['google-chrome', 'google-chrome-stable'];
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The browser of CHROMIUM, else one that the system has; null when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = env.CHROMIUM ? [env.CHROMIUM] : [...PATHS, ...named];
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser that knows nothing, in a new folder; `folder` is also the place for screenshots, and goes with `close`. */
export async function openBrowser(
  executablePath: string,
): Promise<{ browser: BrowserContext; folder: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'laurel-screen-'));
  const browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    args: FLAGS,
    viewport: { width: 1280, height: 800 },
  });
  const close = async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { browser, folder, close };
}
