/** What a parsed answer or file holds is unknown until it is looked at: these tell its shape, and never throw. */

/** An object of parsed JSON or YAML. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * True for an object with fields: neither null nor a list.
 *
 * @example isFields(null) // false
 */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * True for labels: an object of texts.
 *
 * @example isLabels({ job: 'shop' }) // true
 * @example isLabels({ job: null }) // false
 */
export function isLabels(value: unknown): value is Readonly<Record<string, string>> {
  return isFields(value) && Object.values(value).every((text) => typeof text === 'string');
}

/**
 * The elements of a list, if each is what it should be.
 *
 * @example listOf(['a', null], (one): one is string => typeof one === 'string') // undefined
 */
export function listOf<T>(data: unknown, is: (one: unknown) => one is T): readonly T[] | undefined {
  return Array.isArray(data) && data.every(is) ? data : undefined;
}
