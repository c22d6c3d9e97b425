/** Dashboards and panels as PNG files, taken of the preview's own page. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from '../../lib/cli/run.ts';
import { timeRange } from '../../lib/sample/time.ts';
import type { DashboardState, PreviewState } from '../protocol.ts';
import { DRAWN, painted } from './browser.ts';
import { type Box, cut } from './cut.ts';
import { LEAST_HEIGHT, type OpenPage, type OpenPages } from './open-pages.ts';
import { pictureName } from './svg-pictures.ts';

export interface PictureOptions {
  readonly state: PreviewState;
  /** There already. */
  readonly folder: string;
  readonly theme: 'dark' | 'light';
  readonly profile: string;
  /** Also one picture for each panel. */
  readonly panels: 'too' | 'none';
}

/** Writes the pictures. Returns the files. */
export async function takePictures({ pages }: OpenPages, options: PictureOptions): Promise<readonly string[]> {
  const { state, profile } = options;
  const dashboards = state.profiles.find(({ name }) => name === profile)?.dashboards ?? [];
  const files: (readonly string[])[] = [];
  // Each page takes the next dashboard from the same list.
  const queue = dashboards.entries();
  const work = async (opened: OpenPage): Promise<void> => {
    for (const [at, dashboard] of queue) files[at] = await dashboardPictures(opened, dashboard, options);
  };
  await Promise.all((await pages).map(work));
  return files.flat();
}

async function dashboardPictures(
  opened: OpenPage,
  dashboard: DashboardState,
  options: PictureOptions,
): Promise<readonly string[]> {
  const { uid } = dashboard;
  const { folder, panels } = options;
  const { page } = opened;
  await show(opened, dashboard, options);
  const whole = join(folder, `${uid}.png`);
  writeFileSync(whole, await opened.screenshot('small'), 'base64');
  if (panels === 'none') return [whole];
  const parts = partsOf(uid, await page.evaluate<readonly Place[]>(`(${ALONE})()`), folder);
  const image = await opened.screenshot('at once');
  const pictures = await cut(
    page,
    image,
    parts.map(({ box }) => box),
  );
  for (const [index, { path }] of parts.entries()) writeFileSync(path, pictures[index] ?? '', 'base64');
  return [whole, ...parts.map(({ path }) => path)];
}

/** Leads the page to a dashboard, as a link in it would, and waits until all of it is drawn. */
async function show({ page, resize }: OpenPage, dashboard: DashboardState, options: PictureOptions): Promise<void> {
  const { theme, profile, state } = options;
  const { uid } = dashboard;
  const query = new URLSearchParams({ picture: '', theme, profile, ...timeOf(dashboard, options) });
  const until = async (selector: string): Promise<void> => {
    if (await page.evaluate<boolean>(`(${UNTIL})(${JSON.stringify(selector)}, ${PATIENCE_MS})`)) return;
    throw new Refused(`The dashboard '${uid}' was not drawn within ${PATIENCE_MS / 1_000} s.`);
  };
  await page.evaluate(`(${GO})(${JSON.stringify(`/d/${encodeURIComponent(uid)}?${query}`)})`);
  await until(`[data-version="${state.version}"][data-dashboard=${JSON.stringify(uid)}] [data-panel]`);
  // The whole page must be in sight: what is not is not drawn by every component. Values that a server knows may
  // repeat panels, which makes it longer.
  let shown = 0;
  for (let height = await page.evaluate<number>(HEIGHT); shown !== height; height = await page.evaluate(HEIGHT)) {
    await resize(height);
    await until(DRAWN);
    await painted(page);
    shown = height;
  }
}

const PATIENCE_MS = 30_000;

/** Runs in the page. Asked from outside, it would be looked for every half second. */
const UNTIL = `async (selector, patience) => {
  const end = performance.now() + patience;
  while (document.querySelector(selector) === null) {
    if (performance.now() > end) return false;
    await new Promise((done) => setTimeout(done, 10));
  }
  return true;
}`;

/** Runs in the page. */
const GO = `(address) => {
  delete document.documentElement.dataset.pictures;
  history.replaceState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}`;

/** In pixels. Not of the whole page, which is as high as the window, and that may be higher for the dashboard before. */
const HEIGHT = `Math.max(${LEAST_HEIGHT}, Math.round(document.querySelector('main').getBoundingClientRect().bottom + scrollY))`;

type Place = readonly [key: string, box: Box];

/**
 * Runs in the page, and answers where panels stand. A picture of one panel has no title of the page above it that says
 * where its data is from: each then says it.
 */
const ALONE = `async () => {
  document.documentElement.dataset.pictures = 'of panels';
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return [...document.querySelectorAll('[data-panel]')].map((panel) => {
    const { x, y, width, height } = panel.getBoundingClientRect();
    return [panel.dataset.key ?? '', [x, y, width, height].map(Math.round)];
  });
}`;

interface Part {
  readonly path: string;
  readonly box: Box;
}

function partsOf(uid: string, places: readonly Place[], folder: string): readonly Part[] {
  const seen = new Map<string, number>();
  return places.map(([key, box]) => {
    // A panel that repeats stands there once for each value.
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { path: join(folder, `${pictureName(uid, key)}${before === 0 ? '' : `.${before + 1}`}.png`), box };
  });
}

/** Samples are drawn at the same moment as the pictures in dist/, so that two runs agree. */
function timeOf({ from, to }: DashboardState, { state: { source } }: PictureOptions): Readonly<Record<string, string>> {
  if (source.prometheus !== undefined || source.loki !== undefined) return {};
  const range = timeRange(from, to);
  return { from: String(range.from), to: String(range.to) };
}
