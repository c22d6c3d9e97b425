/**
 * The names of a build's files: paths inside the output folder, with `/` between folders. `model.json` lists them, one
 * a line and without hashes so that branches merge, under the name of the project that they belong to. What a build
 * may remove is decided by this list alone.
 */

/** The file that holds the list; every build makes it. */
export const LIST_FILE = 'model.json';

const PROJECT = '  "project": ';
const START = '  "files": [';
const END = '  ],';

/**
 * Puts the project and the list of its files in front of what `model.json` says.
 *
 * @throws TypeError when the text is no object as the emitters print it.
 * @example withList('{\n  "profile": "stock"\n}\n', { project: 'shop', names: ['model.json'] })
 * // {
 * //   "project": "shop",
 * //   "files": [
 * //     "model.json"
 * //   ],
 * //   "profile": "stock"
 * // }
 */
export function withList(text: string, { project, names }: { project: string; names: Iterable<string> }): string {
  if (!text.startsWith('{\n  "')) throw new TypeError(`${LIST_FILE} must be an indented JSON object`);
  const entries = [...names].sort().map((name) => `    ${JSON.stringify(name)}`);
  return ['{', `${PROJECT}${JSON.stringify(project)},`, START, entries.join(',\n'), END, text.slice(2)].join('\n');
}

/**
 * Reads project and list back; undefined when there is none. It reads line by line, not as JSON: a merge may have left
 * its markers in the file, and then the names of both branches count.
 */
export function readList(text: string): { readonly project: string; readonly names: ReadonlySet<string> } | undefined {
  const lines = text.split(/\r?\n/);
  const project = lines.find((line) => line.startsWith(PROJECT))?.slice(PROJECT.length);
  const start = lines.indexOf(START);
  const end = lines.indexOf(END, start);
  if (project === undefined || start < 0 || end < 0) return undefined;
  try {
    const entries = lines.slice(start + 1, end).filter((line) => line.startsWith('    "'));
    return { project: unquoted(project), names: new Set(entries.map(unquoted)) };
  } catch {
    return undefined;
  }
}

/** A JSON string, with or without a comma behind it. */
const unquoted = (json: string): string => String(JSON.parse(json.trim().replace(/,$/, '')));

/**
 * The folders that hold a path, nearest first; the output folder itself is not among them.
 *
 * @example foldersOf('prometheus/rules/a.yml') // ['prometheus/rules', 'prometheus']
 */
export function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('/'));
}

/** Equal for names that some disks take for one: case and the composition of accents do not count. */
export const nameKey = (path: string): string => path.normalize('NFC').toLowerCase();

/** Parts with `/` between them, none of them empty, `.` or `..`; no drive as in `C:`. */
const INSIDE = /^(?![a-z]:)(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\\\p{Cc}]+$/iu;

/**
 * Checks the names of all files of a build: none leaves the folder, and no two are one file on a disk that ignores case.
 *
 * @throws TypeError that lists every refused path, or else every clash, one a line: `"../a" is no path inside the
 *   output folder`.
 */
export function checkNames(paths: Iterable<string>): void {
  const all = [...paths];
  const outside = all.filter((path) => !INSIDE.test(path));
  const faults = outside.map((path) => `${JSON.stringify(path)} is no path inside the output folder`);
  if (faults.length === 0) faults.push(...clashes(all));
  if (faults.length === 0) return;
  const allowed = 'Names have parts with / between them, none of them . or .., and no backslash or control character.';
  throw new TypeError(`These files cannot be written:\n  ${faults.join('\n  ')}\n${allowed}`);
}

function clashes(paths: readonly string[]): readonly string[] {
  const known = new Map<string, string>();
  const faults: string[] = [];
  // A slash behind a folder keeps it apart from a file of the same name.
  const folders = [...new Set(paths.flatMap(foldersOf))].map((folder) => `${folder}/`);
  for (const name of [...folders, ...paths]) {
    const other = known.get(nameKey(name)) ?? known.get(`${nameKey(name)}/`);
    if (other !== undefined)
      faults.push(`'${other}' and '${name}' are one name on a disk that ignores case or accents`);
    known.set(nameKey(name), name);
  }
  return faults;
}
