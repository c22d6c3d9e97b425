/**
 * What went wrong while writing, for the person who ran the build: the path, what was found there, in which state the
 * output folder is, and what to do. One table translates the operating system's codes.
 */
import { lstatSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** A failure that a person can act on; its message is complete without a stack trace. */
export class WritingFailed extends Error {
  readonly path: string;
  readonly found: string;
  readonly remedy: string;

  constructor({ path, found, remedy, state }: { path: string; found: string; remedy: string; state?: string }) {
    const shown = shownPath(path);
    super([`${shown}: ${found}.`, ...(state === undefined ? [] : [state]), remedy].join(' '));
    this.name = 'WritingFailed';
    this.path = shown;
    this.found = found;
    this.remedy = remedy;
  }
}

/** In which state a failure leaves the output folder. */
export type TreeState = 'untouched' | 'between';

const STATES: Readonly<Record<TreeState, (root: string) => string>> = {
  untouched: (root) => `${root} is as it was.`,
  between: (root) => `${root} is between its old and its new state, and the next build finishes that first.`,
};

const IN_THE_WAY = ['a file stands where a folder is needed', 'Move or delete that file, then build again.'] as const;
const NO_RIGHT = [
  'this user may not write here',
  'Give the user who builds the right to write in this folder and in the one that holds it, or write to another folder.',
] as const;
const FULL = ['no space is left on this disk', 'Free some space, then build again.'] as const;

const CODES: Readonly<Record<string, readonly [found: string, remedy: string]>> = {
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: ['this file system is read-only', 'Mount it writable, or write to another folder.'],
  ENOSPC: FULL,
  EDQUOT: ["this user's share of the disk is used up", FULL[1]],
  ENOTDIR: IN_THE_WAY,
  EEXIST: IN_THE_WAY,
  ENOTEMPTY: ['another program put a file here meanwhile', 'End that program, then build again.'],
  EXDEV: [
    'this folder is a mount of its own, so that files cannot be renamed into it',
    'Mount the folder that holds the whole output folder instead, then build again.',
  ],
  ENAMETOOLONG: ['this name is longer than the file system allows', 'Shorten the name or the path before it.'],
  EMFILE: ['too many files are open', 'Raise the limit (ulimit -n), then build again.'],
};

/**
 * Turns an error of the operating system into a `WritingFailed`; any other error is returned as it is.
 *
 * @example explain(error, { root: 'dist', state: 'untouched' }).message
 * // 'dist/a: no space is left on this disk (ENOSPC). dist is as it was. Free some space, then build again.'
 */
export function explain(error: unknown, { root, state }: { root: string; state: TreeState }): unknown {
  if (!isSystemError(error)) return error;
  const [found, remedy] = CODES[error.code] ?? [error.message, 'Put that right, then build again.'];
  const path = culprit(error.code, error.dest ?? error.path ?? root);
  return new WritingFailed({ path, found: `${found} (${error.code})`, remedy, state: STATES[state](shownPath(root)) });
}

type Culprit = 'file' | 'folder';
const CULPRITS: Readonly<Record<string, Culprit>> = {
  EACCES: 'folder',
  EPERM: 'folder',
  EROFS: 'folder',
  ENOTDIR: 'file',
  EEXIST: 'file',
};

/** The folder that may not be written, or the file that is in the way, rather than the path that came of it. */
function culprit(code: string, path: string): string {
  const wanted = CULPRITS[code];
  if (wanted === undefined) return path;
  for (let at = wanted === 'folder' ? dirname(path) : path; at !== dirname(at); at = dirname(at)) {
    const there = kindOf(at);
    if (there !== undefined) return there === wanted ? at : path;
  }
  return path;
}

function kindOf(path: string): Culprit | undefined {
  try {
    return lstatSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
  readonly dest?: string;
}

const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;

/** Paths under the working folder are shown as a person would type them. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}
