/**
 * What Grafana's own types say of a classic dashboard, panel options included: the source of `classic.schema.json`.
 * Written for the schema generator alone; nothing of ours is in it but the alert list.
 *
 * Panels, their options, their settings per field and their queries are types of their own, so that a message says which
 * option is wrong, and not that none of sixteen kinds fits.
 */
import type { dataquery as LokiDataquery } from '@grafana/grafana-foundation-sdk/loki';
import type { Dataquery as PrometheusDataquery } from '@grafana/grafana-foundation-sdk/prometheus';
import type * as grafana from '@grafana/schema';
import type * as annotationslist from '@grafana/schema/dist/esm/raw/composable/annotationslist/panelcfg/x/AnnotationsListPanelCfg_types.gen';
import type * as barchart from '@grafana/schema/dist/esm/raw/composable/barchart/panelcfg/x/BarChartPanelCfg_types.gen';
import type * as bargauge from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type * as dashboardlist from '@grafana/schema/dist/esm/raw/composable/dashboardlist/panelcfg/x/DashboardListPanelCfg_types.gen';
import type * as gauge from '@grafana/schema/dist/esm/raw/composable/gauge/panelcfg/x/GaugePanelCfg_types.gen';
import type * as heatmap from '@grafana/schema/dist/esm/raw/composable/heatmap/panelcfg/x/HeatmapPanelCfg_types.gen';
import type * as histogram from '@grafana/schema/dist/esm/raw/composable/histogram/panelcfg/x/HistogramPanelCfg_types.gen';
import type * as logs from '@grafana/schema/dist/esm/raw/composable/logs/panelcfg/x/LogsPanelCfg_types.gen';
import type * as piechart from '@grafana/schema/dist/esm/raw/composable/piechart/panelcfg/x/PieChartPanelCfg_types.gen';
import type * as stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type * as statetimeline from '@grafana/schema/dist/esm/raw/composable/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen';
import type * as statushistory from '@grafana/schema/dist/esm/raw/composable/statushistory/panelcfg/x/StatusHistoryPanelCfg_types.gen';
import type * as table from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type * as text from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';
import type * as timeseries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

export interface ClassicDashboard extends Omit<grafana.Dashboard, 'panels'> {
  panels?: object[];
}

export interface ClassicRow extends Omit<grafana.RowPanel, 'panels'> {
  panels: object[];
}

/** A panel of any kind; the parts that its kind has are checked by themselves. */
export type ClassicPanel = grafana.Panel;

export type PrometheusQuery = Omit<PrometheusDataquery, '_implementsDataqueryVariant'>;
export type LokiQuery = Omit<LokiDataquery, '_implementsDataqueryVariant'>;

type NoCustom = Record<string, never>;

interface Parts<Options, Custom = NoCustom> {
  options: Options;
  custom: Custom;
}

export type TimeseriesParts = Parts<timeseries.Options, timeseries.FieldConfig>;
export type StatParts = Parts<stat.Options>;
export type GaugeParts = Parts<gauge.Options>;
export type BargaugeParts = Parts<bargauge.Options>;
export type BarchartParts = Parts<barchart.Options, barchart.FieldConfig>;
export type TableParts = Parts<table.Options, table.FieldConfig>;
export type HeatmapParts = Parts<heatmap.Options, heatmap.FieldConfig>;
export type HistogramParts = Parts<histogram.Options, histogram.FieldConfig>;
export type StateTimelineParts = Parts<statetimeline.Options, statetimeline.FieldConfig>;
export type StatusHistoryParts = Parts<statushistory.Options, statushistory.FieldConfig>;
export type PiechartParts = Parts<piechart.Options, piechart.FieldConfig>;
export type LogsParts = Parts<logs.Options>;
export type TextParts = Parts<text.Options>;
export type AnnolistParts = Parts<annotationslist.Options>;
export type DashlistParts = Parts<dashboardlist.Options>;

/**
 * The alert list, the one kind that @grafana/schema does not know: written after the plugin's own types,
 * public/app/plugins/panel/alertlist/types.ts in Grafana's repository.
 */
export type AlertlistParts = Parts<AlertListOptions>;

interface AlertListOptions {
  maxItems: number;
  sortOrder: 1 | 2 | 3 | 4 | 5;
  dashboardAlerts: boolean;
  groupMode: 'default' | 'custom';
  groupBy: string[];
  alertName: string;
  showInstances?: boolean;
  folder?: { uid: string; title: string };
  stateFilter: {
    firing: boolean;
    pending: boolean;
    recovering: boolean;
    noData: boolean;
    normal: boolean;
    error: boolean;
  };
  alertInstanceLabelFilter: string;
  datasource?: string;
  viewMode: 'list' | 'stat';
  showInactiveAlerts: boolean;
}
