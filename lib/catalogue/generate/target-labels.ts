/** Which labels the scrape job of a source adds. The generated file takes them from the same target. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { camelCase } from '../writer/catalogue-file.ts';

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
