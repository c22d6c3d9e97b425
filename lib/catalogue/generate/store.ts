/** Puts generated files into place: all of them, or none while any cannot be written. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CatalogueFile } from './generate.ts';

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
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.new`, text);
    }
    for (const { path, beside } of staged) renameSync(beside, path);
  } finally {
    for (const { beside } of staged) rmSync(beside, { force: true });
  }
  return files.map((file) => ({ ...file, was: changed.includes(file) ? 'written' : 'unchanged' }));
}
