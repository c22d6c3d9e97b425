/** The way around: what the address leads to, what leads on from there, and all of it by keyboard. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Browser, drawn } from '../../preview/server/browser.ts';
import type { Preview } from '../../preview/server/server.ts';
import { complainingPage, describeWithPreview, startServer, startTestBrowser } from '../support/preview.ts';

const APPLICATION = '/d/voting-app-application';

describeWithPreview('the way around', () => {
  let preview: Preview;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [preview, browser] = await Promise.all([startServer(), startTestBrowser()]);
    ({ page, complaints } = await complainingPage(browser));
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page.setDefaultTimeout(30_000);
    await page.setViewportSize({ width: 1_280, height: 900 });
    await page.goto(`${preview.url}${APPLICATION}`);
    await drawn(page);
  }, 120_000);
  afterEach(() => {
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.stop();
    await preview?.stop();
  });

  /** Another address in the same page: loading it anew would cost more than all the rest. */
  async function visit(address: string): Promise<void> {
    await page.evaluate(`history.pushState(null, '', '${address}'); dispatchEvent(new PopStateEvent('popstate'))`);
  }
  const query = (): URLSearchParams => new URL(page.url()).searchParams;
  const heading = (title: string): Locator => page.getByRole('heading', { level: 1, name: title, exact: true });
  const about = (): Locator => page.locator('.about-panel');

  it('says what the address asks for and is not there, and leads to what is', async () => {
    await visit('/d/nothing');
    await heading('No such dashboard').waitFor();
    expect(await page.locator('.notices').textContent()).toContain('There is no dashboard with the uid “nothing”.');
    expect(await page.locator('[data-panel]').count()).toBe(0);
    await page.locator('.notices').getByRole('link', { name: 'Voting app / Overview' }).click();
    await heading('Voting app / Overview').waitFor();
    await visit(`${APPLICATION}?profile=other&panel=none&runbook=Nothing&from=now&to=now-1h`);
    await heading('Voting app / Application').waitFor();
    expect(await page.locator('.notices p').allTextContents()).toEqual([
      expect.stringMatching(/^There is no profile “other”.* instrumented, stock$/),
      expect.stringMatching(/^There is no panel “none” on this dashboard\./),
      expect.stringMatching(/^There is no runbook “Nothing”\./),
      expect.stringMatching(/^From “now” to “now-1h” is no time\. The last hour is shown\./),
    ]);
    await visit('/d/voting-app-monitoring?profile=other%2F..');
    await page.locator('.notices', { hasText: 'There is no profile “other/..”' }).waitFor();
  });

  it('says that a chosen value is not there, whose panels would be empty without a word', async () => {
    await visit('/d/voting-app-system?var-service=nope');
    const notice = page.locator('.notices p', { hasText: 'Service has no value “nope”.' });
    expect(await notice.textContent()).toContain('There are db, redis, result, vote, worker.');
    await notice.getByRole('link', { name: 'Choose all' }).click();
    await notice.waitFor({ state: 'detached' });
    expect(query().has('var-service')).toBe(false);
    await page.locator('[data-key="services-now"][data-state="drawn"]').waitFor();
  });

  it('has opened rows, the panel that was looked into and the search in the address, and finds them again', async () => {
    await visit(APPLICATION);
    const row = page.getByRole('button', { name: /Pages in detail/ });
    await row.click();
    await page
      .locator('[data-key="queue-history"]')
      .getByRole('button', { name: /^About / })
      .click();
    await about().waitFor();
    await page.getByLabel('Bad when').waitFor();
    expect([...query().keys()].sort()).toEqual(['about', 'open', 'panel']);
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('worker');
    await page.goBack();
    await about().waitFor();

    await page.goto(page.url());
    await about().waitFor();
    await expect.poll(() => row.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('button', { name: 'Close' }).click();
    await row.click();
    expect(query().getAll('folded')).toHaveLength(1);
    expect(await row.getAttribute('aria-expanded')).toBe('false');
    await visit(`${APPLICATION}?search=waiting+time`);
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('waiting time');
  });

  it('leads from what a search finds to the panel, and by Enter to the first', async () => {
    await visit(APPLICATION);
    await page.getByRole('searchbox').fill('waiting time of');
    await page.keyboard.press('Enter');
    await expectFocusOn('wait-history');
    await page.getByRole('searchbox').fill('replica');
    expect(await page.locator('.hits a').count()).toBe(0);
    await page.getByText('Nothing of that name.').waitFor();
    // A panel of another dashboard, in a row that is folded there.
    await page.getByRole('searchbox').fill('probe-phases');
    await page.locator('.hits a').first().click();
    await expectFocusOn('probe-phases');
    await page.getByRole('searchbox').fill('');
    expect(query().has('search')).toBe(false);
  });

  it.each([1_280, 390])('keeps the search where it is while it finds something, %s pixels wide', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await visit('/d/voting-app-overview');
    const field = page.getByRole('searchbox');
    const before = await field.boundingBox();
    await field.fill('votes');
    await page.locator('.hits a').nth(5).waitFor();
    const after = await field.boundingBox();
    expect([after?.x, after?.y]).toEqual([before?.x, before?.y]);
    await field.fill('');
    await page.setViewportSize({ width: 1_280, height: 900 });
  });

  it('counts one panel in a folded row as one', async () => {
    await visit(APPLICATION);
    await page.getByRole('button', { name: 'Pages in detail (1 panel)', exact: true }).waitFor();
    await page
      .getByRole('button', { name: /\(\d+ panels\)$/ })
      .first()
      .waitFor();
  });

  it('leads to who else reads a signal, on the same dashboard and on others', async () => {
    await visit(`${APPLICATION}?panel=queue-history&about`);
    await about().waitFor();
    const readers = about().locator('li');
    await readers.filter({ hasText: 'on Voting app / Application' }).getByRole('link').first().click();
    await about().getByRole('heading', { name: 'Votes waiting', exact: true }).waitFor();
    expect([new URL(page.url()).pathname, query().get('panel')]).toEqual([APPLICATION, 'votes-waiting']);
    await expectInView(String(query().get('panel')));
    await readers.filter({ hasText: 'on Voting app / Overview' }).first().getByRole('link').click();
    await heading('Voting app / Overview').waitFor();
    await about().waitFor();
    await expectInView(String(query().get('panel')));
    await readers
      .getByRole('button', { name: /^alert VoteQueueGrowing/ })
      .first()
      .click();
    expect(await page.evaluate('document.activeElement.id')).toMatch(/^alert VoteQueueGrowing/);
  });

  it('opens runbooks in the page: from an alert, from a cell, and from one to the next', async () => {
    await visit(`${APPLICATION}?panel=queue-history&about`);
    const alert = about().locator('section', { hasText: 'Alert VoteQueueGrowing' });
    await alert.getByRole('link', { name: 'Runbook' }).click();
    const runbook = page.locator('.runbook');
    await runbook.getByRole('heading', { level: 1 }).waitFor();
    expect(query().get('runbook')).toBe('VoteQueueGrowing');
    await runbook.locator('a[href$=".md"]').first().click();
    await expect.poll(() => query().get('runbook')).toBe('WorkerNotPolling');
    await runbook.getByRole('heading', { level: 1, name: 'WorkerNotPolling' }).waitFor();
    await page.keyboard.press('Escape');
    await runbook.waitFor({ state: 'detached' });
    await about().waitFor();
    await visit('/d/voting-app-system');
    await page.getByRole('link', { name: 'PostgresDeadlocks' }).click();
    await runbook.getByRole('heading', { level: 1, name: 'PostgresDeadlocks' }).waitFor();
    await runbook.getByRole('button', { name: 'Close' }).click();
    expect(new URL(page.url()).pathname).toBe('/d/voting-app-system');
  });

  it('copies places where no editor is named', async () => {
    await visit(`${APPLICATION}?panel=queue-history&about`);
    await about()
      .getByRole('button', { name: /^Copy dashboards\/application\.ts:\d+$/ })
      .click();
    await about().getByText('copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^dashboards\/application\.ts:\d+$/);
  });

  it('refuses a time that ends before it begins, and says why', async () => {
    await visit(APPLICATION);
    const range = page.getByLabel('Time range');
    await range.selectOption('Other …');
    await page.getByLabel('From', { exact: true }).fill('now');
    await page.getByLabel('To', { exact: true }).fill('now-1h');
    await page.getByText('“To” must be later than “From”.').waitFor();
    await page.keyboard.press('Enter');
    expect(query().has('from')).toBe(false);
    await page.getByLabel('From', { exact: true }).fill('nowhere');
    await page.getByText(/^“From” is no time: for example now-1h/).waitFor();
    await page.getByLabel('From', { exact: true }).fill('now-2h');
    await page.keyboard.press('Enter');
    expect(query().get('from')).toBe('now-2h');
    await page.getByLabel('From', { exact: true }).waitFor({ state: 'detached' });
  });

  it('closes menus by Escape, which gives the focus back, and by a click beside them', async () => {
    await visit(APPLICATION);
    const service = page.locator('.several summary');
    const values = page.locator('.several fieldset');
    await heading('Voting app / Application').waitFor();
    await service.press('Enter');
    await values.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await values.waitFor({ state: 'hidden' });
    expect(await page.evaluate("document.activeElement.matches('.several summary')")).toBe(true);
    await service.click();
    await values.waitFor();
    await heading('Voting app / Application').click();
    await values.waitFor({ state: 'hidden' });
    await page.getByLabel('Time range').selectOption('Other …');
    await page.getByLabel('From', { exact: true }).press('Escape');
    await page.getByLabel('From', { exact: true }).waitFor({ state: 'detached' });
    await page.getByLabel('Time range').selectOption('Other …');
    await heading('Voting app / Application').click();
    await page.getByLabel('From', { exact: true }).waitFor({ state: 'detached' });
  });

  it('is walked by keyboard: past the menus, from panel to panel, into one, and back', async () => {
    await page.goto(`${preview.url}${APPLICATION}`);
    await drawn(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('row Health');
    const stops: string[] = [];
    for (let pressed = 0; pressed < 4; pressed += 1) {
      await page.keyboard.press('Tab');
      stops.push(await focused());
    }
    const inOrder = await page.evaluate(FIRST_KEYS);
    expect(stops).toEqual(inOrder);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe(stops[1]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(`inside ${stops[1]}`);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe(stops[1]);
    await page.keyboard.press('Enter');
    await about().waitFor();
    expect(query().get('panel')).toBe(stops[1]);
    await page.keyboard.press('Escape');
    await about().waitFor({ state: 'detached' });
    expect(await focused()).toBe(stops[1]);
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    expect(await page.evaluate(UNNAMED)).toEqual([]);
  });

  async function focused(): Promise<string> {
    return String(await page.evaluate(FOCUSED));
  }

  async function expectFocusOn(key: string): Promise<void> {
    await expect.poll(focused).toBe(key);
    await expectInView(key);
  }

  async function expectInView(key: string): Promise<void> {
    const isInView = (): Promise<unknown> => page.evaluate(inView(key));
    await expect.poll(isInView).toBe(true);
  }
});

/** The panel that has the focus, `inside` it where one of its parts has; a row by its title. */
const FOCUSED = `(() => {
  const { activeElement: focused } = document;
  const panel = focused.closest('[data-key]');
  if (panel !== null) return (focused.matches('section[tabindex]') ? '' : 'inside ') + panel.dataset.key;
  const row = focused.closest('h2.row');
  return row === null ? focused.outerHTML.slice(0, 80) : 'row ' + row.textContent.replace(/^\\S+ /, '');
})()`;

const FIRST_KEYS = `[...document.querySelectorAll('main [data-key]')].slice(0, 4).map(({ dataset }) => dataset.key)`;

/** Buttons that say nothing to those who do not see them. */
const UNNAMED = `[...document.querySelectorAll('button')]
  .filter((button) => (button.ariaLabel ?? button.textContent + (button.title ?? '')).trim() === '')
  .map((button) => button.outerHTML)`;

function inView(key: string): string {
  return `(() => {
    const panel = document.querySelector('main [data-key="${key}"]');
    if (panel === null) return false;
    const { top, bottom, left, right } = panel.getBoundingClientRect();
    const drawer = document.querySelector('.about-panel')?.getBoundingClientRect().left ?? innerWidth;
    return top >= -1 && bottom <= innerHeight + 1 && left >= 0 && right <= drawer;
  })()`;
}
