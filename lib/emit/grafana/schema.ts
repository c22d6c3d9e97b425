/**
 * Grafana's own types, as JSON holds them: enums by their values. Types only, nothing of @grafana/schema is loaded.
 *
 * What classic and v2 share (field configuration, panel options) is typed once; the tables of `panels/` write it.
 */
import type * as grafana from '@grafana/schema';
import type * as v2 from '@grafana/schema/apis/dashboard.grafana.app/v2';
import type * as annolist from '@grafana/schema/dist/esm/raw/composable/annotationslist/panelcfg/x/AnnotationsListPanelCfg_types.gen';
import type * as barchart from '@grafana/schema/dist/esm/raw/composable/barchart/panelcfg/x/BarChartPanelCfg_types.gen';
import type * as bargauge from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type * as dashlist from '@grafana/schema/dist/esm/raw/composable/dashboardlist/panelcfg/x/DashboardListPanelCfg_types.gen';
import type * as gauge from '@grafana/schema/dist/esm/raw/composable/gauge/panelcfg/x/GaugePanelCfg_types.gen';
import type * as heatmap from '@grafana/schema/dist/esm/raw/composable/heatmap/panelcfg/x/HeatmapPanelCfg_types.gen';
import type * as histogram from '@grafana/schema/dist/esm/raw/composable/histogram/panelcfg/x/HistogramPanelCfg_types.gen';
import type * as logs from '@grafana/schema/dist/esm/raw/composable/logs/panelcfg/x/LogsPanelCfg_types.gen';
import type * as piechart from '@grafana/schema/dist/esm/raw/composable/piechart/panelcfg/x/PieChartPanelCfg_types.gen';
import type * as stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type * as timeline from '@grafana/schema/dist/esm/raw/composable/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen';
import type * as history from '@grafana/schema/dist/esm/raw/composable/statushistory/panelcfg/x/StatusHistoryPanelCfg_types.gen';
import type * as table from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type * as text from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';
import type * as timeseries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

type IsAny<T> = 0 extends 1 & T ? true : false;

type Value<T> = T extends string
  ? `${T}`
  : T extends number
    ? `${T}` extends `${infer N extends number}`
      ? N
      : never
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T;

/** A type with every enum replaced by its values: what JSON can hold. */
export type Plain<T> = IsAny<T> extends true ? T : Value<T>;

/** What our own alert list needs to know of its plugin; @grafana/schema has no types for it. */
export interface AlertListOptions {
  readonly alertInstanceLabelFilter: string;
  readonly alertName: string;
  readonly dashboardAlerts: boolean;
  readonly groupBy: readonly string[];
  readonly groupMode: 'default';
  readonly maxItems: number;
  readonly showInactiveAlerts: boolean;
  readonly sortOrder: number;
  readonly stateFilter: Readonly<Record<'error' | 'firing' | 'noData' | 'normal' | 'pending' | 'recovering', boolean>>;
  readonly viewMode: 'list';
}

/** A kind without settings per field. */
type NoCustom = Record<never, never>;

interface Kinds {
  timeseries: { options: timeseries.Options; custom: timeseries.FieldConfig };
  stat: { options: stat.Options; custom: NoCustom };
  gauge: { options: gauge.Options; custom: NoCustom };
  bargauge: { options: bargauge.Options; custom: NoCustom };
  barchart: { options: barchart.Options; custom: barchart.FieldConfig };
  table: { options: table.Options; custom: table.FieldConfig };
  heatmap: { options: heatmap.Options; custom: heatmap.FieldConfig };
  histogram: { options: histogram.Options; custom: histogram.FieldConfig };
  'state-timeline': { options: timeline.Options; custom: timeline.FieldConfig };
  'status-history': { options: history.Options; custom: history.FieldConfig };
  piechart: { options: piechart.Options; custom: piechart.FieldConfig };
  logs: { options: logs.Options; custom: NoCustom };
  text: { options: text.Options; custom: NoCustom };
  alertlist: { options: AlertListOptions; custom: NoCustom };
  annolist: { options: annolist.Options; custom: NoCustom };
  dashlist: { options: dashlist.Options; custom: NoCustom };
}

/** The options of a kind of panel, as Grafana 13 knows them. */
export type Options<K extends keyof Kinds> = Plain<Kinds[K]['options']>;
/** The settings per field of a kind of panel. */
export type Custom<K extends keyof Kinds> = Plain<Kinds[K]['custom']>;

export type Legend = Plain<grafana.VizLegendOptions>;
export type Tooltip = Plain<grafana.VizTooltipOptions>;
export type Axis = Plain<grafana.AxisConfig>;
export type CellOptions = Plain<grafana.TableCellOptions>;

/** Settings of a field; of the ways to colour it, those that classic dashboards and schema v2 both know. */
export type FieldConfig = Omit<v2.FieldConfig, 'color'> & {
  color?: { mode: 'thresholds' | 'palette-classic' | 'fixed'; fixedColor?: string };
};
export type FieldOverride = v2.FieldConfigSource['overrides'][number];
export interface FieldConfigSource {
  defaults: FieldConfig;
  overrides: FieldOverride[];
}
export type ThresholdsConfig = v2.ThresholdsConfig;
export type ValueMapping = v2.ValueMapping;

type ClassicAnnotation = Plain<Omit<grafana.AnnotationQuery, 'target'>> & {
  target?: Record<string, unknown>;
  /** Settings of the Prometheus plugin, which the schema of the dashboard does not know. */
  expr?: string;
  titleFormat?: string;
  textFormat?: string;
};

/** A classic dashboard. Annotations carry their plugin's settings, which @grafana/schema's type does not know. */
export type Dashboard = Omit<Plain<grafana.Dashboard>, 'annotations'> & {
  annotations?: { list?: ClassicAnnotation[] };
};

/** A dashboard of schema v2, as file provisioning and the API read it. */
export interface DashboardV2Resource {
  readonly apiVersion: 'dashboard.grafana.app/v2';
  readonly kind: 'Dashboard';
  readonly metadata: { readonly name: string };
  readonly spec: v2.Spec;
}
