/** The page for those who see little, do not use a mouse, or do not like things to move; and on screens of other sizes. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, drawn } from '../../preview/server/pictures.ts';
import type { Preview } from '../../preview/server/server.ts';
import { describeWithPreview, startServer, startTestBrowser } from '../support/preview.ts';

/** What is inside of Grafana's components and the same in Grafana; nothing else may be wrong. */
const GRAFANAS: Readonly<Record<string, RegExp>> = {
  // A legend's buttons are named for what they do to all series.
  'label-content-name-mismatch': /LegendLabel/,
  // The colours of thresholds as text: 3 to 1 in the light theme.
  'color-contrast': /role="gridcell"|^<span style="font-size:/,
};

describeWithPreview('the page, for everybody', () => {
  let preview: Preview;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [preview, browser] = await Promise.all([startServer(), startTestBrowser()]);
    page = await browser.context.newPage();
    await page.goto(`${preview.url}/d/voting-app-application`);
    await drawn(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.stop();
    await preview?.stop();
  });

  it('is walked by keyboard alone: to a panel, into what stands behind it, and back to where one was', async () => {
    const name = await tabTo(page, /^About /);
    await page.keyboard.press('Enter');
    const about = page.locator('.about-panel');
    await about.waitFor();
    expect(await page.evaluate(`document.activeElement.closest('.about-panel') !== null`)).toBe(true);
    await page.keyboard.press('Escape');
    await about.waitFor({ state: 'detached' });
    expect(await page.evaluate(FOCUSED)).toBe(name);
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  }, 120_000);

  it('moves nothing for those who prefer that', async () => {
    expect(Number(await page.evaluate(MOVING))).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await page.evaluate(MOVING)).toBe(0);
  }, 120_000);

  it.each([1920, 1280, 390])(
    'is shown whole on a screen %i pixels wide',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      await drawn(page);
      expect(await page.evaluate(TOO_WIDE)).toBe(0);
      expect(await page.evaluate(CUT)).toEqual([]);
    },
    120_000,
  );

  it.each(['dark', 'light'])(
    'has roles, names and contrasts that axe has nothing to say of, %s',
    async (theme) => {
      await page.setViewportSize({ width: 1_280, height: 900 });
      await page.goto(`${preview.url}/d/voting-app-system?theme=${theme}`);
      await drawn(page);
      await page.locator('.about').first().click();
      await page.locator('.about-panel').waitFor();
      await page.evaluate(axe.source);
      const { violations, passes } = (await page.evaluate('axe.run(document)')) as AxeResults;
      expect(passes.length).toBeGreaterThan(20);
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.filter(({ html }) => GRAFANAS[id]?.test(html) !== true).map(({ html }) => `${id}: ${html}`),
      );
      expect(found).toEqual([]);
    },
    120_000,
  );
});

const FOCUSED = `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`;
const MOST_TABS = 80;

/** Presses Tab until what has the focus is named so; its name. */
async function tabTo(page: Page, name: RegExp): Promise<string> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    await page.keyboard.press('Tab');
    const focused = String(await page.evaluate(FOCUSED));
    if (name.test(focused)) return focused;
  }
  throw new Error(`nothing named ${name} got the focus within ${MOST_TABS} tabs`);
}

/** How many elements take time for a change that one could see. */
const MOVING = `[...document.querySelectorAll('body *')].filter((element) => {
  const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
  const longest = (text) => Math.max(...text.split(',').map(Number.parseFloat));
  return longest(transitionDuration) > 0.01 || (animationName !== 'none' && longest(animationDuration) > 0.01);
}).length`;

const TOO_WIDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Titles of panels, rows and the page that do not fit where they stand. */
const CUT = `[...document.querySelectorAll('h1, h2')]
  .filter((title) => [title, ...title.querySelectorAll('*')].some((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline'))
  .map((title) => title.textContent)`;
