/**
 * Notices that definitions changed. Events of the system only say "look": what changed is found by looking at all
 * files, so that a save by renaming, a branch checked out and events that were lost all come out the same.
 */
import { type FSWatcher, readdirSync, type Stats, statSync, watch } from 'node:fs';
import { join, sep } from 'node:path';

/** A save can be several events, and a checkout hundreds. */
const QUIET_MS = 15;
/** For events that never come: network drives, or more folders than the system watches. */
const LOOK_EVERY_MS = 1_500;

export interface Watch {
  /** How many files are watched. */
  files(): number;
  /** Whether a file is as it was when it was looked at last. */
  isKnown(path: string): boolean;
  stop(): void;
}

export interface WatchOptions {
  readonly root: string;
  /** Folders and files below the root, asked for at each look. */
  readonly paths: () => readonly string[];
  /** Called with the files that changed, relative to the root. */
  readonly onChange: (changed: readonly string[]) => void;
}

/** Watches the files of definitions: TypeScript but tests, and runbooks. */
export function watchFiles({ root, paths, onChange }: WatchOptions): Watch {
  let wanted = paths();
  let known = snapshot(root, wanted);
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const before = wanted;
    wanted = paths();
    const now = snapshot(root, wanted);
    // What is looked at for the first time, or no more, has not changed by that.
    const changed = differences(known.files, now.files).filter(
      (path) => isBelow(path, before) && isBelow(path, wanted),
    );
    known = now;
    follow();
    if (changed.length > 0) onChange(changed);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, QUIET_MS);
  };
  const follow = (): void => {
    for (const [folder, watcher] of watchers) {
      if (known.folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of known.folders) {
      if (!watchers.has(folder)) startWatching(folder);
    }
  };
  const startWatching = (folder: string): void => {
    try {
      const watcher = watch(folder, soon);
      // A folder that is removed: the next look forgets it.
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(folder);
        soon();
      });
      watchers.set(folder, watcher);
    } catch {
      // Gone already, or the system watches no more folders: looking every now and then is left.
    }
  };
  follow();
  const interval = setInterval(look, LOOK_EVERY_MS);
  return {
    files: () => known.files.size,
    isKnown(path) {
      const stat = statOf(join(root, path));
      return stat !== undefined && known.files.get(path) === stateOf(stat);
    },
    stop: () => {
      clearTimeout(timer);
      clearInterval(interval);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(folder + sep));
}

/** None of a project's own sources, whatever it is. */
const NO_SOURCES = /^(?:\.|node_modules$|dist$|coverage$)/;

/** All that may hold definitions, as long as nobody knows what does: packages inside the project are left out. */
export function sourcesIn(root: string): readonly string[] {
  return namesIn(root).filter((name) => {
    const path = join(root, name);
    if (NO_SOURCES.test(name)) return false;
    return statOf(path)?.isDirectory() === true ? statOf(join(path, 'package.json')) === undefined : isDefinition(path);
  });
}

interface Snapshot {
  /** What tells one state of a file from another, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly folders: ReadonlySet<string>;
}

function snapshot(root: string, paths: readonly string[]): Snapshot {
  const files = new Map<string, string>();
  const folders = new Set<string>();
  const visited = new Set<string>();
  for (const path of paths) visit(join(root, path), { root, files, folders, visited });
  return { files, folders };
}

interface Visit {
  readonly root: string;
  readonly files: Map<string, string>;
  readonly folders: Set<string>;
  /** The folders themselves, by whatever path. */
  readonly visited: Set<string>;
}

function visit(path: string, into: Visit): void {
  const stat = statOf(path);
  if (stat === undefined) return;
  if (!stat.isDirectory()) {
    if (isDefinition(path)) into.files.set(relativeTo(into.root, path), stateOf(stat));
    return;
  }
  // A link to a folder around it would lead round for ever.
  const identity = `${stat.dev} ${stat.ino}`;
  if (into.visited.has(identity)) return;
  into.visited.add(identity);
  into.folders.add(path);
  for (const name of namesIn(path)) visit(join(path, name), into);
}

function stateOf({ mtimeMs, size, ino }: Stats): string {
  return `${mtimeMs} ${size} ${ino}`;
}

/** None of what is gone, and of a link that leads nowhere or to itself. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isDefinition(path: string): boolean {
  return (path.endsWith('.ts') && !path.endsWith('.test.ts')) || path.endsWith('.md');
}

function relativeTo(root: string, path: string): string {
  return path.startsWith(root + sep) ? path.slice(root.length + 1) : path.replace(root, '');
}

function differences(before: Snapshot['files'], after: Snapshot['files']): readonly string[] {
  const changed = [...after].filter(([path, state]) => before.get(path) !== state).map(([path]) => path);
  const removed = [...before.keys()].filter((path) => !after.has(path));
  return [...changed, ...removed];
}
