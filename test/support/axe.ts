/** The page as axe judges it: roles, names and contrasts. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What is inside of Grafana's components and the same in Grafana; nothing else may be wrong. */
const GRAFANAS: Readonly<Record<string, RegExp>> = {
  // A legend's buttons are named for what they do to all series.
  'label-content-name-mismatch': /LegendLabel/,
  // The colours of thresholds as text: 3 to 1 in the light theme.
  'color-contrast': /role="gridcell"|^<span style="font-size:|^<span>[\d.,]+<\/span>$/,
};

/** Of the screen, and whether there is room beside what stands behind a panel. */
export const WIDTHS: readonly (readonly [width: number, isBeside: boolean])[] = [
  [1_920, true],
  [1_280, true],
  [390, false],
];

/** Another address in the same page. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate(`history.pushState(null, '', '${address}'); dispatchEvent(new PopStateEvent('popstate'))`);
}

/** What axe has to say of a part of the page, but for what Grafana's own components would be told of. */
export async function violationsOf(page: Page, part: string): Promise<readonly string[]> {
  await page.evaluate(`void (window.axe ?? (() => { ${axe.source} })())`);
  const { violations, passes } = (await page.evaluate(`axe.run('${part}')`)) as AxeResults;
  expect(passes.length).toBeGreaterThan(3);
  return violations.flatMap(({ id, nodes }) =>
    nodes.filter(({ html }) => GRAFANAS[id]?.test(html) !== true).map(({ html }) => `${id}: ${html}`),
  );
}
