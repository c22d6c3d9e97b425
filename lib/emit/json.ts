/** JSON as it is reviewed and committed: one order of keys, two spaces, a newline at the end. */
import { plainData, whyNotPlain } from './plain-data.ts';

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
export function toJson(value: unknown, { first = NONE }: { readonly first?: readonly string[] } = {}): string {
  const output: Output = { whole: value, first, parts: [], ...seenWith(first) };
  write(value, '', '\n', output);
  output.parts.push('\n');
  // Joined at the end: text that is added to bit by bit keeps all its bits in memory.
  return output.parts.join('');
}

const NONE: readonly string[] = [];

/** What is written so far. */
interface Output extends Seen {
  readonly whole: unknown;
  readonly first: readonly string[];
  readonly parts: string[];
}

/** Files repeat the same few shapes of object and the same short texts again and again. */
interface Seen {
  /** The keys of objects, as they come and in order, by the first that comes. */
  readonly shapes: Map<string, readonly Shape[]>;
  /** Short texts in quotes. */
  readonly quoted: Map<string, string>;
}

const seen = new WeakMap<readonly string[], Seen>();

/** Far more than files have in common: what is met once need not be kept for ever. */
const MOST_SEEN = 10_000;

function seenWith(first: readonly string[]): Seen {
  const known = seen.get(first);
  if (known !== undefined && known.shapes.size + known.quoted.size < MOST_SEEN) return known;
  const none: Seen = { shapes: new Map(), quoted: new Map() };
  seen.set(first, none);
  return none;
}

interface Shape {
  readonly keys: readonly string[];
  readonly inOrder: readonly Key[];
}

/** Objects with more shapes than that have their own keys each: names, and not settings. */
const MOST_ALIKE = 30;

interface Key {
  readonly key: string;
  /** As it stands before its value. */
  readonly text: string;
}

/** Longer texts seldom occur twice. */
const SHORT = 24;

/** A line break and the spaces of 200 levels. No file is as deep: what holds itself gets there, and would never end. */
const DEEP = 401;

/**
 * Written out rather than left to JSON.stringify, which puts keys such as "10" before all others. `before` is what
 * stands before the value on its line, `indent` a line break and the spaces of that line.
 */
function write(value: unknown, before: string, indent: string, output: Output): void {
  if (typeof value === 'string') {
    output.parts.push(before + quoted(value, output));
    return;
  }
  if (indent.length === DEEP || whyNotPlain(value) !== undefined) plainData(output.whole);
  if (typeof value !== 'object' || value === null) output.parts.push(before + JSON.stringify(value));
  else if (Array.isArray(value)) writeList(value, before, indent, output);
  else writeObject(value, before, indent, output);
}

function writeList(list: readonly unknown[], before: string, indent: string, output: Output): void {
  if (list.length === 0) {
    output.parts.push(`${before}[]`);
    return;
  }
  const inner = `${indent}  `;
  let start = `${before}[${inner}`;
  for (const item of list) {
    write(item, start, inner, output);
    start = `,${inner}`;
  }
  output.parts.push(`${indent}]`);
}

function writeObject(object: object, before: string, indent: string, output: Output): void {
  const keys = keysOf(object, output);
  if (keys.length === 0) {
    output.parts.push(`${before}{}`);
    return;
  }
  const inner = `${indent}  `;
  let start = `${before}{${inner}`;
  for (const { key, text } of keys) {
    write(object[key as keyof typeof object], start + text, inner, output);
    start = `,${inner}`;
  }
  output.parts.push(`${indent}}`);
}

function keysOf(object: object, output: Output): readonly Key[] {
  const { first, shapes } = output;
  const keys = Object.keys(object);
  const [name = ''] = keys;
  const alike = shapes.get(name) ?? [];
  for (const shape of alike) if (isSame(shape.keys, keys)) return shape.inOrder;
  const inOrder = sorted(keys, first).map((key) => ({ key, text: `${quoted(key, output)}: ` }));
  if (alike.length < MOST_ALIKE) shapes.set(name, [...alike, { keys, inOrder }]);
  return inOrder;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

/** Some keys first, the rest by code unit, so that no locale has a say. */
function sorted(keys: readonly string[], first: readonly string[]): readonly string[] {
  const leading = first.filter((key) => keys.includes(key));
  return [...leading, ...keys.filter((key) => !leading.includes(key)).sort()];
}

function quoted(text: string, output: Output): string {
  const known = text.length > SHORT ? undefined : output.quoted.get(text);
  if (known !== undefined) return known;
  if (!text.isWellFormed()) plainData(output.whole);
  const inQuotes = JSON.stringify(text);
  if (text.length <= SHORT) output.quoted.set(text, inQuotes);
  return inQuotes;
}
