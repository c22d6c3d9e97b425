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

export async function pictures(options: Options, root: string): Promise<number> {
  const browser = chromiumPath();
  if (browser === undefined) {
    process.stderr.write(
      'No Chromium found. Install it (on Debian: apt-get install chromium) or name one in CHROMIUM. dist/pictures/ has the dashboards as SVG.\n',
    );
    return 1;
  }
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
    const names = state.profiles.map(({ name }) => name);
    const profile = options.profile ?? names[0] ?? '';
    if (!names.includes(profile)) {
      process.stderr.write(`There is no profile '${profile}'; there are ${names.join(', ')}.\n`);
      return 1;
    }
    const panels = options.panels === undefined ? 'none' : 'too';
    const what = { url: preview.url, state, folder: options.png, theme: options.theme, profile, panels } as const;
    const files = await takePictures(browser, what);
    process.stdout.write(`${files.map((file) => `written   ${file}`).join('\n')}\n`);
    return 0;
  } finally {
    await preview.stop();
  }
}
