/** The folder of the catalogue: the targets above it and the overrides in it are read, the generated files are put there. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { done, failed, type Outcome } from '../../units/problem.ts';
import type { OverridesFile } from '../overrides/apply.ts';
import type { Overrides } from '../overrides/overrides.ts';
import { camelCase } from '../writer/catalogue-file.ts';
import { makeFolder } from './make-folder.ts';

/** What every job adds, whatever its relabelling. */
const ALWAYS: readonly string[] = ['instance', 'job'];

/** Undefined when `targets.ts`, above the catalogue's folder, has no target for the source yet. */
export async function targetLabelsOf(folder: string, source: string): Promise<readonly string[] | undefined> {
  const path = resolve(join(folder, '..', 'targets.ts'));
  if (!existsSync(path)) return undefined;
  const targets: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
  const target = targets[camelCase(source)];
  if (typeof target !== 'object' || target === null || !('labels' in target) || !Array.isArray(target.labels))
    return undefined;
  return [...new Set([...ALWAYS, ...target.labels.map(String)])];
}

/** The labels of a source whose target is still to be described. */
export const withoutTarget = ALWAYS;

/** The overrides of a file; none when there is no such file. */
export async function loadOverrides(path: string): Promise<Outcome<OverridesFile>> {
  if (!existsSync(path)) return done({ path, text: '', overrides: {} });
  try {
    const loaded: { readonly default?: unknown } = await import(pathToFileURL(path).href);
    const text = readFileSync(path, 'utf8');
    return isOverrides(loaded.default) ? done({ path, text, overrides: loaded.default }) : notOverrides(path);
  } catch (error) {
    return failed({
      where: path,
      rule: 'metrics/override',
      found: `a file that does not load (${error instanceof Error ? error.message : String(error)})`,
      allowed: 'a TypeScript module',
      remedy: 'Correct the file, then run the command again.',
    });
  }
}

function notOverrides(path: string): Outcome<never> {
  return failed({
    where: path,
    rule: 'metrics/override',
    found: 'no default export that holds overrides',
    allowed: '`export default overrides({ … })`',
    remedy: 'Export the overrides as default.',
  });
}

function isOverrides(value: unknown): value is Overrides {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((one) => typeof one === 'object' && one !== null && typeof one.reason === 'string');
}

export interface CatalogueFile {
  readonly path: string;
  readonly text: string;
}

export interface Stored extends CatalogueFile {
  readonly was: 'written' | 'unchanged';
}

/**
 * Writes files beside their places first and renames them when all are there, so that a full disk leaves the old ones.
 *
 * @throws Error as the file system gives it.
 */
export function store(files: readonly CatalogueFile[]): readonly Stored[] {
  const changed = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  const staged = changed.map(({ path }) => ({ path, beside: `${path}.new` }));
  try {
    for (const { path, text } of changed) {
      makeFolder(dirname(path));
      writeFileSync(`${path}.new`, text);
    }
    for (const { path, beside } of staged) renameSync(beside, path);
  } finally {
    for (const { beside } of staged) rmSync(beside, { force: true });
  }
  return files.map((file) => ({ ...file, was: changed.includes(file) ? 'written' : 'unchanged' }));
}
