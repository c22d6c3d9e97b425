/**
 * One side of a comparison: files by their paths, each with the hash that Git gives its bytes, so that what is equal on
 * both sides is never read. A folder is one; a revision of a repository is another (git.ts).
 */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Read, readAs, unreadable } from './problem.ts';

/** Files of a folder, on the disk or in a revision. */
export interface Side {
  /** What a reader calls it: `dist`, `main`. */
  readonly name: string;
  /** The hash of each file by its path below the folder, with `/`, sorted. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The texts of some of its files. */
  readonly read: (paths: readonly string[]) => ReadonlyMap<string, string>;
}

/** How a repository hashes: Git's own default, or the newer of its two. */
export type HashName = 'sha1' | 'sha256';

/** The hash that Git gives a file's bytes. */
export function blobHash(bytes: Uint8Array, algorithm: HashName = 'sha1'): string {
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Folders that hold no files of anybody's own. */
const SKIPPED = new Set(['.git', 'node_modules']);

/**
 * The files of a folder. Links are left out: they would lead elsewhere.
 *
 * @param options.name what a reader calls it
 * @param options.algorithm how the other side hashes
 */
export function folderSide(
  folder: string,
  { name = folder, algorithm = 'sha1' }: { readonly name?: string; readonly algorithm?: HashName } = {},
): Read<Side> {
  if (!(lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
    return unreadable({
      where: folder,
      found: 'no folder',
      allowed: 'a folder with dashboards or rules',
      remedy: 'Name one that exists.',
    });
  }
  const hashes = filesBelow(folder).map((path): [string, string] => [
    path,
    blobHash(readFileSync(join(folder, path)), algorithm),
  ]);
  return readAs(sideOf(name, hashes, (path) => readFileSync(join(folder, path), 'utf8')));
}

/** A folder that lies nowhere: what tests compare, and what is not there yet. */
export function textSide(name: string, texts: Readonly<Record<string, string>>): Side {
  const hashes = Object.entries(texts).map(([path, text]): [string, string] => [path, blobHash(Buffer.from(text))]);
  return sideOf(name, hashes, (path) => texts[path] ?? '');
}

/**
 * A side with one file more, under another name: what is compared beside files that are equal.
 *
 * @example withFile(textSide('dist', {}), { name: 'old', path: 'redis.prom', text: '' }).hashes.size // 1
 */
export function withFile(
  side: Side,
  { name, path, text }: { readonly name: string; readonly path: string; readonly text: string },
): Side {
  const hashes = new Map(side.hashes).set(path, blobHash(Buffer.from(text)));
  const read: Side['read'] = (paths) => {
    const texts = new Map(side.read(paths.filter((each) => each !== path)));
    return paths.includes(path) ? texts.set(path, text) : texts;
  };
  return Object.freeze({ name, hashes, read });
}

function sideOf(name: string, hashes: readonly [string, string][], textAt: (path: string) => string): Side {
  const sorted = new Map([...hashes].sort(([a], [b]) => (a < b ? -1 : 1)));
  return Object.freeze({
    name,
    hashes: sorted,
    read: (paths) => new Map(paths.filter((path) => sorted.has(path)).map((path) => [path, textAt(path)])),
  } satisfies Side);
}

function filesBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const walk = (inside: string): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = inside === '' ? entry.name : `${inside}${sep}${entry.name}`;
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(path);
      if (entry.isFile()) found.push(path.replaceAll(sep, '/'));
    }
  };
  walk('');
  return found;
}
