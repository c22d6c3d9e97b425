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
  check(value, { holders: [], keys: [] });
  return value;
}

/** The way to a value, from the outside in: one for all values, since files are large and seldom wrong. */
interface Way {
  readonly holders: object[];
  readonly keys: (string | number)[];
}

function check(value: unknown, way: Way): asserts value is PlainData {
  const fault = FAULTS[typeof value]?.(value, way);
  if (fault !== undefined) throw new TypeError(`${pathOf(way.keys) || 'The value'} ${fault}`);
  if (typeof value !== 'object' || value === null) return;
  way.holders.push(value);
  for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    way.keys.push(key);
    check(item, way);
    way.keys.pop();
  }
  way.holders.pop();
}

/** By `typeof`; what is not listed is fine. */
const FAULTS: Readonly<Record<string, (value: unknown, way: Way) => string | undefined>> = {
  undefined: () => 'is undefined: leave the key out.',
  function: () => 'is a function: call it, or leave the key out.',
  symbol: () => 'is a symbol: use a text.',
  bigint: () => 'is a bigint: use a number or a text.',
  number: (value) => (Number.isFinite(value) ? undefined : `is ${value}: only finite numbers can be written.`),
  string: (value) =>
    !String(value).isWellFormed()
      ? 'has half a character in it (a lone surrogate): cut text between characters.'
      : undefined,
  object: (value, way) => (typeof value === 'object' && value !== null ? faultOfObject(value, way) : undefined),
};

function faultOfObject(value: object, { holders }: Way): string | undefined {
  if (holders.includes(value)) return 'holds itself: a file ends somewhere.';
  if (Array.isArray(value)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return `is a ${value.constructor?.name ?? 'class instance'}: turn it into a plain object, list or text.`;
  }
  if (Object.getOwnPropertySymbols(value).length > 0) return 'has a symbol as a key: only texts can be written.';
  return Object.keys(value).some((key) => !key.isWellFormed())
    ? 'has a key with half a character in it (a lone surrogate).'
    : undefined;
}

const PLAIN_KEY = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

function pathOf(keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    if (!PLAIN_KEY.test(key)) return `${path}[${JSON.stringify(key)}]`;
    return path === '' ? key : `${path}.${key}`;
  }, '');
}
