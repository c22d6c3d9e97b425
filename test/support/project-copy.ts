/** A copy of the project in a folder of its own, for tests that edit it or that need a checkout without something. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { root } from '../../scripts/project.ts';

export interface ProjectCopy {
  readonly folder: string;
  remove(): void;
}

/** What is made out of the sources, at the root of the project. */
const MADE = /^(?:dist|\.servers|preview\/build[^/]*)$/;

function isSource(path: string): boolean {
  return !['.git', 'node_modules'].includes(basename(path)) && !MADE.test(relative(root, path));
}

/** Copies the sources; the packages that are installed in `installed` (`.`, `preview`) are linked from the original. */
export function copyOfSources(installed: readonly string[]): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'project-copy-'));
  cpSync(root, folder, { recursive: true, filter: isSource });
  for (const part of installed) linkPackages(join(root, part, 'node_modules'), join(folder, part, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}

/**
 * Package by package: a workspace's link leads to the copy's own folder, as it does in the original. What tools keep
 * beside the packages stays theirs.
 */
export function linkPackages(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === '.cache') continue;
    const link = entry.isSymbolicLink() ? readlinkSync(join(from, entry.name)) : undefined;
    symlinkSync(link ?? resolve(from, entry.name), join(to, entry.name));
  }
}
