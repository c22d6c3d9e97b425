/** Servers that are slow, broken, gone and back: what the panels say, and that the page lives on. */
import type { ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Browser, drawn } from '../../preview/server/browser.ts';
import type { Preview } from '../../preview/server/server.ts';
import { type FakeServer, fakeServer, steadyMatrix, steadyVector } from '../support/fake-server.ts';
import { describeWithPreview, startServer, startTestBrowser } from '../support/preview.ts';

/** Nobody waits ten seconds in a test. */
const HASTE = 4;

type Say = (response: ServerResponse) => void;

/** By what a query has in it: the panel that asks it, what the server does, and what the panel says of that. */
const BAD: readonly (readonly [query: string, panel: string, does: Say, says: RegExp])[] = [
  [
    'container_memory_working_set_bytes{',
    'Memory per container',
    () => undefined,
    /http:\/\/127\.0\.0\.1:\d+ did not answer within 10 s\./,
  ],
  [
    'container_cpu_usage_seconds_total{',
    'CPU per container',
    (response) =>
      response
        .writeHead(422, { 'content-type': 'application/json' })
        .end('{"status":"error","errorType":"execution","error":"query processing would load too many samples"}'),
    /would load too many samples/,
  ],
  [
    'node_memory_MemAvailable_bytes',
    'Host memory in use',
    (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>'),
    /answered 502 with a web page instead of data/,
  ],
  [
    'sum(pg_wal_size_bytes{',
    'Disk use of db-data',
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Log in</title>'),
    /answered 200 with a web page instead of data/,
  ],
];

describeWithPreview('a server', () => {
  let prometheus: FakeServer;
  let preview: Preview;
  let browser: Browser;
  let page: Page;
  let mood: 'bad' | 'good' = 'bad';

  beforeAll(async () => {
    const limit = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => limit(ms / HASTE));
    prometheus = await fakeServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const query = searchParams.get('query') ?? '';
      const bad = BAD.find(([part]) => query.includes(part));
      if (mood === 'bad' && bad !== undefined) return bad[2](response);
      const answer = pathname.endsWith('/query_range') ? steadyMatrix : steadyVector;
      response.setHeader('content-type', 'application/json').end(answer(searchParams, '0.5'));
    });
    [preview, browser] = await Promise.all([startServer({ prometheus: prometheus.url }), startTestBrowser()]);
    page = await browser.context.newPage();
    await page.goto(`${preview.url}/d/voting-app-system`);
  }, 120_000);
  afterAll(async () => {
    vi.restoreAllMocks();
    await browser?.stop();
    await preview?.stop();
    await prometheus?.leave();
  });

  const panel = (title: string, state: string) =>
    page.locator(`[data-panel][data-title="${title}"][data-state="${state}"]`);
  const refresh = () => page.getByRole('button', { name: 'Refresh', exact: true }).click();

  it('that lets one query wait does not keep the others waiting', async () => {
    await panel('Services over time', 'drawn').waitFor({ timeout: 30_000 });
    expect(await panel('Memory per container', 'loading').count()).toBe(1);
    await page.getByRole('button', { name: 'About Memory per container' }).click();
    await page.locator('.about-panel').waitFor();
    await page.keyboard.press('Escape');
  }, 120_000);

  it.each(BAD)(
    'is quoted on the panel: %s',
    async (_, title, __, says) => {
      await page.locator(`[data-title="${title}"]:not([data-state="loading"])`).waitFor({ timeout: 30_000 });
      const shown = page.locator(`[data-title="${title}"]`);
      const mark = shown.getByTestId(/Panel status/);
      await mark.first().hover();
      await expect.poll(() => page.locator('body').textContent()).toMatch(says);
      await page.mouse.move(0, 0);
    },
    120_000,
  );

  it('that went away says so on every panel, and draws again when it is back', async () => {
    mood = 'good';
    await prometheus.leave();
    await refresh();
    await panel('Services over time', 'error').waitFor({ timeout: 30_000 });
    await page.locator('[data-panel]', { hasText: 'ECONNREFUSED' }).first().waitFor();
    expect(await page.locator('.chip').textContent()).toMatch(/^built at/);
    await prometheus.comeBack();
    await refresh();
    await panel('Services over time', 'drawn').waitFor({ timeout: 30_000 });
    await drawn(page);
    expect(await page.locator('[data-state="error"]').count()).toBe(0);
  }, 120_000);
});
