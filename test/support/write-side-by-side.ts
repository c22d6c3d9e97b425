/**
 * Writes the pictures of docs/preview.md: the SVG of each kind of panel, and what the preview draws of it.
 *
 *     node --import tsx test/support/write-side-by-side.ts
 *
 * Without a browser only the SVGs are written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, PageScreenshotOptions } from 'playwright-core';
import { chromiumPath, drawn, startBrowser } from '../../preview/server/browser.ts';
import { startKindsPreview } from './kinds-preview.ts';
import { FOLDER, type KindPictures, kindPictures, SIZE } from './side-by-side.ts';

/** What the preview's page leaves free at each side when it is narrow: panels then stand one below the other. */
const MARGIN = 12;
/** Higher than the page: what is not in sight is not drawn by every component. */
const HEIGHT = 10_000;

async function writePngs(browserPath: string, { dashboard, range, pictures }: KindPictures): Promise<void> {
  const [preview, browser] = await Promise.all([startKindsPreview(), startBrowser(browserPath)]);
  try {
    const page = await browser.context.newPage();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: SIZE.width + 2 * MARGIN, height: HEIGHT });
    const query = new URLSearchParams({ picture: '', theme: 'dark', from: `${range.from}`, to: `${range.to}` });
    await page.goto(`${preview.url}/d/${dashboard}?${query}`);
    await drawn(page);
    for (const { kind, id } of pictures) {
      const place = await page.locator(`[data-panel="${id}"]`).boundingBox();
      if (place === null) throw new Error(`The preview does not show the panel of kind ${kind}.`);
      const clip = { x: Math.round(place.x), y: Math.round(place.y), ...SIZE };
      writeFileSync(join(FOLDER, `${kind}.png`), await settled(page, clip));
    }
  } finally {
    await Promise.all([preview.stop(), browser.stop()]);
  }
}

const MOST_SHOTS = 10;

/** The picture of a place once two in a row are the same: a drawing may still be making room for its legend. */
async function settled(page: Page, clip: NonNullable<PageScreenshotOptions['clip']>): Promise<Buffer> {
  let before: Buffer | undefined;
  for (let shot = 0; shot < MOST_SHOTS; shot += 1) {
    const now = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    if (before?.equals(now)) return now;
    before = now;
    await drawn(page);
  }
  throw new Error(`A panel did not come to rest in ${MOST_SHOTS} pictures.`);
}

const all = await kindPictures();
mkdirSync(FOLDER, { recursive: true });
for (const { kind, svg } of all.pictures) writeFileSync(join(FOLDER, `${kind}.svg`), svg);
const browserPath = chromiumPath();
if (browserPath === undefined) process.stderr.write('No Chromium found: the PNG files stay as they are.\n');
else await writePngs(browserPath, all);
