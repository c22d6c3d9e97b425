/**
 * The names of emitted files: paths inside the output folder, with `/` between folders. A tree is refused when one of
 * its names could leave the folder, or when two of them would be one file on a disk that ignores case.
 */

/**
 * The folders that hold a path, nearest first; the output folder itself is the empty path.
 *
 * @example foldersOf('prometheus/rules/a.yml') // ['prometheus/rules', 'prometheus', '']
 */
export function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - 1 - index).join('/'));
}

/** Equal for names that some disk takes for one: case and the composition of accents do not count. */
export const nameKey = (path: string): string => path.normalize('NFC').toLowerCase();

/** The first rule that holds for a path says why it is refused. */
const REFUSED: readonly (readonly [why: string, holds: (path: string) => boolean])[] = [
  ['is empty', (path) => path === ''],
  ['has a backslash; folders are separated by /', (path) => path.includes('\\')],
  ['is absolute', (path) => /^\/|^[a-z]:/i.test(path)],
  ['has a control character', (path) => /\p{Cc}/u.test(path)],
  ["has a part '..', which leaves the folder", (path) => path.split('/').includes('..')],
  ["has an empty part or a part '.'", (path) => path.split('/').some((part) => part === '' || part === '.')],
];

/**
 * Checks the names of a whole tree.
 *
 * @throws TypeError that lists every refused path and every clash, one a line.
 * @example checkPaths(['../a']) // throws: '../a' has a part '..', which leaves the folder
 */
export function checkPaths(paths: Iterable<string>): void {
  const all = [...paths];
  const faults = [...all.flatMap(refusal), ...clashes(all)];
  if (faults.length === 0) return;
  throw new TypeError(`These files cannot be written:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
}

function refusal(path: string): readonly string[] {
  const rule = REFUSED.find(([, holds]) => holds(path));
  return rule ? [`${JSON.stringify(path)} ${rule[0]}`] : [];
}

function clashes(paths: readonly string[]): readonly string[] {
  const folders = new Map<string, string>();
  const files = new Map<string, string>();
  const faults = new Set<string>();
  for (const folder of paths.flatMap(foldersOf)) {
    const known = folders.get(nameKey(folder)) ?? folder;
    if (known !== folder) faults.add(`folders '${known}' and '${folder}' differ only in case or accents`);
    folders.set(nameKey(folder), known);
  }
  for (const path of paths) {
    const known = files.get(nameKey(path));
    if (known !== undefined) faults.add(`'${known}' and '${path}' differ only in case or accents`);
    const folder = folders.get(nameKey(path));
    if (folder !== undefined && path !== '') faults.add(`'${path}' is a file, and '${folder}' a folder`);
    files.set(nameKey(path), path);
  }
  return [...faults];
}
