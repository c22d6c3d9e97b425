/** Every kind of panel, drawn in both themes; also those that no dashboard of ours has. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

const DASHBOARD = `
import { dashboard, row } from 'plainsight';
import * as panel from 'plainsight/panels';
import { dashboardRange } from 'plainsight/promql';
import * as app from '../stack/signals/application.ts';
const words = (key: string) => ({ key, title: key, description: 'One of each kind.' });
export default dashboard({
  uid: 'kinds',
  title: 'Voting app / Kinds',
  description: 'One of each kind.',
  tags: ['voting-app'],
  rows: [
    row('Kinds', [
      [
        panel.gauge(app.workerSaturation, words('gauge')),
        panel.barChart(app.requests, { ...words('barchart'), by: ['service', 'status'], over: dashboardRange }),
        panel.pieChart(app.requests, { ...words('piechart'), by: ['service', 'status'], shape: 'donut', labels: ['percent'] }),
      ],
      [
        panel.histogram(app.queueWait, words('histogram')),
        panel.statusHistory(app.pageAnswers, { ...words('status-history'), by: ['service'] }),
        panel.stateTimeline(app.pageAnswers, { ...words('state-timeline'), by: ['service'] }),
      ],
      [
        panel.heatmap(app.latencyDistribution, words('heatmap')),
        panel.table(app.requests, { ...words('table'), by: ['service', 'status'] }),
        panel.text({ ...words('text'), markdown: '**Text** with <script>alert(1)</script> in it' }),
      ],
      [panel.alertList(words('alertlist')), panel.annotationsList(words('annolist')), panel.dashboardList({ ...words('dashlist'), tags: [] })],
    ]),
  ],
});
`;

const REGISTRY = `export const dashboards = [(await import('./kinds.ts')).default];\n`;
const STATES = `Object.fromEntries([...document.querySelectorAll('[data-panel]')].map(({ dataset }) => [dataset.title, dataset.state]))`;

/** Panels with nothing below their title. */
const BLANK = `[...document.querySelectorAll('[data-panel]')]
  .filter((panel) => panel.querySelector('canvas, svg[role=img], [role=grid], .hint, .markdown-html') === null)
  .map((panel) => panel.dataset.title)`;

describeWithPreview('each kind of panel', () => {
  let copy: Awaited<ReturnType<typeof copyOfProject>>;
  let preview: Started;
  let browser: Browser;

  beforeAll(async () => {
    copy = await copyOfProject();
    writeFileSync(join(copy.folder, 'dashboards/kinds.ts'), DASHBOARD);
    writeFileSync(join(copy.folder, 'dashboards/index.ts'), REGISTRY);
    [preview, browser] = await Promise.all([startPreviewIn(copy.folder), startTestBrowser()]);
  }, 30_000);
  afterAll(async () => {
    await browser?.stop();
    await preview?.stop();
    copy?.remove();
  });

  it.each(['dark', 'light'])(
    'is drawn in the %s theme',
    async (theme) => {
      const { page, complaints } = await watchedPage(browser);
      await page.goto(`${preview.url}/d/kinds?picture=&theme=${theme}`);
      await drawn(page);
      const states = (await page.evaluate(STATES)) as Readonly<Record<string, string>>;
      expect(Object.keys(states)).toHaveLength(12);
      expect(Object.entries(states).filter(([, state]) => state !== 'drawn')).toEqual([]);
      expect(await page.locator('.hint', { hasText: 'Cannot be drawn' }).count()).toBe(0);
      expect(await page.locator('[data-title="text"]').textContent()).toContain('Text with');
      expect(complaints).toEqual([]);
      expect(await page.evaluate(BLANK)).toEqual([]);
      const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
      await page.setViewportSize({ width: 1280, height });
      await drawn(page);
      expect(await page.evaluate(BLANK)).toEqual([]);
      if (process.env.KEEP_PICTURES !== undefined)
        await page.screenshot({ path: join(process.env.KEEP_PICTURES, `kinds-${theme}.png`) });
    },
    20_000,
  );
});
