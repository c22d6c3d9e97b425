/** How a number is written and coloured. */
import type { Field } from '../../model/look/field.ts';
import type { ColourName } from '../../model/look/levels.ts';
import { formatter } from '../format/display.ts';
import { colourAt } from './levels.ts';
import { namedValue } from './states.ts';

/** A value as the panel shows it. */
export interface Shown {
  readonly text: string;
  readonly suffix: string;
  readonly colour: ColourName;
}

/**
 * A value as the panel shows it: a state's name, or the number with its unit.
 *
 * @example shown(0.123, lineField(panel, query)) // { text: '12.3', suffix: '%', colour: 'green' }
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
