/** How a value is written and coloured: by its number and unit, or by the name of its state. */

import { type ColourName, type Step, TRANSPARENT } from '../../model/look/levels.ts';
import type { Field } from '../../model/look/look.ts';
import type { NamedValue } from '../../model/look/states.ts';
import { formatter } from './display.ts';

/** A value as the panel shows it. */
export interface Shown {
  readonly text: string;
  readonly suffix: string;
  readonly colour: ColourName;
}

/**
 * A value as the panel shows it: a state's name, or the number with its unit.
 *
 * Of 0.123, a ratio: the text `12.3` with the suffix `%`.
 */
export function shown(value: number | null, { display, decimals, names, steps, factor, empty }: Field): Shown {
  const named = namedValue(names, value);
  const known = value !== null && !Number.isNaN(value);
  if (named === undefined && !known) return { ...empty, suffix: '' };
  const colour = colourAt(steps, known ? value * factor : -Infinity);
  if (named !== undefined) return { text: named.text, suffix: '', colour: named.colour ?? colour };
  const { text, suffix = '' } = formatter(display)((value ?? 0) * factor, decimals);
  return { text, suffix, colour };
}

/** Number and unit as one text. */
export function shownText(value: number | null, field: Field): string {
  const { text, suffix } = shown(value, field);
  return text + suffix;
}

/** The colour at a value: the last step that is not above it. */
export function colourAt(steps: readonly Step[], value: number): ColourName {
  return steps.findLast(({ from }) => value >= from)?.colour ?? TRANSPARENT;
}

/** The name of a value. Single values come before ranges, the bounds of a range belong to it. */
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
