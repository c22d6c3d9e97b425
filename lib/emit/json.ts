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
  const work: Work = { whole: value, first, ...seenWith(first), hasMarks: false };
  const text = JSON.stringify(arranged(value, 0, work), null, 2);
  return `${work.hasMarks ? text.replace(MARKED, '$1"$2": ') : text}\n`;
}

const NONE: readonly string[] = [];

/**
 * Says of an object that it stands in many places, and that nothing in it will ever change: its keys are put in order
 * once. Returns it.
 */
export function lasting<T extends object>(value: T): T {
  everlasting.add(value);
  return value;
}

const everlasting = new WeakSet<object>();

interface Work extends Seen {
  readonly whole: unknown;
  readonly first: readonly string[];
  /** True once a key was marked. */
  hasMarks: boolean;
}

/** Files repeat the same few shapes of object again and again: by the first key that comes. */
type Shapes = Map<string, readonly Shape[]>;

interface Shape {
  /** As they come. */
  readonly keys: readonly string[];
  readonly inOrder: readonly Key[];
  readonly hasMarks: boolean;
}

interface Key {
  readonly key: string;
  /** What it is called in the copy. */
  readonly copied: string;
}

/** What is kept from file to file. */
interface Seen {
  readonly shapes: Shapes;
  /** Of objects that last. */
  readonly copies: WeakMap<object, Copy>;
}

interface Copy {
  readonly copy: unknown;
  readonly hasMarks: boolean;
}

const seen = new WeakMap<readonly string[], Seen>();

/** Far more than files have in common: what is met once need not be kept for ever. */
const MOST_SEEN = 10_000;

function seenWith(first: readonly string[]): Seen {
  const known = seen.get(first);
  if (known !== undefined && known.shapes.size < MOST_SEEN) return known;
  const none: Seen = { shapes: new Map(), copies: new WeakMap() };
  seen.set(first, none);
  return none;
}

/** Objects with more shapes than that have their own keys each: names, and not settings. */
const MOST_ALIKE = 30;

/** No file is as deep: what holds itself gets there, and would never end. */
const DEEP = 200;

/** A copy whose keys stand in order, for JSON.stringify, which prints them as they were added. */
function arranged(value: unknown, depth: number, work: Work): unknown {
  const lasts = typeof value === 'object' && value !== null && everlasting.has(value);
  return lasts ? arrangedOnce(value, depth, work) : arrangedAnew(value, depth, work);
}

function arrangedOnce(value: object, depth: number, work: Work): unknown {
  const known = work.copies.get(value) ?? copyOf(value, depth, work);
  work.copies.set(value, known);
  if (known.hasMarks) work.hasMarks = true;
  return known.copy;
}

function copyOf(value: object, depth: number, work: Work): Copy {
  const own: Work = { ...work, hasMarks: false };
  const copy = arrangedAnew(value, depth, own);
  return { copy, hasMarks: own.hasMarks };
}

function arrangedAnew(value: unknown, depth: number, work: Work): unknown {
  if (typeof value === 'string' ? !value.isWellFormed() : whyNotPlain(value) !== undefined) plainData(work.whole);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEP) plainData(work.whole);
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) items.push(arranged(item, depth + 1, work));
    return items;
  }
  const copy: Record<string, unknown> = {};
  for (const { key, copied } of keysOf(value, work)) {
    copy[copied] = arranged(value[key as keyof typeof value], depth + 1, work);
  }
  return copy;
}

function keysOf(object: object, work: Work): readonly Key[] {
  const keys = Object.keys(object);
  const [name = ''] = keys;
  const alike = work.shapes.get(name) ?? [];
  const shape = alike.find((each) => isSame(each.keys, keys)) ?? shapeOf(keys, work);
  if (shape.hasMarks) work.hasMarks = true;
  if (alike.length < MOST_ALIKE && !alike.includes(shape)) work.shapes.set(name, [...alike, shape]);
  return shape.inOrder;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

function shapeOf(keys: readonly string[], { whole, first }: Work): Shape {
  if (!keys.every((key) => key.isWellFormed())) plainData(whole);
  const inOrder = sorted(keys, first).map((key) => ({ key, copied: SPECIAL.test(key) ? MARK + key : key }));
  return { keys, inOrder, hasMarks: inOrder.some(({ key, copied }) => key !== copied) };
}

/** Some keys first, the rest by code unit, so that no locale has a say. */
function sorted(keys: readonly string[], first: readonly string[]): readonly string[] {
  const leading = first.filter((key) => keys.includes(key));
  return [...leading, ...keys.filter((key) => !leading.includes(key)).sort()];
}

/** Objects put whole numbers before all other keys and take `__proto__` for something else: such keys get a mark. */
const SPECIAL = /^(?:\d+$|__proto__$|\0)/;
const MARK = '\0';
/** A mark in the text: at the beginning of a key, which is the first of its line. */
const MARKED = /^( *)"\\u0000((?:[^"\\]|\\.)*)": /gm;
