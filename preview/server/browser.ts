/** The system's Chromium, started so that the same page gives the same picture. */
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { BrowserContext, Page } from 'playwright-core';
import { ownFolder } from '../../lib/cli/own-folder.ts';
import { Refused } from '../../lib/cli/run.ts';

const PLACES: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** The system's browser, or the one that CHROMIUM names. */
export function chromiumPath(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named !== undefined) return existsSync(named) ? named : undefined;
  return PLACES.find((path) => existsSync(path));
}

/** What makes a page look the same on every run, and keeps the browser from talking to anybody else. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  // Else a rounded corner differs by a shade where a part of what stood there before is kept.
  '--disable-partial-raster',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

export interface Browser {
  readonly context: BrowserContext;
  stop(): Promise<void>;
}

/** Opens a browser with an empty profile of its own; what it leaves behind goes when it is stopped. */
export async function startBrowser(path: string): Promise<Browser> {
  // Not imported at the top: it takes half a second, in which definitions are loaded already.
  const { chromium } = await import('playwright-core');
  const home = ownFolder(tmpdir(), 'preview-browser-');
  const options = { executablePath: path, headless: true, args: ARGUMENTS, timezoneId: 'UTC' };
  const remove = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const context = await chromium.launchPersistentContext(home, options).catch((error: unknown) => {
    remove();
    throw new Refused(`${path} did not start: ${reasonOf(error)}`);
  });
  return {
    context,
    async stop() {
      await context.close();
      remove();
    },
  };
}

/** The first line, without the name of the function; a log of the browser follows it. */
function reasonOf(error: unknown): string {
  const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return first.replace(/^[\w.]+: /, '');
}

/** A grid with panels, of which none waits for its data. */
export const DRAWN = '.grid:has([data-panel]):not(:has([data-state="loading"]))';
const PAINTED =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 120))))';

/** Waits until every panel is drawn, and the browser has painted that. */
export async function drawn(page: Page): Promise<void> {
  await page.locator(DRAWN).waitFor({ timeout: 30_000 });
  await painted(page);
}

/** Waits until the browser has painted what stands there. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(PAINTED);
}
