/**
 * What a definition leaves open about the look of a panel, decided once for all who show it: dashboards' files and
 * pictures read the same options, none of which is missing.
 */
import type { OptionsByKind, PanelKind } from '../panel-options.ts';
import type { ResolvedPanel } from '../resolved.ts';
import { type Column, columnsOf } from './columns.ts';
import { type PanelField, panelField } from './field.ts';
import { type LegendLook, legendLook, NO_LEGEND } from './legend.ts';
import type { Said } from './said.ts';
import { barScale, usualScale } from './scale.ts';
import { type TimeseriesLook, timeseriesLook } from './timeseries.ts';

type WithLegend<Options> = Omit<Options, 'legendStyle'> & { readonly legendStyle: LegendLook };
type WithColumns<Options> = Omit<Options, 'columns'> & { readonly columns: readonly Column[] };

/** The options of each kind once all is decided; what is optional still has a meaning when it is not there. */
export interface LookByKind extends OptionsByKind {
  readonly timeseries: TimeseriesLook;
  readonly stat: Required<OptionsByKind['stat']>;
  readonly gauge: Said<OptionsByKind['gauge'], 'calculation'>;
  readonly bargauge: Said<OptionsByKind['bargauge'], 'calculation' | 'direction' | 'mode' | 'min'>;
  readonly barchart: WithLegend<OptionsByKind['barchart']>;
  readonly table: WithColumns<Said<OptionsByKind['table'], 'cells'>>;
  readonly heatmap: Said<OptionsByKind['heatmap'], 'colours'>;
  /** A size of buckets goes before their count. */
  readonly histogram: WithLegend<Said<OptionsByKind['histogram'], 'bucketCount'>>;
  readonly 'state-timeline': WithLegend<Required<OptionsByKind['state-timeline']>>;
  readonly 'status-history': WithLegend<Required<OptionsByKind['status-history']>>;
  readonly piechart: WithLegend<Required<OptionsByKind['piechart']>>;
  readonly logs: Required<OptionsByKind['logs']>;
  readonly alertlist: Required<OptionsByKind['alertlist']>;
  readonly annolist: Required<OptionsByKind['annolist']>;
}

/** A panel with nothing left open. */
export interface PanelLook<K extends PanelKind = PanelKind> extends ResolvedPanel<K> {
  readonly options: LookByKind[K];
  /** How numbers of its own unit are shown. */
  readonly field: PanelField;
}

const LATEST = { calculation: 'lastNotNull' } as const;
/** As many as Grafana itself makes. */
const USUAL_BUCKETS = 30;

const LOOKS: { readonly [K in PanelKind]: (panel: ResolvedPanel<K>) => LookByKind[K] } = {
  timeseries: timeseriesLook,
  stat: ({ options }) => ({
    ...LATEST,
    sparkline: 'none',
    colour: 'value',
    show: 'auto',
    direction: 'auto',
    ...options,
  }),
  gauge: ({ options, unit }) => ({ ...LATEST, ...usualScale(unit), ...options }),
  bargauge: ({ options, unit }) => ({
    ...LATEST,
    direction: 'horizontal',
    mode: 'basic',
    ...barScale(unit),
    ...options,
  }),
  barchart: (panel) => ({ ...panel.options, legendStyle: barChartLegend(panel) }),
  table: (panel) => ({ cells: 'plain', ...panel.options, columns: columnsOf(panel) }),
  heatmap: ({ options }) => ({ colours: 'Oranges', ...options }),
  histogram: (panel) => ({
    bucketCount: USUAL_BUCKETS,
    ...panel.options,
    legendStyle: legendLook(panel, panel.options.legendStyle),
  }),
  'state-timeline': stateLook,
  'status-history': stateLook,
  piechart: (panel) => ({
    ...LATEST,
    shape: 'pie',
    labels: [],
    ...panel.options,
    legendStyle: legendLook(panel, panel.options.legendStyle),
  }),
  logs: ({ options }) => ({ order: 'newest first', wrap: 'no', time: 'show', ...options }),
  text: ({ options }) => options,
  alertlist: ({ options }) => ({ show: ['firing', 'pending'], matching: '', most: 20, ...options }),
  annolist: ({ options }) => ({ tags: [], most: 10, ...options }),
  dashlist: ({ options }) => options,
};

/** The rows carry their names themselves, and the colours their states: a legend is shown where it is asked for. */
function stateLook(
  panel: ResolvedPanel<'state-timeline'> | ResolvedPanel<'status-history'>,
): LookByKind['state-timeline'] {
  const { legendStyle } = panel.options;
  return {
    mergeSame: 'yes',
    showValue: 'auto',
    rowHeight: 0.9,
    ...panel.options,
    legendStyle: legendStyle === undefined ? NO_LEGEND : legendLook(panel, legendStyle),
  };
}

function barChartLegend(panel: ResolvedPanel<'barchart'>): LegendLook {
  return hasBarPerSeries(panel) ? NO_LEGEND : legendLook(panel, panel.options.legendStyle);
}

/** True where each series is one bar, named below it: single values that the definition does not reshape. */
export function hasBarPerSeries({ queries, transformations }: ResolvedPanel<'barchart'>): boolean {
  return transformations.length === 0 && queries.every(({ format }) => format === 'instant');
}

/**
 * The panel with its look decided. Doing it twice changes nothing.
 *
 * @example lookOf(panel('bargauge', {})).options // { calculation: 'lastNotNull', direction: 'horizontal', mode: 'basic', min: 0 }
 */
export function lookOf<K extends PanelKind>(panel: ResolvedPanel<K>): PanelLook<K> {
  return { ...panel, options: LOOKS[panel.kind](panel), field: panelField(panel) };
}
