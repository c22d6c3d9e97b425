/** What breaks the table of rooms, or what holds of every source. One sentence each, with its place. */
import { basename, dirname } from 'node:path';
import type { Import, SourceFile } from './imports.ts';
import type { Room } from './table.ts';

/** Imports that a room's line in the table does not allow. */
export function importFindings(files: readonly SourceFile[], rooms: readonly Room[]): readonly string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path, rooms);
    if (room === undefined) return [`${file.path}: belongs to no room; give its folder a line in test/rooms/table.ts`];
    return file.imports
      .filter((each) => !isAllowed(each, room, rooms))
      .map(({ line, specifier }) => `${file.path}:${line}: imports '${specifier}'; ${mayUse(room)}`);
  });
}

/** The innermost room that holds the file. */
function roomOf(path: string, rooms: readonly Room[]): Room | undefined {
  const holds = ({ folder, alone }: Room): boolean =>
    alone === true ? dirname(path) === folder : path.startsWith(`${folder}/`);
  return rooms.filter(holds).sort((a, b) => b.folder.length - a.folder.length)[0];
}

function isAllowed({ file, specifier }: Import, own: Room, rooms: readonly Room[]): boolean {
  if (file === undefined) return own.packages.some((name) => isOf(specifier, name));
  const other = roomOf(file, rooms)?.folder;
  return other !== undefined && (other === own.folder || own.rooms.includes(other));
}

function isOf(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`);
}

function mayUse({ folder, rooms, packages }: Room): string {
  const all = [...rooms, ...packages];
  return `${folder} may use ${all.length === 0 ? 'nothing but itself' : all.join(', ')}`;
}

/** Files that import each other in a circle, each circle once. */
export function circles(files: readonly SourceFile[]): readonly string[] {
  const imports = new Map(files.map(({ path, imports }) => [path, imports.flatMap(({ file }) => file ?? [])]));
  const found = new Map<string, string>();
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const begin = trail.indexOf(path);
    if (begin >= 0) {
      const circle = trail.slice(begin);
      found.set([...circle].sort().join(), `${[...circle, path].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const next of imports.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return [...found.values()];
}

const LONGEST = 300;
const VAGUE = /^(?:utils?|common|helpers?|misc)$/;

/** What no source may be. */
export function sourceFindings(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, lines, exportsAll }) => [
    ...(lines > LONGEST ? [`${path}: has ${lines} lines, more than ${LONGEST}; split it by subject`] : []),
    ...(path
      .replace(/\.ts$/, '')
      .split('/')
      .some((part) => VAGUE.test(part))
      ? [`${path}: '${basename(path)}' does not say what it holds; name the subject`]
      : []),
    ...exportsAll.map((line) => `${path}:${line}: export *; list what is exported`),
  ]);
}

const SHORT = 30;

/** A rule is a file of its own, however short; so is what `init` copies. */
const OF_THEIR_OWN = /^lib\/(?:check\/rules|template)\//;

/** Files that may be part of a neighbour. */
export function shortFiles(files: readonly SourceFile[]): readonly string[] {
  return files.filter(({ path, lines }) => lines < SHORT && !OF_THEIR_OWN.test(path)).map(({ path }) => path);
}
