/** What is in a folder now, and how that differs from the files that should be in it. Reads only. */
import { hash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPaths } from './paths.ts';

/** Files by path inside the folder, and its folders, itself (the empty path) among them when it exists. */
export interface Tree {
  /** Links, sockets and the like are 'other': they are never read, only replaced or removed. */
  readonly files: ReadonlyMap<string, 'file' | 'other'>;
  readonly folders: ReadonlySet<string>;
}

/** Lists a folder with all that is below it; a folder that does not exist is an empty tree. Follows no links. */
export function readTree(root: string): Tree {
  const files = new Map<string, 'file' | 'other'>();
  const folders = new Set<string>();
  if (lstatSync(root, { throwIfNoEntry: false }) === undefined) return { files, folders };
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    folders.add(folder);
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) open.push(path);
      else files.set(path, entry.isFile() ? 'file' : 'other');
    }
  }
  return { files, folders };
}

/** Paths in order, each list for itself. */
export interface TreeDifference {
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  readonly extra: readonly string[];
}

/**
 * Says what `writeTree` would change: files that are missing, files with another content, and files that nothing
 * makes. Changes nothing and waits for nobody.
 *
 * @throws TypeError for paths that `writeTree` would refuse.
 * @example diffTree('dist', new Map([['a.yml', 'a: 1\n']])) // { missing: ['a.yml'], stale: [], extra: [] }
 */
export function diffTree(root: string, files: ReadonlyMap<string, string>): TreeDifference {
  checkPaths(files.keys());
  return compare(root, readTree(root), files);
}

/** The same for a tree that was read before. */
export function compare(root: string, tree: Tree, files: ReadonlyMap<string, string>): TreeDifference {
  const known = [...files].filter(([path]) => tree.files.has(path));
  return {
    missing: [...files.keys()].filter((path) => !tree.files.has(path)).sort(),
    stale: known
      .filter(([path, text]) => !holds(root, tree, path, text))
      .map(([path]) => path)
      .sort(),
    extra: [...tree.files.keys()].filter((path) => !files.has(path)).sort(),
  };
}

function holds(root: string, tree: Tree, path: string, text: string): boolean {
  if (tree.files.get(path) !== 'file') return false;
  return readFileSync(join(root, path)).equals(Buffer.from(text));
}

/** A short name for a content, as the journal remembers it. */
export const fingerprint = (content: string | Uint8Array): string => hash('sha256', content);

/** The fingerprint of a file on disk; what is not a plain file has no content that counts. */
export function fingerprintOf(root: string, tree: Tree, path: string): string | undefined {
  const kind = tree.files.get(path);
  return kind === 'file' ? fingerprint(readFileSync(join(root, path))) : kind;
}
