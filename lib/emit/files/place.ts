/** Where a tree is written, and what lies beside it while that lasts. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { shownPath, WritingFailed } from './failure.ts';

/**
 * The output folder, and the staging folder beside it (`.dist-staging` for `dist`), on the same file system so that
 * files can be renamed from one into the other. Nothing is left of it after a build; version control should ignore it.
 */
export interface Place {
  readonly root: string;
  readonly staging: string;
  /** New files, under the paths that they will have. */
  readonly fresh: string;
  /** Old files that are replaced or removed, for going back. */
  readonly kept: string;
  /** There while, and only while, the output folder is being changed. */
  readonly journal: string;
  /** The journal before it counts. */
  readonly draft: string;
  /** The journal of the way back, ready before it is needed: it must not fail on a full disk. */
  readonly wayBack: string;
}

/** Names that stand in the folder of a project, and in no output of ours. */
const SIGNS_OF_A_PROJECT = ['.git', 'package.json'];

/**
 * Finds the place for an output folder. All that is in that folder is taken for output, so a folder that holds
 * something else is refused.
 *
 * @throws WritingFailed when the folder is a file, holds a project, or holds the folder that the build runs in.
 */
export function placeOf(folder: string): Place {
  const root = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  refuseForeign(root);
  const staging = join(dirname(root), `.${basename(root)}-staging`);
  return Object.freeze({
    root,
    staging,
    fresh: join(staging, 'fresh'),
    kept: join(staging, 'kept'),
    journal: join(staging, 'journal.json'),
    draft: join(staging, 'journal.json.draft'),
    wayBack: join(staging, 'way-back.json'),
  });
}

function refuseForeign(root: string): void {
  const found = foreignSign(root);
  if (found === undefined) return;
  throw new WritingFailed({
    path: root,
    found,
    state: `${shownPath(root)} is as it was.`,
    remedy: 'Choose a folder that holds nothing but the output of a build: all else in it would be removed.',
  });
}

function foreignSign(root: string): string | undefined {
  if (existsSync(root) && !statSync(root).isDirectory()) return 'a file stands where the output folder should be';
  if (`${process.cwd()}/`.startsWith(root === '/' ? root : `${root}/`)) return 'the build runs inside this folder';
  const sign = SIGNS_OF_A_PROJECT.find((name) => existsSync(join(root, name)));
  return sign === undefined ? undefined : `this is the folder of a project, with a ${sign} in it`;
}
