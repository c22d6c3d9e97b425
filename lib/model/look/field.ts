/** How numbers are shown: unit, decimals, the texts and colours of values, and what stands where there is none. */
import type { Unit } from '../../units/unit.ts';
import type { Thresholds } from '../field.ts';
import type { ResolvedPanel, ResolvedQuery } from '../resolved.ts';
import { lineDisplay, panelDisplay, shownFactor } from './display.ts';
import { type ColourName, regions, type Step } from './levels.ts';
import { type NamedValue, namedValues } from './states.ts';

/** How the numbers of a line are shown. */
export interface Field {
  /** One of Grafana's display units. */
  readonly display: string;
  readonly decimals?: number;
  readonly names: readonly NamedValue[];
  /** Multiplied by the factor already. */
  readonly steps: readonly Step[];
  /** What a value of the query is multiplied by where it is shown. */
  readonly factor: number;
  /** What stands where there is no value, in a colour that is neither good nor bad. */
  readonly empty: { readonly text: string; readonly colour: ColourName };
}

/** How numbers of the panel's own unit are shown, where it has one. */
export type PanelField = Omit<Field, 'display'> & { readonly display: string | undefined };

/** The field of the panel's own unit and thresholds. */
export function panelField(panel: ResolvedPanel): PanelField {
  return fieldOf(panel, panel.unit, panel.thresholds, panelDisplay(panel));
}

/**
 * The field of a line: its own unit, states and thresholds, the panel's decimals.
 *
 * @example lineField(panel, query) // { display: 'percentunit', steps: [green, orange from 0.8], factor: 1, … }
 */
export function lineField(panel: ResolvedPanel, query: ResolvedQuery): Field {
  return fieldOf(panel, query.unit, query.signal.thresholds, lineDisplay(panel, query));
}

function fieldOf<D extends string | undefined>(
  panel: ResolvedPanel,
  unit: Unit | undefined,
  thresholds: Thresholds | undefined,
  display: D,
) {
  const factor = shownFactor(unit, display);
  return {
    display,
    ...(panel.decimals === undefined ? {} : { decimals: panel.decimals }),
    names: namedValues(panel.mappings, unit, thresholds),
    steps: regions(thresholds, { neutral: neutralColour(panel), factor }),
    factor,
    empty: noValue(panel),
  };
}

const AS_TEXT: ColourName = 'text';
const AS_AREA: ColourName = 'semi-dark-blue';

/** A number that is neither good nor bad: as text where it is coloured itself, a calm blue where an area or a bar is. */
function neutralColour(panel: ResolvedPanel): ColourName {
  return panel.kind === 'stat' && !isOnField(panel) ? AS_TEXT : AS_AREA;
}

/** What is not there is neither good nor bad. */
function noValue(panel: ResolvedPanel): Field['empty'] {
  return { text: emptyText(panel), colour: isOnField(panel) ? AS_AREA : AS_TEXT };
}

function isOnField({ kind, options }: ResolvedPanel): boolean {
  return kind === 'stat' && 'colour' in options && options.colour === 'background';
}

/** The lines' own where they agree, and never a zero where one of them does not know. */
function emptyText({ queries: [first, ...others] }: ResolvedPanel): string {
  const text = first?.signal.emptyText ?? 'No data';
  return others.every(({ signal }) => signal.emptyText === text) ? text : 'No data';
}
