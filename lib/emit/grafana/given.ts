/** Records whose optional keys may be left out: JSON has no `undefined`, and neither have Grafana's types. */

import { present } from '../plain-data.ts';

type Open<T> = { readonly [K in keyof T]: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K] };

/**
 * The record without the keys that have no value. Only a key that `T` calls optional may lack one.
 *
 * @example given<{ min?: number; max?: number }>({ min: 0, max: undefined }) // { min: 0 }
 */
export function given<T extends object>(record: Open<T>): T {
  // present() forgets the keys it was given; the ones that are gone are optional in T.
  return present(record) as T;
}
