/** Every file of definitions is listed in the registry of its folder: one that is not is silently left out of `dist/`. */
import type { Module } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import type { Documented } from './rule.ts';

/** A file of a folder of definitions, and what it exports. */
export interface DefinitionFile {
  readonly file: string;
  readonly module: Module;
}

/** What the registry of a folder lists: definitions, or whole modules as `import * as module` gives them. */
interface Registry {
  readonly file: string;
  readonly lists: readonly unknown[];
}

export const definitionListed: Documented = Object.freeze({
  id: 'definition-listed',
  reason: 'A definition that the registry does not list compiles and is left out of dist/ without a word.',
  source: 'our own',
  example: {
    where: 'dashboards/queue.ts',
    found: 'no export of this file is listed in dashboards/index.ts',
    allowed: 'a registry that lists every file of its folder',
    remedy: 'list it there, or remove the file',
  },
});

/**
 * The files of a folder that its registry does not list. Reads nothing: the caller lists the folder and imports.
 *
 * @example registryProblems({ file: 'dashboards/index.ts', lists: dashboards }, []) // []
 */
export function registryProblems({ file, lists }: Registry, files: readonly DefinitionFile[]): readonly Problem[] {
  const listed = new Set(lists.flatMap(withExports));
  const { allowed, remedy } = definitionListed.example;
  return files
    .filter(({ module }) => !listed.has(module) && !Object.values(module).some((value) => listed.has(value)))
    .map((missing) => ({
      where: { what: missing.file, file: missing.file },
      rule: definitionListed.id,
      found: `no export of this file is listed in ${file}`,
      allowed,
      remedy,
    }));
}

/** A file that only hands on what others define is listed with them. */
function withExports(entry: unknown): readonly unknown[] {
  const isObject = (value: unknown) => typeof value === 'object' && value !== null;
  return [entry, ...Object.values(entry ?? {}).filter(isObject)];
}
