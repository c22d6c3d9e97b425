/** Every dashboard as a person opens it. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Browser, drawn } from '../../preview/server/browser.ts';
import { root } from '../../scripts/project.ts';
import { site } from '../../stack/site.ts';
import {
  describeWithPreview,
  type Started,
  startPreviewIn,
  startTestBrowser,
  watchedPage,
} from '../support/preview.ts';

/** How many panels are in each state. */
const STATES = `Object.entries([...document.querySelectorAll('[data-panel]')].reduce(
  (all, panel) => ({ ...all, [panel.dataset.state]: (all[panel.dataset.state] ?? 0) + 1 }), {}))`;
/** Panels whose drawing is a blank: neither words nor lines. */
const BLANK = `[...document.querySelectorAll('[data-panel]')]
  .filter((panel) => panel.querySelector('canvas, svg[role=img], [role=grid], .hint, .markdown-html') === null
    && panel.innerText.trim() === panel.dataset.title)
  .map((panel) => panel.dataset.title)`;

describeWithPreview('the dashboards in a browser', () => {
  let preview: Started;
  let browser: Browser;
  let dashboards: readonly { readonly profile: string; readonly uid: string }[];

  beforeAll(async () => {
    [preview, browser] = await Promise.all([startPreviewIn(root), startTestBrowser()]);
    const state = await loadedState(preview.url);
    dashboards = state.profiles.flatMap(({ name, dashboards: all }) => all.map(({ uid }) => ({ profile: name, uid })));
  }, 120_000);
  afterAll(async () => {
    await browser?.stop();
    await preview?.stop();
  });

  it('have panels with something in them, and the browser has nothing to complain about', async () => {
    expect(dashboards.length).toBeGreaterThan(3);
    const { page, complaints } = await watchedPage(browser);
    for (const { profile, uid } of dashboards) {
      await page.goto(`${preview.url}/d/${uid}?picture=&profile=${profile}`);
      await drawn(page);
      expect(await page.evaluate(STATES), uid).toEqual([['drawn', expect.any(Number)]]);
      expect(await page.evaluate(BLANK), uid).toEqual([]);
    }
    expect(complaints).toEqual([]);
  }, 120_000);

  it('lead from a cell to a runbook; are filtered by a variable, chosen by keyboard, and kept in the address', async () => {
    const { page, complaints } = await watchedPage(browser);
    await page.goto(`${preview.url}/d/voting-app-system`);
    await drawn(page);
    const runbook = page.getByRole('link', { name: 'PostgresDeadlocks' });
    expect(await runbook.getAttribute('href')).toBe(`${site.runbooks}/PostgresDeadlocks.md`);
    const legend = page.locator('[data-panel]', { hasText: 'Memory per container' }).first();
    expect(await legend.textContent()).toContain('redis');
    await page.locator('.several summary').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('vote', { exact: true }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => legend.textContent()).not.toContain('redis');
    expect(await legend.textContent()).toContain('vote');
    expect(page.url()).toContain('var-service=vote');
    expect(complaints).toEqual([]);
  }, 120_000);

  it('say what stands behind a panel, and go by keyboard', async () => {
    const { page } = await watchedPage(browser);
    await page.goto(`${preview.url}/d/voting-app-application`);
    await drawn(page);
    await page.getByRole('button', { name: 'About Votes waiting', exact: true }).focus();
    await page.keyboard.press('Enter');
    const about = page.locator('.about-panel');
    const text = await about.textContent();
    for (const word of [
      'dashboards/application.ts:',
      'max(job:votes_waiting:max)',
      'VoteQueueGrowing',
      'from 100',
      'Runbook',
    ]) {
      expect(text).toContain(word);
    }
    await about.getByLabel('Title').fill('Votes in the queue');
    await page.getByRole('region', { name: 'Votes in the queue' }).waitFor();
    expect(await about.textContent()).toContain("title: 'Votes in the queue',");
    await page.keyboard.press('Escape');
    await about.waitFor({ state: 'detached' });
    await page.locator('[data-title="Time a vote waits"]').click({ position: { x: 60, y: 90 } });
    expect(await about.textContent()).toContain('dashboards/application.ts:');
  }, 120_000);
});

interface SomeState {
  readonly status: { readonly phase: string };
  readonly profiles: readonly { readonly name: string; readonly dashboards: readonly { readonly uid: string }[] }[];
}

async function loadedState(url: string): Promise<SomeState> {
  return await vi.waitFor(
    async () => {
      const state = (await (await fetch(`${url}/api/state`)).json()) as SomeState;
      expect(state.status.phase).not.toBe('building');
      return state;
    },
    { timeout: 30_000, interval: 100 },
  );
}
