/**
 * What a file can hold: null, booleans, finite numbers, text, and lists and objects of these. Everything else would
 * vanish or change silently on its way into JSON or YAML, so it is refused, with the path to it.
 */

export type PlainData = null | boolean | number | string | readonly PlainData[] | { readonly [key: string]: PlainData };

/**
 * Returns the value, known to be plain data.
 *
 * @throws TypeError that names the path of the first value that is not, and what to do: `rules[0].for is undefined: leave the key out.`
 */
export function plainData(value: unknown): PlainData {
  check(value, { holders: [], keys: [] });
  return value;
}

/**
 * Why a value cannot be written, whatever it holds; undefined where it can.
 *
 * @example whyNotPlain(new Date()) // 'is a Date: turn it into a plain object, list or text.'
 */
export function whyNotPlain(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed()
        ? undefined
        : 'has half a character in it (a lone surrogate): cut text between characters.';
    case 'number':
      return Number.isFinite(value) ? undefined : `is ${value}: only finite numbers can be written.`;
    case 'object':
      return value === null || Array.isArray(value) ? undefined : whyNotPlainObject(value);
    default:
      return REFUSED[typeof value];
  }
}

const REFUSED: Readonly<Record<string, string>> = {
  undefined: 'is undefined: leave the key out.',
  function: 'is a function: call it, or leave the key out.',
  symbol: 'is a symbol: use a text.',
  bigint: 'is a bigint: use a number or a text.',
};

function whyNotPlainObject(value: object): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return `is a ${value.constructor?.name ?? 'class instance'}: turn it into a plain object, list or text.`;
  }
  return Object.getOwnPropertySymbols(value).length > 0
    ? 'has a symbol as a key: only texts can be written.'
    : undefined;
}

/** Where a value stands, from the outside in: one for all values, since files are large and seldom wrong. */
interface Path {
  readonly holders: object[];
  readonly keys: (string | number)[];
}

function check(value: unknown, path: Path): asserts value is PlainData {
  refuse(whyNotPlain(value), path);
  if (typeof value !== 'object' || value === null) return;
  if (path.holders.includes(value)) refuse('holds itself: a file ends somewhere.', path);
  path.holders.push(value);
  for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (typeof key === 'string' && !key.isWellFormed()) {
      refuse('has a key with half a character in it (a lone surrogate).', path);
    }
    path.keys.push(key);
    check(item, path);
    path.keys.pop();
  }
  path.holders.pop();
}

function refuse(why: string | undefined, { keys }: Path): void {
  if (why !== undefined) throw new TypeError(`${pathText(keys) || 'The value'} ${why}`);
}

const PLAIN_KEY = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

function pathText(keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    if (!PLAIN_KEY.test(key)) return `${path}[${JSON.stringify(key)}]`;
    return path === '' ? key : `${path}.${key}`;
  }, '');
}

/**
 * The record without the keys that have no value. The order stays.
 *
 * @example present({ job_name: 'redis', params: undefined }) // { job_name: 'redis' }
 */
export function present(record: object): Readonly<Record<string, unknown>> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) if (value !== undefined) kept[key] = value;
  return kept;
}

/** The list, or nothing where it is empty: a key with `[]` says no more than no key. */
export function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
