/** What a build changes on the disk, one function a kind of change, and what it says when one of them fails. */
import { renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { makeFolder } from '../../catalogue/generate/make-folder.ts';
import { type Problem, problemText } from '../../model/problem.ts';

/** Tests pass their own, which fails or stops before a step of their choice. */
export interface Disk {
  /** Makes a folder and its missing parents; an existing one is fine. */
  readonly makeFolder: (path: string) => void;
  readonly write: (path: string, text: string) => void;
  /** The same, and waits until the text is on the disk itself. */
  readonly writeThrough: (path: string, text: string) => void;
  /** Renames; a file that stands at `to` is replaced in one go. */
  readonly rename: (from: string, to: string) => void;
  readonly removeFile: (path: string) => void;
  readonly removeEmptyFolder: (path: string) => void;
  /** Removes a folder with all that is in it; a missing one is fine. */
  readonly removeAll: (path: string) => void;
}

export const realDisk: Disk = Object.freeze({
  makeFolder,
  write: writeFileSync,
  writeThrough: (path, text) => writeFileSync(path, text, { flush: true }),
  rename: renameSync,
  removeFile: unlinkSync,
  removeEmptyFolder: rmdirSync,
  removeAll: (path) => rmSync(path, { recursive: true, force: true }),
} satisfies Disk);

/** Files could not be written, for a reason that the person who builds can act on. Needs no stack trace. */
export class WriteError extends Error {
  constructor(problems: readonly Omit<Problem, 'rule'>[], state: string) {
    super([...problems.map((problem) => problemText({ ...problem, rule: 'output-folder' })), state].join('\n\n'));
    this.name = 'WriteError';
  }
}

type Words = Pick<Problem, 'found' | 'allowed' | 'remedy'>;

const NO_RIGHT: Words = {
  found: 'this user may not write here',
  allowed: 'an output folder, and a folder around it, in which the user who builds may write',
  remedy: 'change the rights, or build into another folder with --out',
};
const FULL: Words = {
  found: 'no space is left on this disk',
  allowed: 'room for the files that change',
  remedy: 'free some space, then build again',
};

const CODES: Readonly<Record<string, Words>> = {
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: {
    ...NO_RIGHT,
    found: 'this file system is read-only',
    remedy: 'mount it writable, or build into another folder with --out',
  },
  ENOSPC: FULL,
  EDQUOT: { ...FULL, found: "this user's share of the disk is used up" },
  EXDEV: {
    found: 'the output folder is a mount of its own, so that files cannot be renamed into it',
    allowed: 'an output folder on the same file system as the folder around it',
    remedy: 'mount the folder around it instead, then build again',
  },
  ENAMETOOLONG: {
    found: 'this name is longer than the file system allows',
    allowed: 'mostly 255 bytes a name',
    remedy: 'shorten the name, or the path before it',
  },
};

/** Turns an error of the operating system into a `WriteError`; any other error is returned as it is. */
export function explained(error: unknown, { folder, state }: { folder: string; state: string }): unknown {
  if (!isSystemError(error)) return error;
  const words = CODES[error.code] ?? {
    found: error.message,
    allowed: 'files and folders that nobody else changes during a build',
    remedy: 'put that right, then build again',
  };
  const what = shownPath(error.dest ?? error.path ?? folder);
  return new WriteError([{ where: { what }, ...words, found: `${words.found} (${error.code})` }], state);
}

interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
  readonly dest?: string;
}

export const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;

/** Paths under the working folder are shown as a person would type them. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}
