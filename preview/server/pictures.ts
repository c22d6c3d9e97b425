/** Dashboards and panels as PNG files, taken by the system's Chromium. */

import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { ownFolder } from '../../lib/cli/own-folder.ts';
import { Refused } from '../../lib/cli/run.ts';
import { timeRange } from '../../lib/sample/time.ts';
import type { DashboardState, PreviewState } from '../protocol.ts';
import { pictureName } from './svg-pictures.ts';

export interface PictureOptions {
  readonly url: string;
  readonly state: PreviewState;
  /** There already. */
  readonly folder: string;
  readonly theme: 'dark' | 'light';
  readonly profile: string;
  /** Also one picture for each panel. */
  readonly panels: 'too' | 'none';
}

const PLACES: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** The system's browser, or the one that CHROMIUM names. */
export function chromiumPath(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named !== undefined) return existsSync(named) ? named : undefined;
  return PLACES.find((path) => existsSync(path));
}

/** What makes a page look the same on every run, and keeps the browser from talking to anybody else. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

export interface Browser {
  readonly context: BrowserContext;
  stop(): Promise<void>;
}

/** Opens a browser with an empty profile of its own; what it leaves behind goes when it is stopped. */
export async function startBrowser(path: string): Promise<Browser> {
  const home = ownFolder(tmpdir(), 'preview-browser-');
  const options = { executablePath: path, headless: true, args: ARGUMENTS, timezoneId: 'UTC' };
  const remove = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const context = await chromium.launchPersistentContext(home, options).catch((error: unknown) => {
    remove();
    throw new Refused(`${path} did not start: ${reasonOf(error)}`);
  });
  return {
    context,
    async stop() {
      await context.close();
      remove();
    },
  };
}

/** The first line, without the name of the function; a log of the browser follows it. */
function reasonOf(error: unknown): string {
  const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return first.replace(/^[\w.]+: /, '');
}

const WIDTH = 1_600;
/** While one page is drawn, the other is written: more would wait for the same browser. */
const PAGES = 2;

/** Writes the pictures. Returns the files. */
export async function takePictures(browserPath: string, options: PictureOptions): Promise<readonly string[]> {
  const { state, profile } = options;
  const dashboards = state.profiles.find(({ name }) => name === profile)?.dashboards ?? [];
  const browser = await startBrowser(browserPath);
  try {
    const files: (readonly string[])[] = [];
    // Each page takes the next dashboard from the same list.
    const queue = dashboards.entries();
    const work = async (): Promise<void> => {
      const page = await browser.context.newPage();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      for (const [at, dashboard] of queue) files[at] = await dashboardPictures(page, dashboard, options);
    };
    await Promise.all(Array.from({ length: PAGES }, work));
    return files.flat();
  } finally {
    await browser.stop();
  }
}

async function dashboardPictures(
  page: Page,
  dashboard: DashboardState,
  options: PictureOptions,
): Promise<readonly string[]> {
  const { url, folder, theme, profile, panels } = options;
  const { uid } = dashboard;
  await page.setViewportSize({ width: WIDTH, height: 900 });
  await page.goto(
    `${url}/d/${encodeURIComponent(uid)}?${new URLSearchParams({ picture: '', theme, profile, ...timeOf(dashboard, options) })}`,
  );
  await drawn(page);
  // The whole page must be in sight: what is not is not drawn by every component.
  const height = await page.evaluate('document.documentElement.scrollHeight');
  await page.setViewportSize({ width: WIDTH, height: Number(height) });
  await drawn(page);
  const whole = join(folder, `${uid}.png`);
  await page.screenshot({ path: whole, animations: 'disabled', caret: 'hide' });
  if (panels === 'none') return [whole];
  const files = [whole];
  await page.evaluate(ALONE);
  const seen = new Map<string, number>();
  const parts: Part[] = [];
  for (const panel of await page.locator('[data-panel]').all()) {
    const key = (await panel.getAttribute('data-key')) ?? '';
    // A panel that repeats stands there once for each value.
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    const path = join(folder, `${pictureName(uid, key)}${before === 0 ? '' : `.${before + 1}`}.png`);
    const box = await panel.boundingBox();
    if (box !== null) parts.push({ path, box: [box.x, box.y, box.width, box.height] });
  }
  const image = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  for (const [index, data] of (await cut(page, image, parts)).entries()) {
    const { path = '' } = parts[index] ?? {};
    writeFileSync(path, data, 'base64');
    files.push(path);
  }
  return files;
}

interface Part {
  readonly path: string;
  /** Left, top, width and height in pixels. */
  readonly box: readonly [number, number, number, number];
}

/** Cuts parts out of a picture, as PNG in base64. The browser does it: a screenshot for each would take five times as long. */
async function cut(page: Page, image: Buffer, parts: readonly Part[]): Promise<readonly string[]> {
  const boxes = parts.map(({ box }) => box.map(Math.round));
  return await page.evaluate<readonly string[]>(`(${CUT})('${image.toString('base64')}', ${JSON.stringify(boxes)})`);
}

/** Runs in the page. */
const CUT = `async (image, boxes) => {
  const bytes = Uint8Array.from(atob(image), (character) => character.charCodeAt(0));
  const whole = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const parts = [];
  for (const [left, top, width, height] of boxes) {
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d').drawImage(whole, left, top, width, height, 0, 0, width, height);
    const part = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    parts.push(btoa(Array.from(part, (byte) => String.fromCharCode(byte)).join('')));
  }
  return parts;
}`;

/** A picture of one panel has no title of the page above it that says where its data is from: each then says it. */
const ALONE = "document.documentElement.dataset.pictures = 'of panels'";

/** Samples are drawn at the same moment as the pictures in dist/, so that two runs agree. */
function timeOf({ from, to }: DashboardState, { state: { source } }: PictureOptions): Readonly<Record<string, string>> {
  if (source.prometheus !== undefined || source.loki !== undefined) return {};
  const range = timeRange(from, to);
  return { from: String(range.from), to: String(range.to) };
}

/** A grid with panels, of which none waits for its data. */
const DRAWN = '.grid:has([data-panel]):not(:has([data-state="loading"]))';
const PAINTED =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 120))))';

/** Waits until every panel is drawn, and the browser has painted that. */
export async function drawn(page: Page): Promise<void> {
  await page.locator(DRAWN).waitFor({ timeout: 30_000 });
  await page.evaluate(PAINTED);
}
