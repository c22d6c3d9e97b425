/** Writes pictures of the dashboards and ends. */
import { chromiumPath, takePictures } from '../../preview/server/pictures.ts';
import { startPreview } from '../../preview/server/server.ts';

interface Options {
  readonly png: string;
  readonly panels?: true;
  readonly theme: 'dark' | 'light';
  readonly profile?: string;
  readonly prometheus?: string;
  readonly loki?: string;
}

/** By the system's Chromium; without one from the SVG. */
export async function pictures(options: Options, root: string): Promise<number> {
  const browser = chromiumPath();
  if (browser === undefined) return await fromSvg(options, root);
  const { prometheus, loki } = options;
  const servers = { ...(prometheus === undefined ? {} : { prometheus }), ...(loki === undefined ? {} : { loki }) };
  const preview = await startPreview({ ...servers, root, mode: 'once' });
  try {
    await preview.state.ready;
    const state = preview.state.now();
    if (state.status.phase === 'failed') {
      process.stderr.write(`${state.troubles.flatMap(({ place, lines }) => [place ?? '', ...lines]).join('\n')}\n`);
      return 1;
    }
    const profile = profileOf(
      options,
      state.profiles.map(({ name }) => name),
    );
    if (profile === undefined) return 1;
    const panels = options.panels === undefined ? 'none' : 'too';
    const what = { url: preview.url, state, folder: options.png, theme: options.theme, profile, panels } as const;
    return written(await takePictures(browser, what));
  } finally {
    await preview.stop();
  }
}

async function fromSvg(options: Options, root: string): Promise<number> {
  const [{ drawSvgs }, { loadModel }] = await Promise.all([
    import('../../preview/server/svg-pictures.ts'),
    import('../project.ts'),
  ]);
  process.stderr.write(
    'No Chromium found: these are drawn from the SVG, a dashboard at a time. On Debian, apt-get install chromium gets it; CHROMIUM names another.\n',
  );
  const model = await loadModel();
  const profile = profileOf(options, model.profiles);
  if (profile === undefined) return 1;
  return written(await drawSvgs(model, { root, profile, folder: options.png, theme: options.theme }));
}

function profileOf({ profile }: Options, names: readonly string[]): string | undefined {
  const wanted = profile ?? names[0];
  if (wanted !== undefined && names.includes(wanted)) return wanted;
  process.stderr.write(`There is no profile '${wanted}'; there are ${names.join(', ')}.\n`);
  return undefined;
}

function written(files: readonly string[]): number {
  process.stdout.write(`${files.map((file) => `written   ${file}`).join('\n')}\n`);
  return 0;
}
