/** What comes while somebody edits, for those who see little: problems, settings that are tried, and what was written. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, drawn } from '../../preview/server/browser.ts';
import { violationsOf, visit, WIDTHS } from '../support/axe.ts';
import {
  copyOfProject,
  describeWithPreview,
  type Started,
  startPreviewIn,
  startTestBrowser,
} from '../support/preview.ts';

const SYSTEM = '/d/voting-app-system';

interface State {
  readonly name: string;
  /** What is saved first, and what the chip says of it. */
  readonly saved?: readonly [change: (text: string) => string, says: RegExp];
  readonly query: string;
  /** What axe looks at. */
  readonly parts: readonly string[];
  readonly open?: (page: Page) => Promise<void>;
}

const STATES: readonly State[] = [
  {
    name: 'definitions that cannot be loaded',
    saved: [(text) => text.replace("uid: 'voting-app-system',", 'uid: ,'), /^failed at/],
    query: '',
    parts: ['main header', '.head > .troubles'],
  },
  {
    name: 'a problem in a panel',
    saved: [(text) => text.replace("title: 'Uptime in 24 hours',", "title: '',"), /^built at .* problem/],
    query: '',
    parts: ['main header', '.panel .troubles'],
  },
  {
    name: 'a load that does not end',
    saved: [(text) => `${text}\nfor (;;);\n`, /^building/],
    query: '',
    parts: ['main header', '.notices'],
    open: (page) => page.locator('.notices', { hasText: 'since dashboards/system.ts was saved' }).waitFor(),
  },
  {
    name: 'settings that are tried, with the way to write them',
    saved: [(text) => text, /^built at [^p]*$/],
    query: '&panel=container-memory&about',
    parts: ['.about-panel'],
    async open(page) {
      await page.getByRole('region', { name: 'Try' }).getByLabel('Title').fill('Memory');
      await page.getByRole('button', { name: /^Write to / }).waitFor();
    },
  },
  {
    name: 'what was written, with the way back',
    query: '&panel=container-memory&about',
    parts: ['.about-panel'],
    async open(page) {
      const undo = page.getByRole('button', { name: 'Undo' });
      if ((await undo.count()) > 0) return;
      await page.getByRole('button', { name: /^Write to / }).click();
      await undo.waitFor();
    },
  },
];

describeWithPreview('the page of somebody who edits, for everybody', () => {
  let copy: Awaited<ReturnType<typeof copyOfProject>>;
  let preview: Started;
  let browser: Browser;
  let page: Page;
  let file: string;
  let original: string;

  beforeAll(async () => {
    copy = await copyOfProject();
    file = join(copy.folder, 'dashboards/system.ts');
    original = readFileSync(file, 'utf8');
    [preview, browser] = await Promise.all([startPreviewIn(copy.folder), startTestBrowser()]);
    page = await browser.context.newPage();
    await page.goto(`${preview.url}${SYSTEM}`);
    await page.locator('.chip', { hasText: 'built at' }).waitFor({ timeout: 90_000 });
    await drawn(page);
  }, 240_000);
  afterAll(async () => {
    await browser?.stop();
    await preview?.stop();
    copy?.remove();
  });

  it.each(STATES)(
    'has roles, names and contrasts that axe has nothing to say of: $name',
    async ({ name, saved, query, parts, open }) => {
      if (saved !== undefined) {
        const [change, says] = saved;
        writeFileSync(file, change(original));
        await page.locator('.chip', { hasText: says }).waitFor({ timeout: 60_000 });
      }
      const found: string[] = [];
      for (const theme of ['dark', 'light']) {
        for (const [width] of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await visit(page, `${SYSTEM}?theme=${theme}${query}`);
          await open?.(page);
          for (const part of parts) {
            await page.locator(part).first().waitFor();
            const violations = await violationsOf(page, part);
            found.push(...violations.map((each) => `${name}, ${theme}, ${width} pixels: ${each}`));
          }
        }
      }
      expect(found).toEqual([]);
    },
    180_000,
  );
});
