/** What a parsed file holds is unknown until it is looked at: these narrow it, and never throw. */

import { type Fields, isFields } from '../catalogue/reading/shape.ts';

export { type Fields, isFields };

const NO_FIELDS: Fields = Object.freeze(Object.create(null));
const NO_ITEMS: readonly unknown[] = Object.freeze([]);

/** The object that a value is; an empty one for anything else. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : NO_FIELDS;
}

/** The list that a value is; an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NO_ITEMS;
}

/** The objects of a list; what else stands in it is left out. */
export function objectsOf(value: unknown): readonly Fields[] {
  return listOf(value).filter(isFields);
}

/** A text, or a number, or true and false as text; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The number that a value is. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The entries of an object whose values are texts, sorted by name. */
export function textsOf(value: unknown): ReadonlyMap<string, string> {
  const entries = Object.entries(fieldsOf(value)).flatMap(([name, each]): [string, string][] => {
    const text = textOf(each) ?? (each === null || each === undefined ? undefined : stableText(each));
    return text === undefined ? [] : [[name, text]];
  });
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The value as JSON with sorted keys: equal texts are equal values. */
export function stableText(value: unknown): string {
  return JSON.stringify(value, (_, each) => (isFields(each) ? sorted(each) : each)) ?? '';
}

function sorted(fields: Fields): Fields {
  const keys = Object.keys(fields).sort();
  return Object.fromEntries(keys.map((key) => [key, fields[key]]));
}

/** Deeper than this, a value is one text. */
const DEEPEST = 12;

/**
 * Every value of an object by its path; a list of texts or numbers is one value: `options.legend.calcs`. Empty objects
 * and lists are left out, and so is what `null` says.
 *
 * @example flattened({ legend: { calcs: ['max'], show: true } }) // Map(2) { 'legend.calcs' => '["max"]', 'legend.show' => 'true' }
 */
export function flattened(value: unknown, path = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  flatten(value, path, (at, text) => found.set(at, text));
  return found;
}

function flatten(value: unknown, path: string, put: (path: string, text: string) => void, depth = 0): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object' || depth > DEEPEST) {
    put(path, stableText(value));
    return;
  }
  const isList = Array.isArray(value);
  if (isList && value.length > 0 && value.every((each) => typeof each !== 'object')) {
    put(path, stableText(value));
    return;
  }
  for (const [key, each] of Object.entries(value)) {
    const name = isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    flatten(each, name, put, depth + 1);
  }
}
