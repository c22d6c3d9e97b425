/**
 * Makes folders one by one, from the outermost. `mkdirSync()` with `recursive` never returns where a file system takes no
 * folders and says that their parent is missing, as `/proc` does, and on a read-only disk it says no more than that.
 */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and its missing parents; an existing one is fine.
 *
 * @throws Error as the file system gives it: EEXIST where a file has the name of one of them.
 * @example makeFolder('.') // undefined
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
