/** A new value with the parts of the old one that are the same: what did not change keeps its identity. */

/** `next`, made of `before` wherever the two are equal. */
export function reused<T>(before: T | undefined, next: T): T {
  // Every part is taken from a value of the same type at the same place.
  return merged(before, next) as T;
}

function merged(before: unknown, next: unknown): unknown {
  if (Object.is(before, next)) return before;
  if (Array.isArray(before) && Array.isArray(next)) return mergedLists(before, next);
  if (isRecord(before) && isRecord(next)) return mergedRecords(before, next);
  return next;
}

function mergedLists(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const known = new Map(before.flatMap((each) => (keyOf(each) === undefined ? [] : [[keyOf(each), each]])));
  const list = next.map((each, index) => merged(known.get(keyOf(each)) ?? before[index], each));
  return list.length === before.length && list.every((each, index) => each === before[index]) ? before : list;
}

/** Panels and dashboards are found again where others were put before them. */
function keyOf(value: unknown): unknown {
  if (!isRecord(value)) return undefined;
  return value.uid ?? value.id;
}

function mergedRecords(before: Readonly<Record<string, unknown>>, next: Readonly<Record<string, unknown>>): unknown {
  const keys = Object.keys(next);
  const record = Object.fromEntries(keys.map((key) => [key, merged(before[key], next[key])]));
  const isSame = keys.length === Object.keys(before).length && keys.every((key) => record[key] === before[key]);
  return isSame ? before : record;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
