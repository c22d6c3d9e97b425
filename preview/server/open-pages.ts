/** A browser with the preview's page open in it, of which pictures are taken. */
import type { CDPSession, Page } from 'playwright-core';
import { type Browser, startBrowser } from './browser.ts';

export interface OpenPages {
  /** Settled once the page's code has run, which needs no definitions. */
  readonly pages: Promise<readonly OpenPage[]>;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  /** Makes the window as high as that, in pixels. */
  resize(height: number): Promise<void>;
  /** What is in sight, as PNG in base64: a file that is kept is small, one that is cut at once is written fast. */
  screenshot(file: 'small' | 'at once'): Promise<string>;
}

const WIDTH = 1_600;
export const LEAST_HEIGHT = 900;
/** While one page is drawn, the other is written: more would wait for the same browser. */
const PAGES = 2;

/** Starts a browser and opens the preview at `url` in it. Definitions may still be loading. */
export async function openPages(browserPath: string, url: string): Promise<OpenPages> {
  const browser = await startBrowser(browserPath);
  const pages = Promise.all(Array.from({ length: PAGES }, (_, index) => openPage(browser, index, url)));
  // Whoever waits for the pages hears of it.
  pages.catch(() => undefined);
  return { pages, close: () => browser.stop() };
}

async function openPage({ context }: Browser, index: number, url: string): Promise<OpenPage> {
  // A browser starts with one page.
  const page = context.pages()[index] ?? (await context.newPage());
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const opened = withSize(page, await context.newCDPSession(page));
  await opened.resize(LEAST_HEIGHT);
  // There is no such dashboard: which there are is not known yet.
  await page.goto(`${url}/d/-?picture`);
  return opened;
}

/**
 * By the browser's own protocol: `page.setViewportSize` resizes the window, which all pages share, and what another page
 * paints after that ends where the window does.
 */
function withSize(page: Page, session: CDPSession): OpenPage {
  const size = { width: WIDTH, height: LEAST_HEIGHT };
  return {
    page,
    async resize(height) {
      size.height = height;
      await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
    },
    async screenshot(file) {
      const { data } = await session.send('Page.captureScreenshot', {
        format: 'png',
        optimizeForSpeed: file === 'at once',
        clip: { x: 0, y: 0, ...size, scale: 1 },
      });
      return data;
    },
  };
}
