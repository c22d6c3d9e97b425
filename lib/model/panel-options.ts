/**
 * What can be said of each kind of panel, in the field's words and no more than is needed. `lib/emit/grafana` maps these
 * to Grafana's own options, one table per kind.
 */

import type { Colour } from './field.ts';

/** How many values of a series become one. */
export type Calculation = 'last' | 'lastNotNull' | 'first' | 'min' | 'max' | 'mean' | 'sum' | 'range' | 'delta';

export interface LegendOptions {
  readonly show?: 'list' | 'table' | 'none';
  readonly place?: 'bottom' | 'right';
  readonly calculations?: readonly Calculation[];
}

export interface AxisOptions {
  readonly min?: number;
  readonly max?: number;
  /** Where the axis begins and ends while the values stay within: idle lines do not fill the panel. */
  readonly softMin?: number;
  readonly softMax?: number;
  readonly label?: string;
  readonly scale?: 'linear' | 'log2' | 'log10';
}

export interface TimeseriesOptions extends AxisOptions {
  readonly draw?: 'lines' | 'bars' | 'points';
  readonly curve?: 'linear' | 'smooth' | 'step';
  readonly stack?: 'normal' | 'percent';
  /** Opacity of the area below a line, 0 to 100. */
  readonly fill?: number;
  readonly lineWidth?: number;
  readonly legendStyle?: LegendOptions;
  /** How the thresholds are drawn. */
  readonly limits?: 'line' | 'dashed' | 'area' | 'none';
  /** Whether a gap is bridged. */
  readonly gaps?: 'show' | 'connect';
}

export interface StatOptions {
  readonly calculation?: Calculation;
  readonly sparkline?: 'area' | 'none';
  readonly colour?: 'value' | 'background' | 'none';
  readonly show?: 'auto' | 'value' | 'value and name' | 'name';
  readonly direction?: 'auto' | 'horizontal' | 'vertical';
}

export interface GaugeOptions {
  readonly calculation?: Calculation;
  readonly min?: number;
  readonly max?: number;
}

export interface BarGaugeOptions extends GaugeOptions {
  readonly direction?: 'horizontal' | 'vertical';
  readonly mode?: 'basic' | 'gradient' | 'lcd';
}

export interface BarChartOptions {
  readonly direction?: 'horizontal' | 'vertical';
  readonly stack?: 'normal' | 'percent';
  readonly legendStyle?: LegendOptions;
}

/** A column; `F` are the names that it may have. */
export interface TableColumn<F extends string = string> {
  /** A label or the name of a line. */
  readonly field: F;
  readonly title?: string;
  readonly width?: number;
  /** Where a cell leads. */
  readonly link?: CellLink;
  /** Colours of what a label may say: `{ critical: 'red' }`. */
  readonly colours?: Readonly<Record<string, Colour>>;
}

/** The address that a cell leads to: its own text between `before` and `after`. It opens beside the dashboard. */
export interface CellLink {
  readonly title: string;
  readonly before: string;
  readonly after?: string;
}

export interface TableOptions<F extends string = string> {
  /** Columns in order, by label or line name; others are hidden. */
  readonly columns?: readonly TableColumn<F>[];
  readonly sortBy?: { readonly field: F; readonly order: 'ascending' | 'descending' };
  readonly cells?: 'plain' | 'coloured text' | 'coloured background' | 'gauge';
}

export interface HeatmapOptions {
  readonly colours?: 'Oranges' | 'Blues' | 'Greens' | 'Spectral' | 'Turbo';
  readonly cellValue?: 'observations/s';
}

export interface HistogramOptions {
  readonly bucketSize?: number;
  readonly bucketCount?: number;
  readonly legendStyle?: LegendOptions;
}

export interface StateOptions {
  readonly mergeSame?: 'yes' | 'no';
  readonly showValue?: 'auto' | 'always' | 'never';
  /** Share of the row that a bar fills, 0 to 1. */
  readonly rowHeight?: number;
  readonly legendStyle?: LegendOptions;
}

export interface PieChartOptions {
  readonly shape?: 'pie' | 'donut';
  readonly calculation?: Calculation;
  readonly labels?: readonly ('name' | 'value' | 'percent')[];
  readonly legendStyle?: LegendOptions;
}

export interface LogsOptions {
  readonly order?: 'newest first' | 'oldest first';
  readonly wrap?: 'yes' | 'no';
  readonly time?: 'show' | 'hide';
}

export interface TextOptions {
  readonly markdown: string;
}

export interface AlertListOptions {
  readonly show?: readonly ('firing' | 'pending' | 'normal' | 'no data' | 'error')[];
  /** Label matchers such as `service="vote"`. */
  readonly matching?: string;
  readonly most?: number;
}

export interface AnnotationsListOptions {
  readonly tags?: readonly string[];
  readonly most?: number;
}

export interface DashboardListOptions {
  readonly tags: readonly string[];
}

/** The options of each kind of panel, by the name of its Grafana plugin. */
export interface OptionsByKind {
  readonly timeseries: TimeseriesOptions;
  readonly stat: StatOptions;
  readonly gauge: GaugeOptions;
  readonly bargauge: BarGaugeOptions;
  readonly barchart: BarChartOptions;
  readonly table: TableOptions;
  readonly heatmap: HeatmapOptions;
  readonly histogram: HistogramOptions;
  readonly 'state-timeline': StateOptions;
  readonly 'status-history': StateOptions;
  readonly piechart: PieChartOptions;
  readonly logs: LogsOptions;
  readonly text: TextOptions;
  readonly alertlist: AlertListOptions;
  readonly annolist: AnnotationsListOptions;
  readonly dashlist: DashboardListOptions;
}

export type PanelKind = keyof OptionsByKind;
