/** What the operating system refuses, in words: the person who runs a command can put it right. */
import { shownPath } from '../emit/files/disk.ts';

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not do that there',
  EDQUOT: "this user's share of the disk is used up",
  EEXIST: 'a file stands there already',
  EFBIG: 'the file would become too large',
  EIO: 'the disk has an error there',
  EISDIR: 'a folder stands where a file belongs',
  ELOOP: 'a link leads to itself',
  EMFILE: 'too many files are open at once',
  ENAMETOOLONG: 'the name is longer than the file system allows',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'no space is left on this disk',
  ENOTDIR: 'a file stands where a folder belongs',
  EPERM: 'this user may not do that there',
  EROFS: 'this file system is read-only',
};

/**
 * An error of the operating system in one line; undefined of any other.
 *
 * @example systemErrorText(new Error('x')) // undefined
 */
export function systemErrorText(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  const code = String(error.code);
  const place = 'dest' in error ? error.dest : 'path' in error ? error.path : undefined;
  const where = typeof place === 'string' ? `${shownPath(place)}: ` : '';
  return `${where}${WORDS[code] ?? error.message} (${code}).`;
}
