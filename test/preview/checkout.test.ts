/** A branch checked out while somebody looks: folders come and go, many files change at once. The branch shows logs. */
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../preview/server/browser.ts';
import { type FakeServer, fakeServer } from '../support/fake-server.ts';
import {
  copyOfProject,
  describeWithPreview,
  type Started,
  startPreviewIn,
  startTestBrowser,
} from '../support/preview.ts';
import { runToEnd } from '../support/process.ts';

const LOGS = `
import { dashboard, row } from 'plainsight';
import { stream } from 'plainsight/logql';
import * as panel from 'plainsight/panels';
const services = stream({ labels: ['service'] });
export default dashboard({
  uid: 'logs',
  title: 'Voting app / Logs',
  description: 'What the services wrote.',
  tags: ['voting-app'],
  variables: [{ kind: 'datasource', type: 'loki', name: 'logs', label: 'Logs' }],
  rows: [
    row('Lines', [
      [panel.logs({ key: 'votes', title: 'Lines of vote', description: 'All.', lines: services.where({ service: 'vote' }) })],
      [panel.logs({ key: 'worker', title: 'Lines of worker', description: 'All.', lines: services.where({ service: 'worker' }) })],
    ]),
  ],
});
`;
const REGISTRY = `import logs from './logs/lines.ts';\nexport const dashboards = [logs];\n`;

describeWithPreview('a branch checked out', () => {
  let copy: Awaited<ReturnType<typeof copyOfProject>>;
  let loki: FakeServer;
  let preview: Started;
  let browser: Browser;
  let page: Page;
  const asked: URL[] = [];

  const git = (...args: readonly string[]) => {
    const who = ['-c', 'user.name=nobody', '-c', 'user.email=nobody@localhost', '-c', 'commit.gpgsign=false'];
    return runToEnd('git', ['-C', copy.folder, ...who, ...args]);
  };

  beforeAll(async () => {
    [copy, loki] = await Promise.all([
      copyOfProject(),
      fakeServer((request, response) => {
        const url = new URL(request.url ?? '/', 'http://127.0.0.1');
        asked.push(url);
        const query = url.searchParams.get('query') ?? '';
        if (query.includes('worker')) return response.writeHead(400).end('parse error at line 1, col 2: unexpected }');
        response.setHeader('content-type', 'application/json').end(lokisAnswer(url.searchParams));
      }),
    ]);
    await git('init', '--quiet', '--initial-branch=main');
    await git('add', 'dashboards', 'stack', 'alerts');
    await git('commit', '--quiet', '--message=main');
    await git('switch', '--quiet', '--create=logs');
    mkdirSync(join(copy.folder, 'dashboards/logs'));
    writeFileSync(join(copy.folder, 'dashboards/logs/lines.ts'), LOGS);
    writeFileSync(join(copy.folder, 'dashboards/index.ts'), REGISTRY);
    const metrics = join(copy.folder, 'stack/metrics');
    for (const name of readdirSync(metrics)) if (name.endsWith('.ts')) appendFileSync(join(metrics, name), '\n');
    await git('add', 'dashboards', 'stack');
    await git('commit', '--quiet', '--message=logs');
    await git('switch', '--quiet', 'main');
    [preview, browser] = await Promise.all([startPreviewIn(copy.folder, ['--loki', loki.url]), startTestBrowser()]);
    page = await browser.context.newPage();
    await page.goto(`${preview.url}/`);
  }, 120_000);
  afterAll(async () => {
    await browser?.stop();
    await preview?.stop();
    await loki?.leave();
    copy?.remove();
  });

  const heading = (text: string) => page.getByRole('heading', { level: 1, name: text, exact: true });

  it('is shown, with the lines that Loki has, and what it says of a query that it refuses', async () => {
    await heading('Voting app / Overview').waitFor({ timeout: 30_000 });
    await git('switch', '--quiet', 'logs');
    await heading('Voting app / Logs').waitFor({ timeout: 30_000 });
    const lines = page.locator('[data-title="Lines of vote"]');
    await expect.poll(() => lines.textContent(), { timeout: 30_000 }).toContain('Received vote for a');
    expect(await lines.textContent()).toContain('Redis did not answer');
    const [url] = asked.filter(({ searchParams }) => searchParams.get('query') === '{service="vote"}');
    expect(url?.pathname).toBe('/loki/api/v1/query_range');
    expect(Number(url?.searchParams.get('limit'))).toBeGreaterThan(0);
    const refused = page.locator('[data-title="Lines of worker"][data-state="error"]');
    await refused.waitFor({ timeout: 30_000 });
    expect(await refused.textContent()).toContain('unexpected }');
  }, 120_000);

  it('is left again, and a file in a folder that came back is watched', async () => {
    await git('switch', '--quiet', 'main');
    await heading('Voting app / Overview').waitFor({ timeout: 30_000 });
    await git('switch', '--quiet', 'logs');
    await heading('Voting app / Logs').waitFor({ timeout: 30_000 });
    const file = join(copy.folder, 'dashboards/logs/lines.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Lines of vote', 'Lines of the vote service'));
    await page.locator('[data-title="Lines of the vote service"]').waitFor({ timeout: 30_000 });
    await page.locator('.chip', { hasText: /^built at/ }).waitFor();
  }, 120_000);
});

/** As Loki's HTTP API has it: nanoseconds as text, the newest line first, figures of the query beside the result. */
function lokisAnswer(query: URLSearchParams): string {
  const end = Number(query.get('end'));
  const values = [
    [`${end - 5}000000001`, 'level=error msg="Redis did not answer"'],
    [`${end - 60}000000000`, 'level=info msg="Received vote for a"'],
  ];
  return JSON.stringify({
    status: 'success',
    data: {
      resultType: 'streams',
      result: [{ stream: { service: 'vote', detected_level: 'info', filename: '/var/log/vote.log' }, values }],
      stats: { summary: { bytesProcessedPerSecond: 71_680, linesProcessedPerSecond: 900, totalLinesProcessed: 2 } },
    },
  });
}
