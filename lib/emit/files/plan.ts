/** What is in the output folder, and what a build will write, remove and leave. Changes nothing. */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { shownPath, WriteError } from './disk.ts';
import { checkNames, foldersOf, LIST_FILE, nameKey, readList, withList } from './names.ts';
import { stagingFolder } from './staging.ts';

export interface Output {
  /** Relative to the working folder, or absolute. */
  readonly folder: string;
  /** Path inside the folder, with `/`, to text. `model.json` is among them, without its list. */
  readonly files: ReadonlyMap<string, string>;
  /** Whose files these are: two projects never remove each other's. Its own folder may hold no link to the output. */
  readonly project: { readonly name: string; readonly folder: string };
}

/** Paths inside the output folder, in order. */
export interface Changes {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  /** Files and links that no build of this project has made. They stay. */
  readonly strangers: readonly string[];
}

export interface Plan extends Changes {
  readonly folder: string;
  /** The files to write, the list in `model.json` among them. */
  readonly files: ReadonlyMap<string, string>;
  /** `model.json` with the names of the last build and of this one: it stands while files are written and removed. */
  readonly listOfAll: string;
  /** Folders that are there. */
  readonly folders: ReadonlySet<string>;
  /** Those that nothing needs any more, inner ones first. They go when they are empty. */
  readonly emptied: readonly string[];
}

/**
 * Compares the output folder with the files that should be in it.
 *
 * @throws WriteError when the folder is a link, reached through one, or somebody else's, or when something that no
 *   build has made stands where a file has to be.
 * @throws TypeError for names that leave the folder, or that are one file on a disk that ignores case.
 */
export function planChanges({ folder, files, project }: Output): Plan {
  checkNames(files.keys());
  const root = resolve(folder);
  const list = (names: Iterable<string>) => withList(files.get(LIST_FILE) ?? '', { project: project.name, names });
  const wanted = new Map([...files, [LIST_FILE, list(files.keys())] as const]);
  refuse(
    root,
    [root, stagingFolder(root)].flatMap((path) => notAFolder(path, resolve(project.folder))),
  );
  const found = entriesOf(root);
  const before = listedNames(root, found, project.name);
  const same = new Set([...found.files].filter((path) => holds(root, path, wanted.get(path))));
  const strangers = [...found.links, ...[...found.files].filter((path) => !before.has(path) && !same.has(path))];
  refuse(
    root,
    strangers.filter(isInTheWay(wanted)).map((path) => inTheWay(join(root, path), found.links.has(path))),
  );
  const needed = new Set([...wanted.keys()].flatMap(foldersOf));
  const left = [...new Set([...before].flatMap(foldersOf))].filter((path) => !needed.has(path));
  return {
    folder: root,
    files: wanted,
    listOfAll: list(new Set([...before, ...wanted.keys()])),
    written: [...wanted.keys()].filter((path) => !same.has(path)).sort(),
    removed: [...before].filter((path) => found.files.has(path) && !wanted.has(path)).sort(),
    unchanged: [...same].sort(),
    strangers: strangers.sort(),
    folders: found.folders,
    emptied: left
      .filter((path) => found.folders.has(path))
      .sort()
      .reverse(),
  };
}

/** All that is below a folder. Links are not followed; sockets and the like count as links. */
interface Entries {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

function entriesOf(root: string): Entries {
  const [files, folders, links] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const open = lstatSync(root, { throwIfNoEntry: false }) === undefined ? [] : [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory()) open.push(`${path}/`);
      (entry.isDirectory() ? folders : entry.isFile() ? files : links).add(path);
    }
  }
  return { files, folders, links };
}

/** What the last build has listed. A folder without such a list belongs to somebody else, unless it is empty. */
function listedNames(root: string, { files, folders, links }: Entries, project: string): ReadonlySet<string> {
  const list = files.has(LIST_FILE) ? readList(readFileSync(join(root, LIST_FILE), 'utf8')) : undefined;
  if (list?.project === project) return list.names;
  const [first] = [...files, ...links, ...folders];
  if (first === undefined) return new Set();
  throw refusal(root, [
    {
      where: { what: shownPath(root) },
      found: list
        ? `the output of another project, ${list.project}`
        : `${first}, and no ${LIST_FILE} that lists what a build of ${project} has made`,
      allowed: `a new or empty folder, or one that a build of ${project} has made`,
      remedy: `name another folder with --out; if all in it is output, empty it or restore its ${LIST_FILE}`,
    },
  ]);
}

function holds(root: string, path: string, text: string | undefined): boolean {
  return text !== undefined && readFileSync(join(root, path)).equals(Buffer.from(text));
}

/** Whether a file that is no build's own stands where a file or folder has to be, on any disk. */
function isInTheWay(wanted: ReadonlyMap<string, string>): (path: string) => boolean {
  const files = new Set([...wanted.keys()].map(nameKey));
  const folders = new Set([...wanted.keys()].flatMap(foldersOf).map(nameKey));
  return (path) => folders.has(nameKey(path)) || [path, ...foldersOf(path)].some((part) => files.has(nameKey(part)));
}

type Found = Omit<Problem, 'rule'>;

const inTheWay = (path: string, link: boolean): Found => ({
  where: { what: shownPath(path) },
  found: `a ${link ? 'link' : 'file that no build has made'}, where the build has to write`,
  allowed: `files that the last build has listed in ${LIST_FILE}`,
  remedy: 'move or delete it, then build again',
});

/** What is no folder on the way to one: a link in its own place or inside the project, a file anywhere. */
function notAFolder(folder: string, project: string): readonly Found[] {
  const own = (path: string) => path === folder || path.startsWith(join(project, '/'));
  for (const path of [...foldersOf(folder).slice(0, -1).reverse(), folder]) {
    const entry = (own(path) ? lstatSync : statSync)(path, { throwIfNoEntry: false });
    if (entry !== undefined && !entry.isDirectory()) return [badFolder(path, entry.isSymbolicLink() ? 'link' : 'file')];
  }
  return [];
}

const badFolder = (path: string, kind: 'link' | 'file'): Found => ({
  where: { what: shownPath(path) },
  found: `a ${kind}, where a folder of the build has to be`,
  allowed: "a folder of the project's own, or none yet",
  remedy: `delete that ${kind}, or name another folder with --out`,
});

function refuse(root: string, found: readonly Found[]): void {
  if (found.length > 0) throw refusal(root, found);
}

const refusal = (root: string, found: readonly Found[]): WriteError =>
  new WriteError(found, `${shownPath(root)}/ is untouched.`);
