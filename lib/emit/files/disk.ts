/**
 * Everything that the writer changes on disk, one function a kind of change. The writer calls nothing else that
 * changes anything, so a test that passes its own `Disk` can stop it, or fail it, before every single step.
 */
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Disk {
  /** Makes a folder; its parents exist. */
  readonly makeFolder: (path: string) => void;
  /** Makes a folder and its missing parents; an existing one is fine, also on a full disk. */
  readonly makeFolders: (path: string) => void;
  readonly removeEmptyFolder: (path: string) => void;
  /** Writes a new file and waits until its content is on the disk itself. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Makes an empty file, and fails when there is one. */
  readonly claim: (path: string) => void;
  /** Gives a file a second name, under which it outlives being replaced. */
  readonly keep: (path: string, second: string) => void;
  /** Renames; a file that stands at `to` is replaced in one go. */
  readonly move: (from: string, to: string) => void;
  readonly removeFile: (path: string) => void;
  /** Removes a folder with all that is in it; a missing one is fine. */
  readonly clear: (path: string) => void;
  /** Waits until the names in a folder are on the disk itself. */
  readonly settle: (folder: string) => void;
}

export const realDisk: Disk = Object.freeze({
  makeFolder: (path) => void mkdirSync(path),
  makeFolders,
  removeEmptyFolder: rmdirSync,
  write: async (path, content) => {
    const file = await open(path, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  claim: (path) => closeSync(openSync(path, 'wx')),
  keep: (path, second) => {
    try {
      linkSync(path, second);
    } catch {
      // Some file systems have no second names; a copy serves as well.
      copyFileSync(path, second);
    }
  },
  move: renameSync,
  removeFile: unlinkSync,
  clear: (path) => rmSync(path, { recursive: true, force: true }),
  settle: (folder) => {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
} satisfies Disk);

/** Not Node's own recursion: on a read-only disk that reports a missing folder. */
function makeFolders(path: string): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it in between.
    if (!isFolder(path)) throw error;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
