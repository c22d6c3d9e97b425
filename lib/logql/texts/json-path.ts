/**
 * Paths to fields of JSON: `user.id`, `headers["User-Agent"]`, `items[0].name`.
 * Source: https://grafana.com/docs/loki/latest/query/log_queries/#json
 */

/** The way to a field: names of members, places in lists. */
export type JsonPath = readonly (string | number)[];

const STEP = /\.?([A-Za-z_]\w*)|\["((?:\\.|[^"\\])*)"\]|\[(\d+)\]/y;

/**
 * Reads a path; undefined for any other text.
 *
 * @example readJsonPath('items[0].name') // ['items', 0, 'name']
 */
export function readJsonPath(text: string): JsonPath | undefined {
  const path: (string | number)[] = [];
  for (STEP.lastIndex = 0; STEP.lastIndex < text.length; ) {
    const at = STEP.lastIndex;
    const [step = '', name, quoted, place] = STEP.exec(text) ?? [];
    const misplaced = name !== undefined && step.startsWith('.') === (at === 0);
    if (step === '' || misplaced) return undefined;
    path.push(name ?? (quoted === undefined ? Number(place) : quoted.replace(/\\(.)/g, '$1')));
  }
  return path.length === 0 ? undefined : path;
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    // A member of an object or a list, both asked by name.
    found = (found as Readonly<Record<string | number, unknown>>)[step];
  }
  return found;
}
