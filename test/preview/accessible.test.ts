/** The page for those who see little, do not use a mouse, or do not like things to move; and on screens of other sizes. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, drawn } from '../../preview/server/browser.ts';
import type { Preview } from '../../preview/server/server.ts';
import { violationsOf, visit, WIDTHS } from '../support/axe.ts';
import { describeWithPreview, startServer, startTestBrowser } from '../support/preview.ts';

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

  it.each([1920, 1280])(
    'shows every title of every dashboard and all columns of every table, %i pixels wide',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      const found: Record<string, unknown> = {};
      const [{ dashboards = [] } = {}] = preview.state.now().profiles;
      for (const { uid, title } of dashboards) {
        await visit(page, `/d/${uid}`);
        await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
        await drawn(page);
        found[uid] = [await page.evaluate(CUT), await page.evaluate(SCROLLED)];
      }
      expect(found).toEqual(Object.fromEntries(dashboards.map(({ uid }) => [uid, [[], 0]])));
    },
    120_000,
  );

  it('makes room for what stands behind a panel; on a narrow screen it covers the page, and the panel is in it', async () => {
    await visit(page, `${SYSTEM}?panel=container-memory&about`);
    for (const [width, isBeside] of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await drawn(page);
      const { drawer, main, drawnHere } = (await page.evaluate(LAID_OUT)) as LaidOut;
      expect([width, drawnHere]).toEqual([width, isBeside ? 0 : 1]);
      if (isBeside) expect(main).toBeLessThanOrEqual(drawer);
      else expect(drawer).toBe(0);
      expect(await page.evaluate(TOO_WIDE)).toBe(0);
      expect(await page.evaluate(TRY_FIRST)).toBe(true);
    }
  }, 120_000);

  it.each(['dark', 'light'])(
    'has roles, names and contrasts that axe has nothing to say of, %s',
    async (theme) => {
      await page.goto(`${preview.url}${SYSTEM}?theme=${theme}`);
      await drawn(page);
      for (const [width] of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const { name, query, part, open } of STATES) {
          await visit(page, `${SYSTEM}?theme=${theme}${query}`);
          await open?.(page);
          await page.locator(part).waitFor();
          expect(await violationsOf(page, part), `${name}, ${theme}, ${width} pixels`).toEqual([]);
        }
      }
    },
    240_000,
  );
});

const SYSTEM = '/d/voting-app-system';

interface State {
  readonly name: string;
  readonly query: string;
  /** What axe looks at: the whole page once, and then what has come. */
  readonly part: string;
  readonly open?: (page: Page) => Promise<void>;
}

/** What can be open, one after the other. */
const STATES: readonly State[] = [
  { name: 'the dashboard', query: '', part: 'body' },
  { name: 'what is not there', query: '&panel=none&runbook=none&from=now&to=now-1h', part: '.notices' },
  {
    name: 'a menu',
    query: '',
    part: '.several fieldset',
    open: (page) => page.locator('.several summary').click(),
  },
  { name: 'what stands behind a panel', query: '&panel=container-memory&about', part: '.about-panel' },
  { name: 'a runbook', query: '&runbook=DiskFilling', part: '.runbook' },
];

interface LaidOut {
  /** Where it begins, and where the page's own part ends. */
  readonly drawer: number;
  readonly main: number;
  readonly drawnHere: number;
}

const LAID_OUT = `(() => ({
  drawer: Math.round(document.querySelector('.about-panel').getBoundingClientRect().left),
  main: Math.round(document.querySelector('.grid').getBoundingClientRect().right),
  drawnHere: document.querySelectorAll('.about-panel [data-panel]').length,
}))()`;

/** Whether settings can be tried above all alerts. */
const TRY_FIRST = `(() => {
  const [attempt, alert] = ['.try', '.about-panel [id^="alert "]'].map((each) => document.querySelector(each));
  return alert === null || attempt.getBoundingClientRect().top < alert.getBoundingClientRect().top;
})()`;

/** How many elements take time for a change that one could see. */
const MOVING = `[...document.querySelectorAll('body *')].filter((element) => {
  const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
  const longest = (text) => Math.max(...text.split(',').map(Number.parseFloat));
  return longest(transitionDuration) > 0.01 || (animationName !== 'none' && longest(animationDuration) > 0.01);
}).length`;

const TOO_WIDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** How many tables have columns that one would have to scroll to. */
const SCROLLED = `[...document.querySelectorAll('[role="grid"]')].filter((table) => table.scrollWidth > table.clientWidth + 1).length`;

/** Titles of panels, rows and the page that do not fit where they stand. */
const CUT = `[...document.querySelectorAll('h1, h2')]
  .filter((title) => [title, ...title.querySelectorAll('*')].some((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline'))
  .map((title) => title.textContent)`;
