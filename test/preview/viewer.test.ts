/** What a viewer does with a dashboard, in a browser: as Grafana's users are used to it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, drawn } from '../../preview/server/pictures.ts';
import {
  copyOfProject,
  describeWithPreview,
  type Started,
  startPreviewIn,
  startTestBrowser,
  watchedPage,
} from '../support/preview.ts';

const REGISTRY = `export const dashboards = [(await import('../test/support/viewer-dashboard.ts')).default];\n`;
/** An hour that ends when an hour ends: the last time of the axis stands at its edge. */
const [FROM, TO] = [Date.UTC(2026, 10, 23, 11), Date.UTC(2026, 10, 23, 12)];

describeWithPreview('a viewer', () => {
  let copy: Awaited<ReturnType<typeof copyOfProject>>;
  let preview: Started;
  let browser: Browser;

  beforeAll(async () => {
    copy = await copyOfProject();
    writeFileSync(join(copy.folder, 'dashboards/index.ts'), REGISTRY);
    [preview, browser] = await Promise.all([startPreviewIn(copy.folder), startTestBrowser()]);
  }, 30_000);
  afterAll(async () => {
    await browser?.stop();
    await preview?.stop();
    copy?.remove();
  });

  /** The dashboard, and what the browser complained about. */
  async function opened(query = `from=${FROM}&to=${TO}`): ReturnType<typeof watchedPage> {
    const watched = await watchedPage(browser);
    await watched.page.setViewportSize({ width: 1280, height: 1400 });
    await watched.page.goto(`${preview.url}/d/viewer?${query}`);
    await drawn(watched.page);
    return watched;
  }

  it('sees annotations in every graph, reads what happened, and switches them off', async () => {
    const { page, complaints } = await opened();
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
    expect(await pixels(page, 'cpu', mark)).toBe(0);
    expect(await requests.getByRole('button', { name: 'Containers started' }).count()).toBe(2);
    expect(new URL(page.url()).searchParams.getAll('without')).toEqual(['Redis restarted']);
    expect(complaints).toEqual([]);
  });

  it('looks closer by dragging, goes back, and looks wider by a double click; a panel opens by a click alone', async () => {
    const { page, complaints } = await opened();
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
    await graph.click();
    await page.locator('.about-panel').waitFor();
    expect(complaints).toEqual([]);
  });

  it('sees the moment under the pointer in the other graphs, and reads the last time of an axis to its end', async () => {
    const { page } = await opened();
    const [requests, cpu] = [panelOf(page, 'requests'), panelOf(page, 'cpu')];
    const box = await boxOf(requests.locator('.u-over'));
    await page.mouse.move(box.x + box.width * 0.3, box.y + 40);
    const line = cpu.locator('.u-cursor-x');
    await expect.poll(() => line.isVisible()).toBe(true);
    const [there, all] = [await boxOf(line), await boxOf(cpu.locator('.u-over'))];
    expect((there.x - all.x) / all.width).toBeCloseTo(0.3, 1);

    const canvas = await boxOf(requests.locator('canvas'));
    const end = box.x + box.width - canvas.x;
    expect(await pixels(page, 'requests', { column: end + 10 })).toBeGreaterThan(0);
    expect(await pixels(page, 'requests', { column: canvas.width - 1 })).toBe(0);
  });

  it('sees a repeated panel once for each chosen value, and only its series in it', async () => {
    const { page, complaints } = await opened(`from=${FROM}&to=${TO}&var-service=vote&var-service=worker`);
    const titles = (start: string): Promise<readonly string[]> =>
      page.locator('h2', { hasText: start }).allTextContents();
    expect(await titles('Memory of')).toEqual(['Memory of vote', 'Memory of worker']);
    const regions = page.locator('[data-panel]', { hasText: 'Memory of' });
    const series = regions.locator('[data-testid*="VizLegend series"]');
    expect(await series.allTextContents()).toEqual(['vote', 'worker']);
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
    expect(complaints).toEqual([]);
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
    const { data } = canvas.getContext('2d').getImageData(${Math.round(column)}, 0, 1, canvas.height);
    const ink = ${JSON.stringify(ink ?? null)};
    return Array.from({ length: canvas.height }, (_, y) => [...data.slice(4 * y, 4 * y + 4)]).filter(([r, g, b, a]) =>
      ink === null ? a > 60 : a > 200 && [r, g, b].every((part, at) => Math.abs(part - ink[at]) < 12),
    ).length;
  })()`);
}
