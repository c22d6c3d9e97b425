/** JSON as it is reviewed and committed: one order of keys, two spaces, a newline at the end. */
import { type PlainData, plainData } from './plain-data.ts';

/**
 * Prints a value as canonical JSON: equal values print equally, whatever the order of their keys.
 *
 * @param options.first keys that come before all others, in this order, in every object; the rest is sorted.
 * @throws TypeError with the path of a value that JSON cannot hold (undefined, a function, NaN, a class instance).
 * @example toJson({ panels: [], uid: 'a', title: 'A' }, { first: ['uid', 'title'] })
 * // {
 * //   "uid": "a",
 * //   "title": "A",
 * //   "panels": []
 * // }
 */
export function toJson(value: unknown, { first = [] }: { readonly first?: readonly string[] } = {}): string {
  const rank = new Map(first.map((key, index) => [key, index]));
  const order = ([a]: Entry, [b]: Entry) =>
    (rank.get(a) ?? first.length) - (rank.get(b) ?? first.length) || compare(a, b);
  return `${printed(plainData(value), { order, indent: '\n' })}\n`;
}

type Entry = readonly [key: string, value: PlainData];

interface Style {
  readonly order: (a: Entry, b: Entry) => number;
  /** A line break and the spaces of the line that the value starts in. */
  readonly indent: string;
}

/** By code unit, so that no locale has a say. */
const compare = (a: string, b: string): number => (a < b ? -1 : 1);

/** Written out rather than left to JSON.stringify, which puts keys such as "10" before all others. */
function printed(value: PlainData, style: Style): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = { ...style, indent: `${style.indent}  ` };
  const [open, close, parts] = isList(value)
    ? ['[', ']', value.map((item) => printed(item, inner))]
    : [
        '{',
        '}',
        Object.entries(value)
          .sort(style.order)
          .map(([key, item]) => `${JSON.stringify(key)}: ${printed(item, inner)}`),
      ];
  if (parts.length === 0) return `${open}${close}`;
  return `${open}${parts.map((part) => `${inner.indent}${part}`).join(',')}${style.indent}${close}`;
}

/** Array.isArray does not narrow readonly lists. */
const isList = (value: PlainData): value is readonly PlainData[] => Array.isArray(value);
