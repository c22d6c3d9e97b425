/** Options that several kinds of panel share, and what they are where a definition leaves them open. */
import type { Unit } from '../units/unit.ts';

/** How many values of a series become one. */
export type Calculation = 'last' | 'lastNotNull' | 'first' | 'min' | 'max' | 'mean' | 'sum' | 'range' | 'delta';

/** Calculations that a transformation can make of a series; `p95` and its like are percentiles. */
export const REDUCERS = [
  'sum',
  'max',
  'min',
  'logmin',
  'mean',
  'variance',
  'stdDev',
  'last',
  'median',
  'first',
  'count',
  'countAll',
  'range',
  'diff',
  'diffperc',
  'delta',
  'step',
  'firstNotNull',
  'lastNotNull',
  'changeCount',
  'distinctCount',
  'allIsZero',
  'allIsNull',
  'allValues',
  'uniqueValues',
] as const;

/** The id of a calculation in Grafana. */
export type Reducer = (typeof REDUCERS)[number] | `p${number}`;

/**
 * Whether Grafana has a calculation of this name.
 *
 * @example ['lastNotNull', 'p95', 'average'].map(isReducer) // [true, true, false]
 */
export function isReducer(name: string): name is Reducer {
  return REDUCERS.some((each) => each === name) || /^p[1-9]\d?$/.test(name);
}

/**
 * Grafana's named colours that tell a state, and those that only tell series apart; or a colour of its own, as
 * `#16b0b8`, which has to stand apart on dark and on light.
 */
export type Colour =
  | `#${string}`
  | 'green'
  | 'yellow'
  | 'orange'
  | 'red'
  | 'blue'
  | 'purple'
  | 'text'
  | 'semi-dark-blue'
  | 'super-light-blue'
  | 'super-light-purple';

/** The list of what a panel's series are called. */
export interface LegendOptions {
  readonly show?: 'list' | 'table' | 'none';
  readonly place?: 'bottom' | 'right';
  /** Columns of a legend that is a table. */
  readonly calculations?: readonly Calculation[];
}

/** An axis of values. */
export interface AxisOptions {
  readonly min?: number;
  readonly max?: number;
  /** Where the axis begins and ends while the values stay within: idle lines do not fill the panel. */
  readonly softMin?: number;
  readonly softMax?: number;
  readonly label?: string;
  readonly scale?: 'linear' | 'log2' | 'log10';
}

/** Where the scale of a gauge or bar begins and ends; what is left open is the largest value there is. */
export interface Scale {
  readonly min?: number;
  readonly max?: number;
}

/**
 * The scale of a unit: a share of a whole ends at the whole.
 *
 * @example scaleOfUnit(unit.ratio) // { min: 0, max: 1 }
 */
export function scaleOfUnit(unit: Unit | undefined): Scale {
  return unit?.of === 'ratio' ? { min: 0, max: 1 } : {};
}

/** The scale of a bar, which stands on zero. */
export function scaleOfBar(unit: Unit | undefined): Scale & { readonly min: number } {
  return { min: 0, ...scaleOfUnit(unit) };
}

/** A legend of which nothing is left open. */
export type CompleteLegend = Required<LegendOptions>;

/** The drawing itself says what is what. */
export const NO_LEGEND: CompleteLegend = { show: 'none', place: 'bottom', calculations: [] };

/** The queries of a panel, as far as its legend needs to know them. */
interface Labelled {
  readonly queries: readonly { readonly labels: readonly string[] }[];
}

/**
 * A legend. Calculations make it a table; a panel with one series in all has none, since its title says what the
 * series is.
 */
export function completeLegend(panel: Labelled, options: LegendOptions = {}): CompleteLegend {
  const { show, place = 'bottom', calculations = [] } = options;
  const usual = hasOneSeries(panel) ? 'none' : 'list';
  return { show: show ?? (calculations.length > 0 ? 'table' : usual), place, calculations };
}

/** True for a panel with one series in all. */
export function hasOneSeries({ queries }: Labelled): boolean {
  return queries.length === 1 && queries[0]?.labels.length === 0;
}
