/** Holds the folders of definitions against their registries: a file that nobody lists would be left out of dist/. */
import { readdirSync } from 'node:fs';
import { type DefinitionFile, registryProblems } from '../lib/check/registry.ts';
import type { Module } from '../lib/model/model.ts';
import type { Problem } from '../lib/model/problem.ts';

interface Folder {
  readonly path: string;
  readonly registry: string;
  /** What the registry lists. */
  readonly lists: () => Promise<readonly unknown[]>;
  /** A property that only a definition of this folder has: other files there are helpers. */
  readonly mark: string;
}

const FOLDERS: readonly Folder[] = [
  {
    path: 'dashboards/',
    registry: 'dashboards/index.ts',
    lists: async () => (await import('../dashboards/index.ts')).dashboards,
    mark: 'rows',
  },
  {
    path: 'alerts/',
    registry: 'alerts/index.ts',
    lists: async () => (await import('../alerts/index.ts')).alerts,
    mark: 'ruleLabels',
  },
  {
    path: 'stack/signals/',
    registry: 'stack/model.ts',
    lists: async () => (await import('../stack/model.ts')).stack.signals,
    mark: 'sources',
  },
];

const PROJECT = new URL('..', import.meta.url);

/** The definition files below `project` that no registry of ours lists. */
export async function unlisted(project: URL = PROJECT): Promise<readonly Problem[]> {
  const problems = await Promise.all(FOLDERS.map((folder) => problemsOf(folder, project)));
  return problems.flat();
}

async function problemsOf({ path, registry, lists, mark }: Folder, project: URL): Promise<readonly Problem[]> {
  const names = readdirSync(new URL(path, project), { recursive: true, encoding: 'utf8' });
  const sources = names.filter((name) => name.endsWith('.ts') && !/(?:^|\/)index\.ts$|\.test\.ts$/.test(name)).sort();
  const files = await Promise.all(
    sources.map(async (name): Promise<DefinitionFile> => {
      const module: Module = await import(new URL(`${path}${name}`, project).href);
      return { file: `${path}${name}`, module };
    }),
  );
  const definitions = files.filter(({ module }) =>
    Object.values(module)
      .flat()
      .some((value) => has(value, mark)),
  );
  return registryProblems({ file: registry, lists: await lists() }, definitions);
}

function has(value: unknown, mark: string): boolean {
  return typeof value === 'object' && value !== null && mark in value;
}
