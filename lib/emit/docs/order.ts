/** The order of names in everything that is written: by code unit, the same on every machine. */

/** Compares two names, for `sort()`. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
