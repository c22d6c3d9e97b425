/** What a viewer does with a dashboard, in a browser: as Grafana's users are used to it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type Browser, drawn } from '../../preview/server/browser.ts';
import {
  complainingPage,
  copyOfProject,
  describeWithPreview,
  type Started,
  startPreviewIn,
  startTestBrowser,
} from '../support/preview.ts';

const REGISTRY = `export const dashboards = [(await import('../test/support/viewer-dashboard.ts')).default];\n`;
/** An hour that ends when an hour ends: the last time of the axis stands at its edge. */
const [FROM, TO] = [Date.UTC(2026, 10, 23, 11), Date.UTC(2026, 10, 23, 12)];
const HOUR = `from=${FROM}&to=${TO}`;

describeWithPreview('a viewer', () => {
  let copy: Awaited<ReturnType<typeof copyOfProject>>;
  let preview: Started;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    copy = await copyOfProject();
    writeFileSync(join(copy.folder, 'dashboards/index.ts'), REGISTRY);
    [preview, browser] = await Promise.all([startPreviewIn(copy.folder), startTestBrowser()]);
    ({ page, complaints } = await complainingPage(browser));
    await page.setViewportSize({ width: 1280, height: 1400 });
    await page.goto(`${preview.url}/d/viewer?${HOUR}`);
    await drawn(page);
    // From here on nothing is loaded any more: what does not come soon does not come.
    page.setDefaultTimeout(30_000);
  }, 120_000);
  afterEach(() => {
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.stop();
    await preview?.stop();
    copy?.remove();
  });

  /** Another place of the same page: loading it anew would cost more than all the rest. */
  async function visit(query: string): Promise<void> {
    await page.evaluate(
      `history.pushState(null, '', '/d/viewer?${query}'); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await drawn(page);
  }

  it('sees annotations in every graph, reads what happened, and switches them off', async () => {
    await visit(HOUR);
    const [requests, cpu] = [panelOf(page, 'requests'), panelOf(page, 'cpu')];
    const redis = cpu.getByRole('button', { name: 'Redis restarted' });
    expect(await requests.getByRole('button', { name: /^Containers started: \w+ started/ }).count()).toBe(2);
    expect(await redis.count()).toBe(1);
    const mark = await markOf(page, { panel: 'cpu', name: 'Redis restarted' });
    expect(await pixels(page, 'cpu', mark)).toBeGreaterThan(20);

    await redis.focus();
    const words = page.getByRole('tooltip');
    expect(await words.textContent()).toMatch(
      /^2026-11-23 11:\d\d.* – .*votes that it had not saved.*Redis restarted$/,
    );

    await page.getByLabel('Redis restarted', { exact: true }).uncheck();
    await expect.poll(() => redis.count()).toBe(0);
    // A line of the graph that crosses the place may have a pixel of that colour; the mark has one in each row.
    await expect.poll(() => pixels(page, 'cpu', mark)).toBeLessThan(5);
    expect(await requests.getByRole('button', { name: 'Containers started' }).count()).toBe(2);
    expect(new URL(page.url()).searchParams.getAll('without')).toEqual(['Redis restarted']);
  });

  it('looks closer by dragging, goes back, and looks wider by a double click; a panel opens by a click alone', async () => {
    await visit(HOUR);
    const graph = panelOf(page, 'requests').locator('.u-over');
    await drag(page, graph, [0.25, 0.75]);
    const [from, to] = await expectNewRange(page, [FROM, TO]);
    expect(Math.abs(from - (FROM + 900_000))).toBeLessThan(30_000);
    expect(Math.abs(to - (FROM + 2_700_000))).toBeLessThan(30_000);

    await page.goBack();
    await drawn(page);
    await graph.dblclick();
    expect(await expectNewRange(page, [FROM, TO])).toEqual([FROM - 1_800_000, TO + 1_800_000]);
    await drawn(page);
    expect(await page.locator('.about-panel').count()).toBe(0);

    const text = panelOf(page, 'text').getByText('Some text');
    await drag(page, text, [0.02, 0.4]);
    expect(await page.evaluate('String(getSelection()).length')).toBeGreaterThan(5);
    expect(await page.locator('.about-panel').count()).toBe(0);
    // A graph that is drawn anew between press and release of the button has no click.
    await vi.waitFor(
      async () => {
        await graph.click();
        await page.locator('.about-panel').waitFor({ timeout: 5_000 });
      },
      { timeout: 30_000 },
    );
    await page.keyboard.press('Escape');
    await page.locator('.about-panel').waitFor({ state: 'detached' });
  });

  it('sees the moment under the pointer in the other graphs, and reads the last time of an axis to its end', async () => {
    await visit(HOUR);
    const [requests, cpu] = [panelOf(page, 'requests'), panelOf(page, 'cpu')];
    const box = await boxOf(requests.locator('.u-over'));
    const line = cpu.locator('.u-cursor-x');
    const pointed = async (): Promise<boolean> => {
      await page.mouse.move(box.x + box.width * 0.3 - 1, box.y + 40);
      await page.mouse.move(box.x + box.width * 0.3, box.y + 40);
      return await line.isVisible();
    };
    await expect.poll(pointed).toBe(true);
    const [there, all] = [await boxOf(line), await boxOf(cpu.locator('.u-over'))];
    expect((there.x - all.x) / all.width).toBeCloseTo(0.3, 1);

    const canvas = await boxOf(requests.locator('canvas'));
    const end = box.x + box.width - canvas.x;
    expect(await pixels(page, 'requests', { column: end + 10 })).toBeGreaterThan(0);
    expect(await pixels(page, 'requests', { column: canvas.width })).toBe(0);
  });

  it('sees a repeated panel once for each chosen value, and only its series in it', async () => {
    await visit(`${HOUR}&var-service=vote&var-service=worker`);
    const titles = (start: string): Promise<readonly string[]> =>
      page.locator('h2', { hasText: start }).allTextContents();
    await expect.poll(() => titles('Memory of')).toEqual(['Memory of vote', 'Memory of worker']);
    const regions = page.locator('[data-panel]', { hasText: 'Memory of' });
    const series = regions.locator('[data-testid*="VizLegend series"]');
    await expect.poll(() => series.allTextContents()).toEqual(['vote', 'worker']);
    const [vote, worker, text] = [
      await boxOf(regions.first()),
      await boxOf(regions.last()),
      await boxOf(panelOf(page, 'text')),
    ];
    expect([worker.y - vote.y, worker.width - vote.width]).toEqual([0, 0]);
    expect(text.y).toBeGreaterThan(vote.y + vote.height);

    await page.locator('.several summary').click();
    await page.getByLabel('redis', { exact: true }).check();
    await expect.poll(() => titles('Number of')).toEqual(['Number of vote', 'Number of worker', 'Number of redis']);
    await regions.last().getByRole('button', { name: 'About' }).click();
    expect(await page.locator('.about-panel').textContent()).toContain('panel memory');
    await page.keyboard.press('Escape');
    await page.locator('.about-panel').waitFor({ state: 'detached' });
  });

  it('filters by any label, by keyboard alone, and takes the filter away again', async () => {
    await visit(HOUR);
    const legend = panelOf(page, 'requests').locator('[data-testid*="VizLegend series"]');
    expect(await legend.count()).toBe(6);
    await page.getByRole('button', { name: 'Add a filter' }).focus();
    await page.keyboard.press('Enter');
    for (const key of ['status', 'Tab', '!=', 'Tab', '200', 'Enter']) {
      await (['Tab', 'Enter'].includes(key) ? page.keyboard.press(key) : page.keyboard.type(key));
    }
    await expect.poll(() => legend.allTextContents()).toEqual(['result 400', 'result 500', 'vote 400', 'vote 500']);
    expect(new URL(page.url()).searchParams.get('var-filters')).toBe('status|!=|200');
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Add a filter');
    expect(await panelOf(page, 'cpu').locator('[data-testid*="VizLegend series"]').count()).toBe(5);
    await page.getByRole('button', { name: 'Remove status != 200' }).press('Enter');
    await expect.poll(() => legend.count()).toBe(6);
  });

  it('reads the log lines of the streams, what labels a line has, and finds words in them', async () => {
    await visit(HOUR);
    const logs = panelOf(page, 'lines');
    const lines = logs.locator('.log');
    await lines.first().waitFor();
    const services = async (): Promise<readonly string[]> => {
      const labels = await logs.locator('dl').allTextContents();
      return [...new Set(labels.map((text) => /service(\w+?)level/.exec(text)?.[1] ?? text))].sort();
    };
    const count = await lines.count();
    const error = lines.filter({ hasText: 'connection refused' }).nth(1);
    expect(await error.locator('.level').textContent()).toBe('error');

    await error.locator('.text').click();
    expect(await services()).toEqual(['vote']);
    await lines.first().getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await services()).toEqual(['vote', 'worker']);
    expect(await page.locator('.about-panel').count()).toBe(0);

    await page.keyboard.press('Control+f');
    await page.keyboard.type('REFUSED');
    expect(await logs.getByRole('status').textContent()).toBe('10 found');
    expect(await logs.locator('mark').allTextContents()).toEqual(Array.from({ length: 10 }, () => 'refused'));
    await page.getByLabel('Only these').check();
    expect(await lines.count()).toBe(10);
    await page.keyboard.press('Escape');
    expect(await lines.count()).toBe(count);
  });
});

function panelOf(page: Page, title: string): Locator {
  return page.locator(`[data-title="${title}"]`);
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error('not on the page');
  return box;
}

async function drag(page: Page, element: Locator, [start, end]: readonly [number, number]): Promise<void> {
  await element.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await boxOf(element);
  await page.mouse.move(x + width * start, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * end, y + height / 2, { steps: 4 });
  await page.mouse.up();
}

async function expectNewRange(page: Page, before: readonly number[]): Promise<readonly [from: number, to: number]> {
  const range = (): readonly [number, number] => {
    const { searchParams } = new URL(page.url());
    return [Number(searchParams.get('from')), Number(searchParams.get('to'))];
  };
  await expect.poll(range).not.toEqual(before);
  return range();
}

/** A marker under the axis of a panel, and its line above it. */
interface Mark {
  readonly panel: string;
  readonly name: string;
}

interface Seen {
  readonly column: number;
  readonly ink: readonly number[];
}

/** Where on its canvas the line of a marker stands, and its colour. */
async function markOf(page: Page, { panel, name }: Mark): Promise<Seen> {
  return await page.evaluate(`(() => {
    const panel = document.querySelector('[data-title="${panel}"]');
    const marker = panel.querySelector('.marker[aria-label^="${name}"]');
    const left = marker.getBoundingClientRect().left - panel.querySelector('canvas').getBoundingClientRect().left;
    return { column: Math.round(left), ink: getComputedStyle(marker).color.match(/\\d+/g).map(Number) };
  })()`);
}

/** How many pixels of a column of a graph have a colour; any colour but the ground's unless told. */
async function pixels(page: Page, panel: string, { column, ink }: Omit<Seen, 'ink'> & Partial<Seen>): Promise<number> {
  return await page.evaluate(`(() => {
    const canvas = document.querySelector('[data-title="${panel}"] canvas');
    const { data } = canvas.getContext('2d').getImageData(${Math.round(column)} - 1, 0, 3, canvas.height);
    const ink = ${JSON.stringify(ink ?? null)};
    const isInk = ([r, g, b, a]) =>
      ink === null ? a > 60 : a > 200 && [r, g, b].every((part, at) => Math.abs(part - ink[at]) < 12);
    // A line stands between two columns where the axis beside it has an odd width.
    const beside = (y) => [0, 1, 2].map((x) => [...data.slice(4 * (3 * y + x), 4 * (3 * y + x) + 4)]);
    return Array.from({ length: canvas.height }, (_, y) => beside(y)).filter((row) => row.some(isInk)).length;
  })()`);
}
