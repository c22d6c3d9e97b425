/**
 * What a file can hold: null, booleans, finite numbers, text, and lists and objects of these. Everything else would
 * vanish or change silently on its way into JSON or YAML, so it is refused, with the path to it.
 */

export type PlainData = null | boolean | number | string | readonly PlainData[] | { readonly [key: string]: PlainData };

/**
 * Returns the value, known to be plain data.
 *
 * @throws TypeError that names the path of the first value that is not, and what to do.
 * @example plainData({ rules: [{ for: undefined }] }) // throws: rules[0].for is undefined: leave the key out.
 */
export function plainData(value: unknown): PlainData {
  if (isPlain(value, 0)) return value;
  check(value, undefined);
  return value;
}

/** Deeper than any file is: what holds itself is looked at closely. */
const DEEP = 200;

/** Whether nothing is wrong. Files are large and seldom wrong: only one that is gets the search for the place. */
function isPlain(value: unknown, depth: number): value is PlainData {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed();
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object':
      return value === null || (depth < DEEP && (Array.isArray(value) ? isPlainList : isPlainObject)(value, depth));
    default:
      return false;
  }
}

function isPlainList(list: object, depth: number): boolean {
  if (!Array.isArray(list)) return false;
  for (const item of list) if (!isPlain(item, depth + 1)) return false;
  return true;
}

function isPlainObject(object: object, depth: number): boolean {
  if (faultOfShape(object) !== undefined) return false;
  for (const item of Object.values(object)) if (!isPlain(item, depth + 1)) return false;
  return true;
}

/** Where a value stands, from the inside out; written as a path only when there is something to say. */
interface Position {
  readonly holder: object;
  readonly key: string | number;
  readonly outer: Position | undefined;
}

function check(value: unknown, at: Position | undefined): asserts value is PlainData {
  const fault = FAULTS[typeof value]?.(value, at);
  if (fault !== undefined) throw new TypeError(`${pathOf(at) || 'The value'} ${fault}`);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [key, item] of value.entries()) check(item, { holder: value, key, outer: at });
    return;
  }
  for (const [key, item] of Object.entries(value)) check(item, { holder: value, key, outer: at });
}

/** By `typeof`; what is not listed is fine. */
const FAULTS: Readonly<Record<string, (value: unknown, at: Position | undefined) => string | undefined>> = {
  undefined: () => 'is undefined: leave the key out.',
  function: () => 'is a function: call it, or leave the key out.',
  symbol: () => 'is a symbol: use a text.',
  bigint: () => 'is a bigint: use a number or a text.',
  number: (value) => (Number.isFinite(value) ? undefined : `is ${value}: only finite numbers can be written.`),
  string: (value) =>
    !String(value).isWellFormed()
      ? 'has half a character in it (a lone surrogate): cut text between characters.'
      : undefined,
  object: (value, at) => (typeof value === 'object' && value !== null ? faultOfObject(value, at) : undefined),
};

function faultOfObject(value: object, at: Position | undefined): string | undefined {
  if (isInside(value, at)) return 'holds itself: a file ends somewhere.';
  return Array.isArray(value) ? undefined : faultOfShape(value);
}

function faultOfShape(value: object): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return `is a ${value.constructor?.name ?? 'class instance'}: turn it into a plain object, list or text.`;
  }
  if (Object.getOwnPropertySymbols(value).length > 0) return 'has a symbol as a key: only texts can be written.';
  return Object.keys(value).some((key) => !key.isWellFormed())
    ? 'has a key with half a character in it (a lone surrogate).'
    : undefined;
}

function isInside(value: object, at: Position | undefined): boolean {
  for (let position = at; position !== undefined; position = position.outer) if (position.holder === value) return true;
  return false;
}

const PLAIN_KEY = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

function pathOf(at: Position | undefined): string {
  if (at === undefined) return '';
  const { key, outer } = at;
  if (typeof key === 'number') return `${pathOf(outer)}[${key}]`;
  if (!PLAIN_KEY.test(key)) return `${pathOf(outer)}[${JSON.stringify(key)}]`;
  return outer === undefined ? key : `${pathOf(outer)}.${key}`;
}
