/** Holds the folders of definitions against what the model has: a file that nobody lists would be left out of dist/. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DefinitionFile, registryProblems } from '../check/registry.ts';
import type { Module } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import type { Project } from './project.ts';

/** What a registry lists; files without any of them hold other things. */
const KINDS: ReadonlySet<unknown> = new Set(['dashboard', 'alert', 'signal', 'distribution']);

/** The definition files that no registry of the project lists. */
export async function unlisted({ folder, config }: Pick<Project, 'folder' | 'config'>): Promise<readonly Problem[]> {
  const { dashboards, alerts, signals } = config.model;
  const lists = [...dashboards, ...alerts, ...signals];
  const problems = await Promise.all(
    Object.entries(config.registries).map(async ([path, registry]) =>
      registryProblems({ file: registry, lists }, await definitionFiles(folder, path)),
    ),
  );
  return problems.flat();
}

async function definitionFiles(folder: string, path: string): Promise<readonly DefinitionFile[]> {
  const names = readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' });
  const sources = names.filter((name) => name.endsWith('.ts') && !/(?:^|\/)index\.ts$|\.test\.ts$/.test(name)).sort();
  const files = await Promise.all(
    sources.map(async (name): Promise<DefinitionFile> => {
      const module: Module = await import(pathToFileURL(join(folder, path, name)).href);
      return { file: `${path}/${name}`, module };
    }),
  );
  return files.filter(({ module }) => Object.values(module).flat().some(isDefinition));
}

function isDefinition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && KINDS.has(value.kind);
}
