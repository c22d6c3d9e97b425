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
  const parts: string[] = [];
  write(plainData(value), '\n', { first, parts, quoted: new Map() });
  parts.push('\n');
  // Joined at the end: text that is added to bit by bit keeps all its bits in memory.
  return parts.join('');
}

interface Sheet {
  readonly first: readonly string[];
  readonly parts: string[];
  /** Keys as they are written: most occur again and again. */
  readonly quoted: Map<string, string>;
}

/**
 * Written out rather than left to JSON.stringify, which puts keys such as "10" before all others. `indent` is a line
 * break and the spaces of the line that the value starts in.
 */
function write(value: PlainData, indent: string, sheet: Sheet): void {
  if (typeof value !== 'object' || value === null) {
    sheet.parts.push(JSON.stringify(value));
    return;
  }
  if (isList(value)) writeList(value, indent, sheet);
  else writeObject(value, indent, sheet);
}

function writeList(list: readonly PlainData[], indent: string, sheet: Sheet): void {
  const inner = `${indent}  `;
  let before = `[${inner}`;
  for (const item of list) {
    sheet.parts.push(before);
    write(item, inner, sheet);
    before = `,${inner}`;
  }
  sheet.parts.push(list.length === 0 ? '[]' : `${indent}]`);
}

function writeObject(object: Readonly<Record<string, PlainData>>, indent: string, sheet: Sheet): void {
  const inner = `${indent}  `;
  const keys = inOrder(Object.keys(object), sheet.first);
  let before = `{${inner}`;
  for (const key of keys) {
    const value = object[key];
    if (value === undefined) continue;
    sheet.parts.push(before, quoted(key, sheet.quoted), ': ');
    write(value, inner, sheet);
    before = `,${inner}`;
  }
  sheet.parts.push(keys.length === 0 ? '{}' : `${indent}}`);
}

function quoted(text: string, known: Map<string, string>): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const quotedText = JSON.stringify(text);
  known.set(text, quotedText);
  return quotedText;
}

/** Some keys first, the rest by code unit, so that no locale has a say. */
function inOrder(keys: readonly string[], first: readonly string[]): readonly string[] {
  const sorted = [...keys].sort();
  const leading = first.filter((key) => keys.includes(key));
  return leading.length === 0 ? sorted : [...leading, ...sorted.filter((key) => !leading.includes(key))];
}

/** Array.isArray does not narrow readonly lists. */
const isList = (value: PlainData): value is readonly PlainData[] => Array.isArray(value);
