/** Folders for tests: a fresh one per test, and what is in one as plain data, read without any code of the project. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** In memory where the system has such a place: some tests make thousands of small trees. */
const BASE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** An empty folder that is removed when the test has finished. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(BASE, 'files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files plainly; a path that ends in `/` is an empty folder. */
export function fill(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path.endsWith('/') ? path : dirname(path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(root, path), text);
  }
}

/**
 * All that is in a folder: files with their text, folders (with `/` at the end) with the empty text, links with their
 * target after an arrow. A folder that is missing is undefined.
 */
export function snapshot(root: string): Readonly<Record<string, string>> | undefined {
  if (lstatSync(root, { throwIfNoEntry: false }) === undefined) return undefined;
  return Object.fromEntries(entries(root, ''));
}

function entries(root: string, folder: string): readonly (readonly [path: string, content: string])[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) return [[`${path}/`, ''] as const, ...entries(root, `${path}/`)];
    const at = join(root, path);
    return [[path, entry.isSymbolicLink() ? `-> ${readlinkSync(at)}` : readFileSync(at, 'utf8')] as const];
  });
}
