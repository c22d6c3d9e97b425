/** How the numbers of a line are written and coloured. */
import type { ResolvedPanel, ResolvedQuery } from '../../model/resolved.ts';
import { formatter } from '../format/display.ts';
import { type ColourName, colourAt, regions, type Step } from './levels.ts';
import { type NamedValue, namedValue, namedValues } from './states.ts';
import { lineDisplay, shownFactor } from './unit.ts';

export interface Field {
  readonly display: string;
  readonly decimals?: number;
  readonly names: readonly NamedValue[];
  readonly steps: readonly Step[];
  /** What a value of the query is multiplied by where it is shown. */
  readonly factor: number;
  /** What stands where there is no value. */
  readonly empty: Shown;
}

/** A value as the panel shows it. */
export interface Shown {
  readonly text: string;
  readonly suffix: string;
  readonly colour: ColourName;
}

/** The text for no value: the lines' own where they agree. */
export function noValue({ queries }: ResolvedPanel): string {
  const texts = new Set(queries.map(({ signal }) => signal.emptyText));
  const [only] = texts;
  return texts.size === 1 && only !== undefined ? only : 'No data';
}

/** As text where the number itself is coloured, as a calm blue where an area or a bar is. */
function neutralColour(panel: ResolvedPanel): ColourName {
  return isStat(panel) && panel.options.colour !== 'background' ? 'text' : 'semi-dark-blue';
}

function isStat(panel: ResolvedPanel): panel is ResolvedPanel<'stat'> {
  return panel.kind === 'stat';
}

/** The field of a line: its own thresholds and states, the panel's decimals. */
export function fieldOf(panel: ResolvedPanel, query: ResolvedQuery): Field {
  const display = lineDisplay(panel, query);
  const factor = shownFactor(query.unit, display);
  const { thresholds } = query.signal;
  const neutral = neutralColour(panel);
  return {
    display,
    names: namedValues(panel.mappings, query.unit, thresholds),
    steps: regions(thresholds, { neutral, factor }),
    factor,
    empty: { text: noValue(panel), suffix: '', colour: neutral },
    ...(panel.decimals === undefined ? {} : { decimals: panel.decimals }),
  };
}

/**
 * A value as the panel shows it: a state's name, or the number with its unit.
 *
 * @example shown(0.123, fieldOf(panel, query)) // { text: '12.3', suffix: '%', colour: 'green' }
 */
export function shown(value: number | null, { display, decimals, names, steps, factor, empty }: Field): Shown {
  const named = namedValue(names, value);
  const known = value !== null && !Number.isNaN(value);
  if (named === undefined && !known) return empty;
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
