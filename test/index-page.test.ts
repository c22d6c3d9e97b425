/** The committed index as a person opens it: from the disk, in a real browser; and every link of it leads somewhere. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, chromiumPath } from '../preview/server/browser.ts';
import { startTestBrowser, watchedPage } from './support/preview.ts';
import { describeUnless } from './support/servers.ts';

const dist = join(import.meta.dirname, '../dist');
const INDEXES = ['index.html', 'README.md', 'stock/index.html', 'stock/README.md'];

describe.each(INDEXES)('%s', (name) => {
  const path = join(dist, name);
  const text = readFileSync(path, 'utf8');
  const links = [...text.matchAll(/(?:href="|src="|\]\()([^")#][^")]*)/g)].map(([, link = '']) => link);

  it('links to files that are there, and to panels that are drawn', () => {
    expect(links.length).toBeGreaterThan(20);
    const broken = links.filter((link) => {
      const [file = '', id] = link.split('#');
      const target = join(dirname(path), file);
      return !existsSync(target) || (id !== undefined && !readFileSync(target, 'utf8').includes(`id="${id}"`));
    });
    expect(broken).toEqual([]);
  });
});

const noBrowser = chromiumPath() === undefined ? 'no Chromium found; `apt-get install chromium` gets it' : undefined;

describeUnless(noBrowser, 'index.html in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startTestBrowser();
  });
  afterAll(() => browser.stop());

  it('finds a metric by its name, and shows everything again', async () => {
    const { page, complaints } = await watchedPage(browser);
    await page.goto(pathToFileURL(join(dist, 'index.html')).href);
    const all = await page.locator('tbody tr:visible').count();
    await page.getByRole('searchbox').fill('redis_key_size counter');
    expect(await page.locator('tbody tr:visible').count()).toBe(0);
    await page.getByRole('searchbox').fill('redis_key_size');
    expect(await page.locator('tbody tr:visible').allTextContents()).toEqual([
      expect.stringContaining('redis_key_size'),
    ]);
    expect(await page.getByRole('status').textContent()).toBe('1 line');
    await page.getByRole('searchbox').fill('');
    expect(await page.locator('tbody tr:visible').count()).toBe(all);
    expect(complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has nothing that keeps anyone out (%s)', async (colorScheme) => {
    const { page } = await watchedPage(browser);
    await page.emulateMedia({ colorScheme });
    await page.goto(pathToFileURL(join(dist, 'index.html')).href);
    await page.addScriptTag({ content: axe.source });
    const found: unknown = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 80)}`))',
    );
    expect(found).toEqual([]);
  });
});
