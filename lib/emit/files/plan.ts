/**
 * The steps from the tree that is there to the tree that should be, as data. They depend on nothing but these two and
 * on which files lie ready, so a run that was cut off is planned anew from where it stopped.
 */
import { foldersOf, nameKey } from './paths.ts';
import type { Tree } from './tree.ts';

/** Make or drop a folder; place a staged file, over an old one or not; take a file away. */
export interface Step {
  readonly kind: 'make' | 'place' | 'take' | 'drop';
  readonly path: string;
}

export interface Task {
  readonly now: Tree;
  /** All files of the tree that should be. */
  readonly wanted: ReadonlySet<string>;
  /** All folders of that tree, itself (the empty path) among them. */
  readonly folders: ReadonlySet<string>;
  /** Those that lie ready. */
  readonly staged: ReadonlySet<string>;
}

/**
 * Plans the change. Removals come last, so that a reader misses no file for longer than needed; only what stands in
 * the way of a new name (a file where a folder comes, another case) goes first.
 *
 * @example planSteps({ now: readTree('none'), wanted: new Set(['a/b']), folders: new Set(['', 'a']), staged: new Set(['a/b']) })
 * // [{ kind: 'make', path: '' }, { kind: 'make', path: 'a' }, { kind: 'place', path: 'a/b' }]
 */
export function planSteps({ now, wanted, folders, staged }: Task): readonly Step[] {
  const inTheWay = obstacles(wanted, folders);
  const taken = [...now.files.keys()].filter((path) => !wanted.has(path)).sort();
  const dropped = [...now.folders]
    .filter((path) => !folders.has(path))
    .sort()
    .reverse();
  const made = [...folders].filter((path) => !now.folders.has(path)).sort();
  const placed = [...staged].filter((path) => wanted.has(path)).sort();
  return [
    ...steps('take', taken.filter(inTheWay)),
    ...steps('drop', dropped.filter(inTheWay)),
    ...steps('make', made),
    ...steps('place', placed),
    ...steps(
      'take',
      taken.filter((path) => !inTheWay(path)),
    ),
    ...steps(
      'drop',
      dropped.filter((path) => !inTheWay(path)),
    ),
  ];
}

const steps = (kind: Step['kind'], paths: readonly string[]): readonly Step[] => paths.map((path) => ({ kind, path }));

/** Tells whether an old path, or a folder that holds it, bears a name that the new tree needs for something else. */
function obstacles(wanted: ReadonlySet<string>, folders: ReadonlySet<string>): (path: string) => boolean {
  const needed = new Set([...wanted, ...folders].map(nameKey));
  const displaced = (folder: string) => !folders.has(folder) && needed.has(nameKey(folder));
  return (path) => needed.has(nameKey(path)) || foldersOf(path).some(displaced);
}
