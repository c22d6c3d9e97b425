/** The project's own definitions as a model, and the model as files: what build, check and bench share. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Model } from '../lib/model/model.ts';
import type { Problem } from '../lib/model/problem.ts';
import type { ResolvedModel } from '../lib/model/resolved.ts';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Whose files the output folder lists as its own. */
export const project = { name: 'voting-app-monitoring', folder: root } as const;

/** The committed output folder, wherever the command is run. */
export const dist = `${root}dist`;

const RUNBOOKS = new URL('../alerts/runbooks/', import.meta.url);

/** Loads the definitions. An error in one of them is the author's and names its file. */
export async function loadModel(): Promise<Model> {
  const [{ model }, { stack }, { dashboards }, { alerts }] = await Promise.all([
    import('../lib/model/model.ts'),
    import('../stack/model.ts'),
    import('../dashboards/index.ts'),
    import('../alerts/index.ts'),
  ]);
  return model({ ...stack, dashboards, alerts, runbooks: runbooks() });
}

function runbooks(): Readonly<Record<string, string>> {
  if (!existsSync(RUNBOOKS)) return {};
  const files = readdirSync(RUNBOOKS).filter((file) => file.endsWith('.md'));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(0, -'.md'.length), readFileSync(new URL(file, RUNBOOKS), 'utf8')]),
  );
}

export interface Built {
  readonly problems: readonly Problem[];
  /** Empty when there are problems. */
  readonly files: ReadonlyMap<string, string>;
}

export interface BuildOptions {
  /** Only this profile, at the root of the output; otherwise all, the first at the root and each other in a folder. */
  readonly profile?: string;
  readonly schema?: 'classic' | 'v2';
  /** The theme of the pictures. */
  readonly pictures?: 'dark' | 'light' | 'none';
}

/** Where the servers find each other on the network of the monitoring services. */
const PLACES = {
  alertmanager: 'alertmanager:9093',
  grafana: {
    name: 'voting-app-monitoring',
    folder: 'Voting app',
    path: '/etc/grafana/dashboards',
    prometheus: 'http://prometheus:9090',
  },
} as const;

/** Resolves, checks and emits. Writes nothing. */
export async function build(
  model: Model,
  { profile, schema = 'classic', pictures = 'dark' }: BuildOptions = {},
): Promise<Built> {
  const [{ resolve }, { check }, { emit }, { unlisted }] = await Promise.all([
    import('../lib/model/resolve/resolve.ts'),
    import('../lib/check/check.ts'),
    import('../lib/emit/emit.ts'),
    import('./listed.ts'),
  ]);
  // All profiles are judged even where one is written: an excuse may be for the other.
  const all = model.profiles.map((name) => resolve(model, name));
  const problems = [...(await unlisted()), ...check(...all)];
  if (problems.length > 0) return { problems, files: new Map() };
  const resolutions = profile === undefined ? all : all.filter((each) => each.model.profile === profile);
  const files = new Map<string, string>();
  for (const [index, resolution] of resolutions.entries()) {
    const folder = index === 0 ? '' : resolution.model.profile;
    const emitted = await emit(resolution.model, { ...PLACES, folder, schema });
    for (const [path, content] of emitted) files.set(path, content);
    if (pictures !== 'none') {
      for (const [path, content] of await drawn(resolution.model, folder, pictures)) files.set(path, content);
    }
  }
  return { problems, files };
}

/** The pictures of every dashboard: as it opens, and its folded rows. Emitters know no pictures, so they meet here. */
async function drawn(
  model: ResolvedModel,
  folder: string,
  theme: 'dark' | 'light',
): Promise<readonly (readonly [string, string])[]> {
  const { dashboardPicture, foldedPicture } = await import('../lib/picture/dashboard.ts');
  const place = folder === '' ? 'pictures' : `${folder}/pictures`;
  const options = { theme, jobs: model.jobs };
  return model.dashboards.flatMap((dashboard) => {
    const folded = foldedPicture(dashboard, options);
    return [
      [`${place}/${dashboard.uid}.svg`, dashboardPicture(dashboard, options)] as const,
      ...(folded === undefined ? [] : [[`${place}/${dashboard.uid}.folded.svg`, folded] as const]),
    ];
  });
}
