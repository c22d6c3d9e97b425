/** A folder as a revision of its repository has it, without a checkout: two runs of git, and no shell. */
import { spawnSync } from 'node:child_process';
import { type Read, readAs, unreadable } from './problem.ts';
import type { HashName, Side } from './side.ts';

/** A folder in a repository. */
export interface Repository {
  /** The repository's own folder, absolute. */
  readonly root: string;
  readonly algorithm: HashName;
}

/** More than the largest of folders. */
const MOST_BYTES = 2 ** 30;

/** The repository that a folder lies in. */
export function repositoryOf(folder: string): Read<Repository> {
  const said = git(folder, ['rev-parse', '--show-toplevel', '--show-object-format']);
  if (said === undefined) {
    return unreadable({
      where: folder,
      found: 'no Git repository',
      allowed: 'a folder of one',
      remedy: 'Compare two folders instead: --from <folder> --to <folder>.',
    });
  }
  const [root = '', format] = said.toString('utf8').split('\n');
  return readAs({ root, algorithm: format === 'sha256' ? 'sha256' : 'sha1' });
}

/** Where branches leave: what the remote calls its default, then the usual names. */
const TRUNKS = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/** The commit where the branch left the main one: the last that both have. */
export function whereBranchLeft({ root }: Repository): Read<string> {
  for (const trunk of TRUNKS) {
    const base = git(root, ['merge-base', 'HEAD', trunk]);
    if (base !== undefined) return readAs(base.toString('utf8').trim());
  }
  return unreadable({
    where: root,
    found: `none of the branches ${TRUNKS.join(', ')}`,
    allowed: 'one that this branch has left',
    remedy: 'Say what to compare with: a branch, a tag or a commit.',
  });
}

/** The commit that a branch, a tag or a short hash names. */
export function commitOf({ root }: Repository, revision: string): Read<string> {
  const said = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (said !== undefined) return readAs(said.toString('utf8').trim());
  return unreadable({
    where: root,
    found: `no revision '${revision}'`,
    allowed: 'a branch, a tag or a commit that this clone has',
    remedy: 'Look with `git branch --all`; a shallow clone lacks older commits: `git fetch --unshallow`.',
  });
}

/**
 * The commit that has a folder as `commit` has it, and changed it last. The commit in which a host tries a pull request
 * lies on no branch, and is gone when the host likes; the one that it took the folder from stays.
 *
 * @param folder below the repository's root, with `/`; empty for all of it
 */
export function lastChangeOf({ root }: Repository, commit: string, folder: string): string {
  const said = git(root, ['log', '-1', '--format=%H', commit, '--', folder === '' ? '.' : `:(literal)${folder}`]);
  return said?.toString('utf8').trim() || commit;
}

/** What the commits since `base` say under a key in their last lines, such as `Signed-off-by`; the newest first. */
export function trailersSince({ root }: Repository, base: string, key: string): readonly string[] {
  const said = git(root, ['log', `--format=%(trailers:key=${key},valueonly,unfold)`, `${base}..HEAD`]);
  return (said?.toString('utf8') ?? '').split('\n').filter((line) => line.trim() !== '');
}

/** A file of Git's tree: not a link, not another repository. */
const ENTRY = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s;

/**
 * The files of a folder in a commit; none when the commit does not have the folder.
 *
 * @param folder below the repository's root, with `/`; empty for all of it
 */
export function revisionSide({ root }: Repository, commit: string, folder: string): Side {
  const listed = git(root, ['ls-tree', '-r', '-z', '--full-tree', commit, ...(folder === '' ? [] : ['--', folder])]);
  const entries = (listed?.toString('utf8') ?? '').split('\0').flatMap((line): [string, string][] => {
    const [, hash, path] = ENTRY.exec(line) ?? [];
    if (hash === undefined || path === undefined) return [];
    return [[folder === '' ? path : path.slice(folder.length + 1), hash]];
  });
  const hashes = new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  return Object.freeze({
    name: commit.slice(0, 9),
    hashes,
    read: (paths) => textsOf(root, paths, hashes),
  } satisfies Side);
}

function textsOf(
  root: string,
  paths: readonly string[],
  hashes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const wanted = paths.flatMap((path): [string, string][] => {
    const hash = hashes.get(path);
    return hash === undefined ? [] : [[path, hash]];
  });
  if (wanted.length === 0) return new Map();
  const batch = git(root, ['cat-file', '--batch'], `${wanted.map(([, hash]) => hash).join('\n')}\n`);
  const texts = batch === undefined ? [] : blobTexts(batch);
  return new Map(wanted.map(([path], index) => [path, texts[index] ?? '']));
}

/** Each answer is `<hash> blob <size>`, a line break, the bytes, a line break. */
function blobTexts(bytes: Buffer): readonly string[] {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf(0x0a, at);
    const begin = lineEnd + 1;
    const [, kind, size] = bytes.toString('utf8', at, lineEnd).split(' ');
    // A clone that was made without all of its files says `missing`.
    const end = kind === 'blob' ? begin + Number(size) : begin;
    texts.push(bytes.toString('utf8', begin, end));
    at = kind === 'blob' ? end + 1 : begin;
  }
  return texts;
}

/** What git writes; nothing when it fails. */
export function git(folder: string, args: readonly string[], input?: string): Buffer | undefined {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], {
    maxBuffer: MOST_BYTES,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input !== undefined && { input }),
  });
  return status === 0 ? stdout : undefined;
}
