/** Writes pictures of the dashboards and ends. */

import { mkdirSync } from 'node:fs';
import { Refused } from '../../lib/cli/run.ts';
import { visible } from '../../lib/units/visible.ts';
import { chromiumPath } from '../../preview/server/browser.ts';
import { openPages } from '../../preview/server/open-pages.ts';
import { takePictures } from '../../preview/server/pictures.ts';
import { startPreview } from '../../preview/server/server.ts';
import type { Prepared } from './command.ts';

interface Options {
  readonly png: string;
  readonly panels?: true;
  readonly theme: 'dark' | 'light';
  readonly profile?: string;
  readonly prometheus?: string;
  readonly loki?: string;
}

/** By the system's Chromium, once `page` is got ready; without one from the SVG. */
export async function pictures(options: Options, { root, page, ensure }: Prepared): Promise<number> {
  makeFolder(options.png);
  await ensure();
  const browser = chromiumPath();
  if (browser === undefined) return await fromSvg(options, root);
  const { prometheus, loki } = options;
  const servers = { ...(prometheus === undefined ? {} : { prometheus }), ...(loki === undefined ? {} : { loki }) };
  const preview = await startPreview({ ...servers, root, page, mode: 'once' });
  // While definitions are loaded, the browser starts and its pages run their code.
  const opened = openPages(browser, preview.url);
  // It is said once the definitions are known to be right.
  opened.catch(() => undefined);
  try {
    await preview.state.ready;
    const state = preview.state.now();
    if (state.status.phase === 'failed') {
      process.stderr.write(
        `${visible(state.troubles.flatMap(({ place, lines }) => [place ?? '', ...lines]).join('\n'))}\n`,
      );
      return 1;
    }
    const names = state.profiles.map(({ name }) => name);
    const what = { state, profile: profileOf(options, names), ...wanted(options) };
    return written(await takePictures(await opened, what));
  } finally {
    await opened.then(
      (pages) => pages.close(),
      () => undefined,
    );
    await preview.stop();
  }
}

async function fromSvg(options: Options, root: string): Promise<number> {
  if (options.prometheus !== undefined || options.loki !== undefined) {
    throw new Refused('Pictures of live data need a Chromium. On Debian, apt-get install chromium gets it.');
  }
  const [{ drawSvgs }, { loadProject }] = await Promise.all([
    import('../../preview/server/svg-pictures.ts'),
    import('../../lib/cli/project.ts'),
  ]);
  process.stderr.write(
    'No Chromium found: these are drawn from the SVG. On Debian, apt-get install chromium gets it; CHROMIUM names another.\n',
  );
  const { model } = await loadProject({ folder: root });
  return written(drawSvgs(model, { profile: profileOf(options, model.profiles), ...wanted(options) }));
}

function wanted({ png, theme, panels }: Options) {
  return { folder: png, theme, panels: panels === undefined ? 'none' : 'too' } as const;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new Refused(`--png cannot write to ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function profileOf({ profile }: Options, names: readonly string[]): string {
  const wanted = profile ?? names[0];
  if (wanted !== undefined && names.includes(wanted)) return wanted;
  throw new Refused(`There is no profile '${wanted}'; there are ${names.join(', ')}.`);
}

function written(files: readonly string[]): number {
  process.stdout.write(`${files.map((file) => `written   ${file}`).join('\n')}\n`);
  return 0;
}
