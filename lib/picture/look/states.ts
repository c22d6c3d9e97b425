/** The name of a value. */
import type { NamedValue } from '../../model/look/states.ts';

/** What is said of a value. Single values come before ranges, the bounds of a range belong to it. */
export function namedValue(names: readonly NamedValue[], value: number | null): NamedValue | undefined {
  const exact = names.find(({ of }) => of === value);
  return exact ?? names.find(({ of }) => isOther(of, value));
}

function isOther(of: NamedValue['of'], value: number | null): boolean {
  if (of === 'null') return value === null;
  if (of === 'NaN') return Number.isNaN(value);
  if (typeof of === 'number' || value === null || Number.isNaN(value)) return false;
  return value >= (of.from ?? -Infinity) && value <= (of.to ?? Infinity);
}
