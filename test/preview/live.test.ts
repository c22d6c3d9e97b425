/** Live data: a real Prometheus over recorded scrapes, and what the page says when it is gone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, drawn } from '../../preview/server/browser.ts';
import { root } from '../../scripts/project.ts';
import {
  describeWithPreview,
  type Started,
  startPreviewIn,
  startTestBrowser,
  watchedPage,
} from '../support/preview.ts';
import { recordedStack } from '../support/recorded-stack.ts';
import { type Replay, replay } from '../support/replay.ts';
import { describeWithServer } from '../support/servers.ts';

describeWithServer(['promtool', 'prometheus'], 'the preview with live data', () => {
  describeWithPreview('in a browser', () => {
    const folder = mkdtempSync(join(tmpdir(), 'preview-live-'));
    let prometheus: Replay;
    let preview: Started;
    let browser: Browser;

    beforeAll(async () => {
      prometheus = await replay({ targets: recordedStack(folder) });
      [preview, browser] = await Promise.all([
        startPreviewIn(root, ['--prometheus', prometheus.url]),
        startTestBrowser(),
      ]);
    }, 120_000);
    afterAll(async () => {
      await browser?.stop();
      await preview?.stop();
      await prometheus?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('shows what Prometheus answers, asks with the chosen values, and says on the panel when it is gone', async () => {
      const { page, complaints } = await watchedPage(browser);
      const time = `from=${prometheus.start * 1_000}&to=${prometheus.end * 1_000}`;
      await page.goto(`${preview.url}/d/voting-app-system?${time}`);
      await drawn(page);
      const panel = page.locator('[data-title="Memory per container"]');
      expect(await panel.getAttribute('data-state')).toBe('drawn');
      expect(await page.locator('[data-state="error"]').count()).toBe(0);
      const [found] = await prometheus.query(
        'count(count by (service) (container_memory_working_set_bytes{container_label_com_docker_compose_service=~".+"}))',
        prometheus.end,
      );
      expect(await panel.locator('[data-testid*="VizLegend series"]').count()).toBe(found?.value);

      await page.locator('.several summary').click();
      await page.getByLabel('worker', { exact: true }).check();
      await expect.poll(() => panel.locator('[data-testid*="VizLegend series"]').count()).toBe(1);
      expect(complaints).toEqual([]);

      await prometheus.stop();
      await page.getByRole('button', { name: 'Refresh', exact: true }).click();
      await page.locator('[data-title="Memory per container"][data-state="error"]').waitFor({ timeout: 30_000 });
      expect(await page.locator('.chip').textContent()).toMatch(/^built at/);
    }, 120_000);
  });
});
