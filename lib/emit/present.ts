/** Records for a file: what a definition does not say is not written, rather than written as null. */

/**
 * The record without the keys that have no value. The order stays.
 *
 * @example present({ job_name: 'redis', params: undefined }) // { job_name: 'redis' }
 */
export function present(record: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** The list, or nothing where it is empty: a key with `[]` says no more than no key. */
export function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
