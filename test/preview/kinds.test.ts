/** Every kind of panel, drawn in both themes; also those that no dashboard of ours has. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { panelKinds } from '../../lib/panels/kinds.ts';
import { type Browser, drawn } from '../../preview/server/browser.ts';
import { type KindsPreview, startKindsPreview } from '../support/kinds-preview.ts';
import { describeWithPreview, startTestBrowser, watchedPage } from '../support/preview.ts';

const STATES = `Object.fromEntries([...document.querySelectorAll('[data-panel]')].map(({ dataset }) => [dataset.title, dataset.state]))`;

/** Panels with nothing below their title: neither a drawing nor a word. */
const BLANK = `[...document.querySelectorAll('[data-panel]')]
  .filter((panel) => panel.querySelector('canvas, svg[role=img]') === null)
  .filter((panel) => panel.textContent.replace(panel.dataset.title, '').trim() === '')
  .map((panel) => panel.dataset.title)`;

describeWithPreview('each kind of panel', () => {
  let preview: KindsPreview;
  let browser: Browser;

  beforeAll(async () => {
    [preview, browser] = await Promise.all([startKindsPreview(), startTestBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.stop();
    await preview?.stop();
  });

  it.each(['dark', 'light'])(
    'is drawn in the %s theme',
    async (theme) => {
      const { page, complaints } = await watchedPage(browser);
      await page.goto(`${preview.url}/d/kinds?picture=&theme=${theme}`);
      await drawn(page);
      const states = (await page.evaluate(STATES)) as Readonly<Record<string, string>>;
      expect(Object.keys(states)).toHaveLength(panelKinds.length);
      expect(Object.entries(states).filter(([, state]) => state !== 'drawn')).toEqual([]);
      expect(await page.locator('.hint', { hasText: 'Cannot be drawn' }).count()).toBe(0);
      expect(await page.locator('[data-title="Text"]').textContent()).toContain('When votes wait');
      expect(complaints).toEqual([]);
      expect(await page.evaluate(BLANK)).toEqual([]);
      const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
      await page.setViewportSize({ width: 1280, height });
      await drawn(page);
      expect(await page.evaluate(BLANK)).toEqual([]);
      if (process.env.KEEP_PICTURES !== undefined)
        await page.screenshot({ path: join(process.env.KEEP_PICTURES, `kinds-${theme}.png`) });
    },
    120_000,
  );
});
