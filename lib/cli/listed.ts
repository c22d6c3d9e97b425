/** Holds the folders of definitions against what the model has: a file that nobody lists would be left out of dist/. */
import { join } from 'node:path';
import { definitionFiles } from '../bin/inputs.js';
import { type DefinitionFile, registryProblems } from '../check/registry.ts';
import type { Problem } from '../model/problem.ts';
import type { Project } from './project.ts';

/** What a registry lists; files without any of them hold other things. */
const KINDS: ReadonlySet<unknown> = new Set(['dashboard', 'alert', 'signal', 'distribution']);

/** The definition files that no registry of the project lists. */
export async function unlisted({
  folder,
  config,
  load,
}: Pick<Project, 'folder' | 'config' | 'load'>): Promise<readonly Problem[]> {
  const { dashboards, alerts, signals } = config.model;
  const lists = [...dashboards, ...alerts, ...signals];
  const problems = await Promise.all(
    Object.entries(config.registries).map(async ([path, registry]) =>
      registryProblems({ file: registry, lists }, await definitionsIn({ folder, load }, path)),
    ),
  );
  return problems.flat();
}

async function definitionsIn(
  { folder, load }: Pick<Project, 'folder' | 'load'>,
  path: string,
): Promise<readonly DefinitionFile[]> {
  const files = await Promise.all(
    definitionFiles(join(folder, path)).map(async (name): Promise<DefinitionFile> => {
      const file = `${path}/${name}`;
      return { file, module: await load(file) };
    }),
  );
  return files.filter(({ module }) => Object.values(module).flat().some(isDefinition));
}

function isDefinition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && KINDS.has(value.kind);
}
