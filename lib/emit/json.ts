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
export function toJson(value: unknown, { first = [] }: { readonly first?: readonly string[] } = {}): string {
  const output: Output = { whole: value, first, parts: [], orders: new Map(), quoted: new Map() };
  write(value, '', '\n', output);
  output.parts.push('\n');
  // Joined at the end: text that is added to bit by bit keeps all its bits in memory.
  return output.parts.join('');
}

/** What is written so far. A file repeats the same few shapes of object and the same short texts again and again. */
interface Output {
  readonly whole: unknown;
  readonly first: readonly string[];
  readonly parts: string[];
  /** The keys of an object in their order, by its keys as they come. */
  readonly orders: Map<string, readonly Key[]>;
  /** Short texts in quotes. */
  readonly quoted: Map<string, string>;
}

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
  const keys = Object.keys(object);
  const shape = keys.join('\n');
  const known = output.orders.get(shape);
  // A key that holds a line break would pass for two: none is kept, and none is found with its count of keys.
  if (known?.length === keys.length) return known;
  const inOrder = sorted(keys, output.first).map((key) => ({ key, text: `${quoted(key, output)}: ` }));
  if (!keys.some((key) => key.includes('\n'))) output.orders.set(shape, inOrder);
  return inOrder;
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
