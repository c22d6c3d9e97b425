/** From a project to the files of its outputs: resolved, changed by each output's steps, checked, written as text. */
import type { TextFiles } from '../emit/emit.ts';
import type { Problem } from '../model/problem.ts';
import type { Resolution } from '../model/resolve/resolve.ts';
import { alertsOf, type ResolvedModel } from '../model/resolved.ts';
import type { Output } from './config.ts';
import type { Project } from './project.ts';

export interface Built {
  readonly problems: readonly Problem[];
  /** By path inside `dist`. None when there are problems. */
  readonly files: TextFiles;
  /** Alerts that no test holds, by output: a step has changed what theirs were written for. */
  readonly untested: readonly Untested[];
  /** Public addresses that lead to this machine alone, each once. */
  readonly local: readonly string[];
}

export interface Untested {
  readonly output: string;
  readonly alert: string;
  readonly reason: string;
}

export interface BuildOptions {
  /** Only this output, at the root; otherwise all of them, each in its folder. */
  readonly output?: string | undefined;
  readonly schema?: 'classic' | 'v2';
  /** The theme of the pictures; dark where they are committed, unless told. */
  readonly pictures?: 'dark' | 'light' | 'none';
}

/** What an output is made of, and its name in the configuration, which is the folder of its files: '.' is `dist` itself. */
interface ResolvedOutput extends Resolution {
  readonly output: string;
}

/** Each output's own model: of its profile, changed by its steps. */
export async function resolveOutputs({ config, model }: Project): Promise<readonly ResolvedOutput[]> {
  const [{ resolve }, { applySteps }] = await Promise.all([
    import('../model/resolve/resolve.ts'),
    import('../model/steps/step.ts'),
  ]);
  return Object.entries(config.outputs).map(([output, { profile, steps = [] }]: readonly [string, Output]) => ({
    output,
    ...applySteps(resolve(model, profile), steps),
  }));
}

/** Resolves and checks; the files are made one by one when they are gone through. Writes nothing. */
export async function buildOutputs(
  project: Project,
  { output, schema = 'classic', pictures = committed(project) }: BuildOptions = {},
): Promise<Built> {
  const [{ check }, { datasourceProblems }, { emit }, { unlisted }, outputs] = await Promise.all([
    import('../check/check.ts'),
    import('../check/datasources.ts'),
    import('../emit/emit.ts'),
    import('./listed.ts'),
    resolveOutputs(project),
  ]);
  // All outputs are judged even where one is written: an excuse may be for another.
  const { grafana } = project.config;
  const models = outputs.map(({ model }) => model);
  const problems = [
    ...(await unlisted(project)),
    ...check(...outputs),
    ...(grafana === undefined ? [] : datasourceProblems(models, grafana)),
  ];
  if (problems.length > 0) return { problems, files: [], untested: [], local: [] };
  const parts: TextFiles[] = [];
  const wanted = output === undefined ? outputs : outputs.filter((each) => each.output === output);
  for (const { output: name, model } of wanted) {
    const folder = name === '.' || output !== undefined ? '' : name;
    parts.push(await emit(model, { folder, schema, ...(grafana !== undefined && { grafana }) }));
    if (pictures !== 'none') parts.push(await drawn(model, folder, pictures));
  }
  const files = { [Symbol.iterator]: () => inTurn(parts) };
  return { problems, files, untested: wanted.flatMap(untestedIn), local: localAddresses(wanted) };
}

const committed = ({ config }: Project): 'dark' | 'none' => (config.pictures === 'apart' ? 'none' : 'dark');

function* inTurn(parts: readonly TextFiles[]): Generator<readonly [string, string]> {
  for (const files of parts) yield* files;
}

const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

function localAddresses(outputs: readonly ResolvedOutput[]): readonly string[] {
  const origins = outputs.flatMap(({ model: { site } }) => [new URL(site.grafana), new URL(site.runbooks)]);
  return [...new Set(origins.filter(({ hostname }) => LOCAL.has(hostname)).map(({ origin }) => origin))];
}

function untestedIn({ output, model }: ResolvedOutput): readonly Untested[] {
  return alertsOf(model).flatMap(({ name, untested }) =>
    untested === undefined ? [] : [{ output, alert: name, reason: untested }],
  );
}

/** The pictures of every dashboard: as it opens, and its folded rows. Emitters know no pictures, so they meet here. */
async function drawn({ dashboards, jobs }: ResolvedModel, folder: string, theme: 'dark' | 'light'): Promise<TextFiles> {
  const { dashboardPicture, foldedPicture } = await import('../picture/dashboard.ts');
  const place = folder === '' ? 'pictures' : `${folder}/pictures`;
  const options = { theme, jobs };
  function* files(): Generator<readonly [string, string]> {
    for (const dashboard of dashboards) {
      yield [`${place}/${dashboard.uid}.svg`, dashboardPicture(dashboard, options)];
      const folded = foldedPicture(dashboard, options);
      if (folded !== undefined) yield [`${place}/${dashboard.uid}.folded.svg`, folded];
    }
  }
  return { [Symbol.iterator]: files };
}
