/** Neighbours that are alike, drawn as one. */

export interface Run {
  /** The first place, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/**
 * Stretches of the same value.
 *
 * @example runs([1, 1, 0]) // [{ from: 0, to: 2, value: 1 }, { from: 2, to: 3, value: 0 }]
 */
export function runs(values: readonly number[]): readonly Run[] {
  const found: Run[] = [];
  for (const [index, value] of values.entries()) {
    const last = found.at(-1);
    if (last !== undefined && last.value === value) found[found.length - 1] = { ...last, to: index + 1 };
    else found.push({ from: index, to: index + 1, value });
  }
  return found;
}
