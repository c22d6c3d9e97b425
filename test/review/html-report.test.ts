/** The report as a person opens it: from the disk, in a real browser, with and without its script. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textSide } from '../../lib/read/side.ts';
import { htmlReport } from '../../lib/review/forms/html.ts';
import { changedPictures } from '../../lib/review/pictures.ts';
import { review } from '../../lib/review/review.ts';
import { type Browser, chromiumPath } from '../../preview/server/browser.ts';
import { startTestBrowser, watchedPage } from '../support/preview.ts';
import { describeUnless } from '../support/servers.ts';

const noBrowser = chromiumPath() === undefined ? 'no Chromium found; `apt-get install chromium` gets it' : undefined;

const TITLE = 'Orders waiting for somebody to pack them <b>now</b>';

function files(window: string, severity: string): Readonly<Record<string, string>> {
  const expr = `sum by (service) (rate(orders_failed_total{job="shop"}[${window}])) / sum by (service) (rate(orders_total{job="shop"}[${window}])) > 0.01`;
  const target = { refId: 'A', expr, datasource: { type: 'prometheus', uid: 'p' } };
  const panel = { id: 7, type: 'timeseries', title: TITLE, gridPos: { x: 0, y: 0, w: 12, h: 8 }, targets: [target] };
  const alert = { alert: 'OrdersFail', expr, labels: { severity } };
  return {
    'dashboards/orders.json': JSON.stringify({
      uid: 'orders',
      title: 'Shop / Orders',
      schemaVersion: 41,
      panels: [panel],
    }),
    'rules.yml': JSON.stringify({ groups: [{ name: 'orders', rules: [alert] }] }),
    'pictures/orders.svg': [
      '<svg xmlns="http://www.w3.org/2000/svg" width="652" height="330" viewBox="0 0 652 330" font-size="14" fill="#ccc">',
      '<view id="view-7" viewBox="16 16 620 296"/>',
      '<g id="panel-7" transform="translate(16 16)">',
      '<rect x="0.5" y="0.5" width="619" height="295" fill="#181b1f"/>',
      '<text x="12" y="25">Orders waiting</text>',
      `<path d="M20 200h${window === '5m' ? 300 : 500}" stroke="#73bf69"/>`,
      '</g>',
      '</svg>',
    ].join('\n'),
  };
}

describeUnless(noBrowser, 'the page of a report', () => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'report-'));
  const address = pathToFileURL(join(folder, 'report.html')).href;
  let browser: Browser;
  beforeAll(async () => {
    const [before, after] = [textSide('main', files('5m', 'critical')), textSide('dist', files('10m', 'warning'))];
    const pictures = changedPictures(before, after);
    writeFileSync(join(folder, 'report.html'), htmlReport(review(before, after), { pictures }));
    browser = await startTestBrowser();
  });
  afterAll(async () => {
    await browser?.stop();
    rmSync(folder, { recursive: true });
  });

  it.each(['light', 'dark'] as const)('has nothing that keeps anyone out (%s)', async (colorScheme) => {
    const { page, complaints } = await watchedPage(browser);
    await page.emulateMedia({ colorScheme });
    await page.goto(address);
    await page.evaluate(axe.source);
    const found: unknown = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 80)}`))',
    );
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each([390, 1280, 1920])('is shown whole on a screen %i pixels wide', async (width) => {
    const { page } = await watchedPage(browser);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.getByText('OrdersFail has the severity warning').isVisible()).toBe(true);
  });

  it('keeps its first line in sight', async () => {
    const { page } = await watchedPage(browser);
    await page.setViewportSize({ width: 1280, height: 300 });
    await page.goto(address);
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    const place = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect(place?.y).toBeGreaterThanOrEqual(0);
    expect(place?.y).toBeLessThan(60);
  });

  it('shows pictures beside each other, over each other, by turns, and only what differs', async () => {
    const { page } = await watchedPage(browser);
    await page.goto(address);
    const sides = page.locator('figure .side');
    const lefts = async (): Promise<number> => {
      const boxes = await Promise.all([sides.nth(0).boundingBox(), sides.nth(1).boundingBox()]);
      return (boxes[1]?.x ?? 0) - (boxes[0]?.x ?? 0);
    };
    expect(await page.evaluate(`[...document.querySelectorAll('img')].map((each) => each.naturalWidth)`)).toEqual([
      620, 620, 620, 620,
    ]);
    expect(await lefts()).toBeGreaterThan(100);
    await page.getByLabel('Swipe').check();
    expect(await lefts()).toBe(0);
    await page.getByRole('slider').fill('20');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.side.after')).clipPath`)).toBe(
      'inset(0px 0px 0px 20%)',
    );
    await page.getByLabel('Flicker').check();
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.side.before')).animationName`)).toBe('turn');
    await page.getByLabel('Only what differs').check();
    expect(await page.locator('img.contrast:visible').count()).toBe(2);
    expect(await page.locator('img.whole:visible').count()).toBe(0);
  });

  it('can be read where scripts do not run', async () => {
    const { page } = await watchedPage(browser);
    await page.goto(address);
    await page.evaluate(`document.documentElement.classList.remove('scripted')`);
    expect(await page.getByRole('radio').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('img.whole:visible').count()).toBe(2);
  });
});
