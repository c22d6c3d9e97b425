/** How numbers are shown: unit, decimals, the texts and colours of values, and what stands where there is none. */
import type { Unit } from '../../units/unit.ts';
import type { Thresholds } from '../field.ts';
import type { ResolvedPanel, ResolvedQuery } from '../resolved.ts';
import { lineDisplay, panelDisplay, shownFactor } from './display.ts';
import { type ColourName, regions, type Step } from './levels.ts';
import { type NamedValue, namedValues } from './states.ts';

export interface FieldLook {
  /** One of Grafana's display units; nothing where the panel has no unit of its own. */
  readonly display: string | undefined;
  readonly names: readonly NamedValue[];
  /** Multiplied by the factor already. */
  readonly steps: readonly Step[];
  /** What a value of the query is multiplied by where it is shown. */
  readonly factor: number;
}

/** The field of a line, whose unit is always known. */
export interface LineLook extends FieldLook {
  readonly display: string;
}

/** The field of the panel's own unit and thresholds. */
export function panelField(panel: ResolvedPanel): FieldLook {
  const display = panelDisplay(panel);
  return { display, ...coloured(panel, panel, display) };
}

/**
 * The field of a line: its own unit, states and thresholds.
 *
 * @example lineField(panel, query) // { display: 'percentunit', names: [], steps: [green, orange from 0.8], factor: 1 }
 */
export function lineField(panel: ResolvedPanel, query: ResolvedQuery): LineLook {
  const display = lineDisplay(panel, query);
  return { display, ...coloured(panel, { ...query.signal, unit: query.unit }, display) };
}

interface Measured {
  readonly unit?: Unit;
  readonly thresholds?: Thresholds;
}

function coloured(
  panel: ResolvedPanel,
  { unit, thresholds }: Measured,
  display: string | undefined,
): Omit<FieldLook, 'display'> {
  const factor = shownFactor(unit, display);
  return {
    names: namedValues(panel.mappings, unit, thresholds),
    steps: regions(thresholds, { neutral: neutralColour(panel), factor }),
    factor,
  };
}

const AS_TEXT: ColourName = 'text';
const AS_AREA: ColourName = 'semi-dark-blue';

/** A number that is neither good nor bad: as text where it is coloured itself, a calm blue where an area or a bar is. */
function neutralColour(panel: ResolvedPanel): ColourName {
  return panel.kind === 'stat' && !isOnField(panel) ? AS_TEXT : AS_AREA;
}

/** What stands where there is no value, and its colour: what is not there is neither good nor bad. */
export function noValue(panel: ResolvedPanel): { readonly text: string; readonly colour: ColourName } {
  return { text: emptyText(panel), colour: isOnField(panel) ? AS_AREA : AS_TEXT };
}

function isOnField({ kind, options }: ResolvedPanel): boolean {
  return kind === 'stat' && 'colour' in options && options.colour === 'background';
}

/** The lines' own where they agree, and never a zero where one of them does not know. */
function emptyText({ queries }: ResolvedPanel): string {
  const texts = new Set(queries.map(({ signal }) => signal.emptyText));
  const [only] = texts;
  return texts.size === 1 && only !== undefined ? only : 'No data';
}
