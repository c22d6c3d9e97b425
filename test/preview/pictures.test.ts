/** Pictures by a browser: all that are to be there, each the same whatever its page showed before. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DashboardState } from '../../preview/protocol.ts';
import { chromiumPath, painted } from '../../preview/server/browser.ts';
import { type Box, cut } from '../../preview/server/cut.ts';
import { type OpenPages, openPages } from '../../preview/server/open-pages.ts';
import { takePictures } from '../../preview/server/pictures.ts';
import type { Preview } from '../../preview/server/server.ts';
import { pngSize } from '../support/png-size.ts';
import { describeWithPreview, startServer } from '../support/preview.ts';

describeWithPreview('pictures by a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  let server: Preview;
  let pages: OpenPages;
  /** The smallest: one more than there are pages, so that a page shows one after another. */
  let few: readonly DashboardState[];

  beforeAll(async () => {
    server = await startServer();
    pages = await openPages(chromiumPath() ?? '', server.url);
    const [{ dashboards = [] } = {}] = server.state.now().profiles;
    few = [...dashboards].sort((one, other) => one.infos.length - other.infos.length).slice(0, 3);
  }, 120_000);
  afterAll(async () => {
    await pages?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function taken(name: string, dashboards: readonly DashboardState[]): Promise<readonly string[]> {
    const { profiles, ...state } = server.state.now();
    const to = join(folder, name);
    mkdirSync(to, { recursive: true });
    return await takePictures(pages, {
      state: { ...state, profiles: profiles.slice(0, 1).map((profile) => ({ ...profile, dashboards })) },
      folder: to,
      theme: 'light',
      profile: profiles[0]?.name ?? '',
      panels: 'too',
    });
  }

  it('are of each dashboard and each panel, and not empty', async () => {
    const files = await taken('all', few);
    const wanted = few.flatMap(({ uid, infos }) => [`${uid}.png`, ...infos.map(({ key }) => `${uid}-${key}.png`)]);
    expect(files.map((file) => basename(file)).sort()).toEqual(wanted.sort());
    const wholes = new Set(few.map(({ uid }) => `${uid}.png`));
    for (const file of files) {
      const { width, height, bytes } = pngSize(file);
      if (wholes.has(basename(file))) expect(width, file).toBe(1_600);
      else expect(width, file).toBeLessThan(1_600);
      // An empty ground would be smaller.
      expect(bytes / (width * height), file).toBeGreaterThan(0.02);
    }
  }, 120_000);

  it('are the same bytes, whichever dashboards the page showed before', async () => {
    const files = await taken('again', [...few].reverse());
    for (const file of files) {
      expect(readFileSync(file).equals(readFileSync(join(folder, 'all', basename(file)))), basename(file)).toBe(true);
    }
  }, 120_000);

  it('go on below where the window of another page ends', async () => {
    // The browser shows the page that was opened last, which is the one that would be cut.
    const [low, tall] = await pages.pages;
    if (low === undefined || tall === undefined) throw new Error('There are less than two pages.');
    const height = 3_000;
    await tall.page.evaluate(`document.body.innerHTML = '<div id="ground" style="height: ${height}px"></div>'`);
    await tall.resize(height);
    await low.resize(1_000);
    await painted(low.page);
    await painted(tall.page);
    await tall.page.evaluate("document.getElementById('ground').style.background = 'green'");
    await painted(tall.page);
    const ends: readonly Box[] = [0, height - 10].map((top) => [0, top, 10, 10]);
    const [first, last] = await cut(tall.page, await tall.screenshot('at once'), ends);
    expect(last).toBe(first);
  }, 60_000);
});
