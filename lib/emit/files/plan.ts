/** What is in the output folder, and what a build will write, remove and leave. Changes nothing. */
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { shownPath, WriteError } from './disk.ts';
import { checkNames, foldersOf, LIST_FILE, nameKey, readList, withList } from './names.ts';
import { stagingFolder } from './staging.ts';

export interface Output {
  /** Relative to the working folder, or absolute. */
  readonly folder: string;
  /**
   * Path inside the folder, with `/`, and text; `model.json` is among them, without its list. They are gone through
   * one at a time, and once more when another build has written meanwhile.
   */
  readonly files: Iterable<readonly [path: string, text: string]>;
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
  /** The names of all files that should be there. */
  readonly names: ReadonlySet<string>;
  /** `model.json` with the list of these names. */
  readonly list: string;
  /** The same with the names of the last build too: it stands while files are written and removed. */
  readonly listOfAll: string;
  /** What is there. */
  readonly found: Entries;
  /** Those that nothing needs any more, inner ones first. They go when they are empty. */
  readonly emptied: readonly string[];
}

/** Is handed every file but `model.json` whose text is not what the folder holds. */
export type OnChanged = (path: string, text: string) => void;

/**
 * Compares the output folder with the files that should be in it, and keeps none of their texts.
 *
 * @throws WriteError when the folder is a link, reached through one, or somebody else's, or when something that no
 *   build has made stands where a file has to be.
 * @throws TypeError for names that leave the folder, or that are one file on a disk that ignores case.
 */
export function planChanges({ folder, files, project }: Output, onChanged: OnChanged = () => {}): Plan {
  const root = resolve(folder);
  refuse(
    root,
    [root, stagingFolder(root)].flatMap((path) => notAFolder(path, resolve(project.folder))),
  );
  refuseWhatNoBuildMade(root, project.name);
  const found = entriesOf(root);
  const before = listedNames(root, found, project.name);
  const { names, same, model } = compared(root, { found, files, onChanged });
  const list = withList(model, { project: project.name, names });
  if (holds(root, LIST_FILE, { found, text: list })) same.add(LIST_FILE);
  const strangers = [...found.links, ...[...found.files.keys()].filter((path) => !before.has(path) && !same.has(path))];
  refuse(
    root,
    strangers.filter(isInTheWay(names)).map((path) => inTheWay(join(root, path), found.links.has(path))),
  );
  const needed = new Set([...names].flatMap(foldersOf));
  const left = [...new Set([...before].flatMap(foldersOf))].filter((path) => !needed.has(path));
  return {
    folder: root,
    names,
    list,
    listOfAll: withList(model, { project: project.name, names: new Set([...before, ...names]) }),
    written: [...names].filter((path) => !same.has(path)).sort(),
    removed: [...before].filter((path) => found.files.has(path) && !names.has(path)).sort(),
    unchanged: [...same].sort(),
    strangers: strangers.sort(),
    found,
    emptied: left
      .filter((path) => found.folders.has(path))
      .sort()
      .reverse(),
  };
}

/** Whether anything in the folder has changed since it was compared. */
export function isOutdated({ folder, found }: Plan): boolean {
  const now = entriesOf(folder);
  return now.files.size !== found.files.size || [...now.files].some(([path, stamp]) => found.files.get(path) !== stamp);
}

interface Comparison {
  readonly found: Entries;
  readonly files: Output['files'];
  readonly onChanged: OnChanged;
}

/** The names of all files, those that are the same already, and what `model.json` says. */
function compared(root: string, { found, files, onChanged }: Comparison) {
  const [paths, same] = [[LIST_FILE], new Set<string>()];
  let model = '';
  for (const [path, text] of files) {
    if (path === LIST_FILE) {
      model = text;
      continue;
    }
    paths.push(path);
    if (holds(root, path, { found, text })) same.add(path);
    else onChanged(path, text);
  }
  checkNames(paths);
  return { names: new Set(paths), same, model };
}

/** All that is below a folder. Links are not followed; sockets and the like count as links. */
interface Entries {
  /** With what tells a file from one that is written later. */
  readonly files: ReadonlyMap<string, string>;
  readonly folders: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

function entriesOf(root: string): Entries {
  const [files, folders, links] = [new Map<string, string>(), new Set<string>(), new Set<string>()];
  const open = lstatSync(root, { throwIfNoEntry: false }) === undefined ? [] : [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory()) open.push(`${path}/`);
      if (entry.isFile()) files.set(path, stampOf(join(root, path)));
      else (entry.isDirectory() ? folders : links).add(path);
    }
  }
  return { files, folders, links };
}

function stampOf(path: string): string {
  const { ino, size, mtimeMs } = lstatSync(path);
  return `${ino} ${size} ${mtimeMs}`;
}

/** Before all that is in a folder is gone through: by mistake it may be a home folder, or the root of a disk. */
function refuseWhatNoBuildMade(root: string, project: string): void {
  if (!existsSync(root) || existsSync(join(root, LIST_FILE))) return;
  const [first] = readdirSync(root);
  if (first !== undefined) throw somebodyElses(root, withoutList(first, project), project);
}

/** What the last build has listed. A folder without such a list belongs to somebody else, unless it is empty. */
function listedNames(root: string, { files, folders, links }: Entries, project: string): ReadonlySet<string> {
  const list = files.has(LIST_FILE) ? readList(readFileSync(join(root, LIST_FILE), 'utf8')) : undefined;
  if (list?.project === project) return list.names;
  const [first] = [...files.keys(), ...links, ...folders];
  if (first === undefined) return new Set();
  const found = list ? `the output of another project, ${list.project}` : withoutList(first, project);
  throw somebodyElses(root, found, project);
}

const withoutList = (first: string, project: string): string =>
  `${first}, and no ${LIST_FILE} that lists what a build of ${project} has made`;

const somebodyElses = (root: string, found: string, project: string): WriteError =>
  refusal(root, [
    {
      where: { what: shownPath(root) },
      found,
      allowed: `a new or empty folder, or one that a build of ${project} has made`,
      remedy: `name another folder with --out; if all in it is output, empty it or restore its ${LIST_FILE}`,
    },
  ]);

function holds(root: string, path: string, { found, text }: { found: Entries; text: string }): boolean {
  return found.files.has(path) && readFileSync(join(root, path)).equals(Buffer.from(text));
}

/** Whether a file that is no build's own stands where a file or folder has to be, on any disk. */
function isInTheWay(names: ReadonlySet<string>): (path: string) => boolean {
  const files = new Set([...names].map(nameKey));
  const folders = new Set([...names].flatMap(foldersOf).map(nameKey));
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
  new WriteError(found, `${join(shownPath(root), '/')} is untouched.`);
