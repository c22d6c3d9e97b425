/** Keys for what React keeps apart. Two of one key, and it leaves one of them on the page when both are gone. */

/**
 * Each value with a key of its own: its text, and how many like it stood before.
 *
 * @example unlike(['a', 'b', 'a']).map(([key]) => key) // ['"a"', '"b"', '"a" 1']
 */
export function unlike<T>(
  values: readonly T[],
  textOf: (value: T) => string = textOfAny,
): readonly (readonly [string, T])[] {
  const seen = new Map<string, number>();
  return values.map((value) => {
    const text = textOf(value);
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return [before === 0 ? text : `${text} ${before}`, value];
  });
}

function textOfAny(value: unknown): string {
  return JSON.stringify(value);
}
