/** Dashboards in many tabs of one browser, as somebody on call has them open. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, drawn } from '../../preview/server/browser.ts';
import type { Preview } from '../../preview/server/server.ts';
import { describeWithPreview, startServer, startTestBrowser, watchedPage } from '../support/preview.ts';

/** What a browser tells its page when another tab is chosen, or this one again. */
async function see(page: Page, visibility: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate(`Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${visibility}' });
    document.dispatchEvent(new Event('visibilitychange'))`);
}

describeWithPreview('dashboards in many tabs', () => {
  let preview: Preview;
  let browser: Browser;

  beforeAll(async () => {
    [preview, browser] = await Promise.all([startServer(), startTestBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.stop();
    await preview?.stop();
  });

  it('are all drawn, more than a browser has connections to one host; a tab that is seen again catches up', async () => {
    const tabs: Page[] = [];
    const complaints: string[][] = [];
    for (let tab = 0; tab < 8; tab++) {
      const watched = await watchedPage(browser);
      await watched.page.goto(preview.url);
      await drawn(watched.page);
      await see(watched.page, 'hidden');
      tabs.push(watched.page);
      complaints.push(watched.complaints);
    }
    const [first] = tabs;
    const asked = first?.waitForRequest(/\/api\/state\?after=/);
    if (first !== undefined) await see(first, 'visible');
    expect((await asked)?.method()).toBe('GET');
    expect(complaints.flat()).toEqual([]);
  }, 120_000);
});
