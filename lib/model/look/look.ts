/**
 * A panel with nothing left open: its options, and how its numbers are shown. Decided once, so that dashboards' files,
 * pictures and the preview show the same.
 */
import type { NeutralColour } from '../../panels/kind.ts';
import { type CompleteByKind, completeOptions, kindOf, type PanelKind } from '../../panels/kinds.ts';
import { hasOneSeries } from '../../panels/options.ts';
import { sameUnit, type Unit } from '../../units/unit.ts';
import type { Thresholds } from '../field.ts';
import type { ResolvedPanel, ShownPanel, ShownQuery } from '../resolved.ts';
import { panelDisplay, queryDisplay, shownFactor } from './display.ts';
import { type ColourName, limitLines, regions, type Step, TRANSPARENT } from './levels.ts';
import { type NamedValue, namedValues } from './states.ts';

/** How a panel is shown, with nothing left open. */
export interface ShownLook<K extends PanelKind = PanelKind> extends ShownPanel<K> {
  readonly options: CompleteByKind[K];
  /** How numbers of its own unit are shown. */
  readonly field: PanelField;
}

/** The same of a whole panel, with its name, its words and its place. */
export interface PanelLook<K extends PanelKind = PanelKind> extends ResolvedPanel<K> {
  readonly options: CompleteByKind[K];
  readonly field: PanelField;
}

/** How the numbers of a query are shown. */
export interface Field {
  /** One of Grafana's display units. */
  readonly display: string;
  readonly decimals?: number;
  readonly names: readonly NamedValue[];
  /** Multiplied by the factor already. */
  readonly steps: readonly Step[];
  /** What a value of the query is multiplied by where it is shown. */
  readonly factor: number;
  /** What stands where there is no value. */
  readonly empty: { readonly text: string; readonly colour: ColourName };
}

/** How numbers of the panel's own unit are shown, where it has one. */
export type PanelField = Omit<Field, 'display'> & { readonly display: string | undefined };

/**
 * The panel with nothing left open. Doing it twice changes nothing.
 */
export function lookOf<K extends PanelKind>(panel: ResolvedPanel<K>): PanelLook<K>;
export function lookOf<K extends PanelKind>(panel: ShownPanel<K>): ShownLook<K>;
export function lookOf<K extends PanelKind>(panel: ShownPanel<K>): ShownLook<K> {
  const field = fieldOf(panel, panel.unit, panel.thresholds, panelDisplay(panel));
  return { ...panel, options: completeOptions(panel), field };
}

/**
 * How the numbers of a query are shown: its own unit, states and thresholds, the panel's decimals.
 */
export function queryField(panel: ShownPanel, query: ShownQuery): Field {
  return fieldOf(panel, query.unit, limitsOf(panel, query), queryDisplay(panel, query));
}

/** The thresholds of the signal; where it has none, those that the panel says for its unit. */
function limitsOf({ thresholds, unit }: ShownPanel, query: ShownQuery): Thresholds | undefined {
  const saidByPanel = unit !== undefined && sameUnit(unit, query.unit) ? thresholds : undefined;
  return query.signal.thresholds ?? saidByPanel;
}

function fieldOf<D extends string | undefined>(
  panel: ShownPanel,
  unit: Unit | undefined,
  thresholds: Thresholds | undefined,
  display: D,
) {
  const factor = shownFactor(unit, display);
  const neutral = neutralColours(panel);
  return {
    display,
    ...(panel.decimals === undefined ? {} : { decimals: panel.decimals }),
    names: namedValues(panel.mappings, unit, thresholds),
    steps: regions(thresholds, { neutral: COLOUR[neutral.number], factor }),
    factor,
    empty: { text: emptyText(panel), colour: COLOUR[neutral.noValue] },
  };
}

/**
 * The colour of lines to which nothing gives one. A line that stands alone is blue: the first colour of Grafana's palette
 * is the green of what is fine. Nothing for several lines, which the palette tells apart.
 */
export function plainColour(panel: ShownPanel): ColourName | undefined {
  return hasOneSeries(panel) ? 'blue' : undefined;
}

const COLOUR: Readonly<Record<NeutralColour, ColourName>> = { text: 'text', area: 'semi-dark-blue' };

/** Neither a number without thresholds nor a missing one may have the colour of a level. */
function neutralColours<K extends PanelKind>({ kind, options }: ShownPanel<K>) {
  return kindOf(kind).neutral?.(options) ?? ({ number: 'area', noValue: 'text' } as const);
}

/** The text of the signals where they agree, and never a zero where one of them does not know. */
function emptyText({ queries }: ShownPanel): string {
  const text = queries[0]?.signal.emptyText ?? 'No data';
  return queries.every(({ signal }) => signal.emptyText === text) ? text : 'No data';
}

/** Where a graph's thresholds begin, each in its colour: as lines, or as areas where what is fine has no colour. */
export function limitSteps(panel: ShownLook<'timeseries'>): readonly Step[] {
  const { thresholds, options, field } = panel;
  if (options.limits === 'area') return regions(thresholds, { fine: TRANSPARENT, factor: field.factor });
  return limitLines(thresholds, field.factor);
}
