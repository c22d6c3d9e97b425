/**
 * A constructor for each kind of panel, made from the table of kinds. Meant to be imported as a namespace:
 * `import * as panel from 'plainsight/panels'`.
 */
import type { AnyLinesQuery } from '../logql/lines.ts';
import type { KindShowing, OptionsByKind } from '../panels/kinds.ts';
import type { TableOptions } from '../panels/table.ts';
import type { Unit } from '../units/unit.ts';
import type { Level } from './field.ts';
import { logsQuery } from './logs-query.ts';
import { type AnySettings, type Panel, type PanelSettings, panelOf, present } from './panel.ts';
import {
  legendOfLabels,
  type PanelQuery,
  type Queryable,
  type QueryOptions,
  query,
  queryOf,
  repeated,
  sharedThresholds,
} from './panel-query.ts';
import { withOrigin } from './problem.ts';
import { type Distribution, type IsRecorded, type Signal, type ThresholdsInput, thresholdsOf } from './signal.ts';

/** What a panel without a signal of its own has to say. */
interface Words {
  readonly key: string;
  readonly title: string;
  readonly description: string;
}

type Asking<K extends string> = Omit<QueryOptions<K>, 'key'>;

/** A panel over one signal, or over several of one unit. */
interface PanelOfSignals<Kind extends KindShowing<'signals'>> {
  <S extends string, U extends Unit, R extends IsRecorded, const K extends S = never>(
    signal: Signal<S, U, Level, R>,
    settings?: Asking<K> & PanelSettings<U> & OptionsByKind[Kind],
  ): Panel;
  <U extends Unit>(
    settings: Words &
      PanelSettings<NoInfer<U>> &
      OptionsByKind[Kind] & { readonly queries: readonly Queryable<U>[]; readonly thresholds?: ThresholdsInput<Level> },
  ): Panel;
}

/** As `PanelOfSignals`; a column is one of the labels that are kept, or the `Value`, and has a unit of its own. */
interface PanelOfColumns {
  <S extends string, U extends Unit, R extends IsRecorded, const K extends S = never>(
    signal: Signal<S, U, Level, R>,
    settings?: Asking<K> & PanelSettings<U> & TableOptions<NoInfer<K> | 'Value'>,
  ): Panel;
  (settings: Words & Omit<AnySettings, 'display'> & TableOptions & { readonly queries: readonly Queryable[] }): Panel;
}

/** What either form is given. */
type Several = AnySettings &
  Words & { readonly queries: readonly Queryable[]; readonly thresholds?: ThresholdsInput<Level> };

type AnyOfSignals = (of: Signal<string, Unit, Level, IsRecorded> | Several, settings?: AnySettings) => Panel;

function ofSignals(kind: KindShowing<'signals'>): AnyOfSignals {
  const make: AnyOfSignals = (of, settings = {}) =>
    withOrigin('queries' in of ? ofSeveral(kind, of) : ofOne(kind, of, settings), make);
  return make;
}

function ofOne(
  kind: KindShowing<'signals'>,
  signal: Signal<string, Unit, Level, IsRecorded>,
  settings: AnySettings & Asking<string>,
): Panel {
  const { by, legend, over } = settings;
  const { id, name, description, unit, thresholds } = signal;
  const asked = query(signal, present({ by, legend, over }));
  return panelOf(kind, settings, {
    queries: [asked],
    unit,
    thresholds,
    defaults: { key: id, title: name, description },
  });
}

function ofSeveral(kind: KindShowing<'signals'>, settings: Several): Panel {
  const queries = settings.queries.map(queryOf);
  const shared = sharedThresholds(queries);
  const thresholds = settings.thresholds === undefined ? shared : thresholdsOf(settings.thresholds);
  const repeats = settings.thresholds === undefined ? [] : repeated({ thresholds }, { thresholds: shared });
  return panelOf(kind, settings, { queries, thresholds, repeats, unit: queries[0]?.unit });
}

/**
 * Lines over time.
 *
 * @example panel.timeseries(requests, { by: ['service'] }) // sum by (service) (rate(http_requests_total{job="shop"}[$__rate_interval]))
 * @example
 * panel.timeseries({
 *   key: 'drain',
 *   title: 'Arrival against drain',
 *   description: 'Orders that arrive, and orders that are stored.',
 *   queries: [ordersAccepted, ordersStored],
 * });
 * // sum(rate(redis_commands_total{cmd="rpush",job="redis"}[$__rate_interval]))
 * // sum(rate(redis_commands_total{cmd="lpop",job="redis"}[$__rate_interval]))
 */
export const timeseries: PanelOfSignals<'timeseries'> = ofSignals('timeseries');
/** One number, with its history behind it where `sparkline` asks for it. @example panel.stat(ordersAccepted) // sum(rate(redis_commands_total{cmd="rpush",job="redis"}[$__rate_interval])) */
export const stat: PanelOfSignals<'stat'> = ofSignals('stat');
/** A number within its bounds. @example panel.gauge(memoryShare) // max(redis_memory_used_bytes{job="redis"} / redis_memory_max_bytes{job="redis"}) */
export const gauge: PanelOfSignals<'gauge'> = ofSignals('gauge');
/** A bar for each series. @example panel.barGauge(memoryUsed, { by: ['service'] }) // max by (service) (redis_memory_used_bytes{job="redis"}) */
export const barGauge: PanelOfSignals<'bargauge'> = ofSignals('bargauge');
/** Bars by category. @example panel.barChart(requests, { by: ['service'], over: dashboardRange }) */
export const barChart: PanelOfSignals<'barchart'> = ofSignals('barchart');
/** States over time, one band for each series. @example panel.stateTimeline(redisAnswers, { by: ['service'] }) // min by (service) (redis_up{job="redis"}) */
export const stateTimeline: PanelOfSignals<'state-timeline'> = ofSignals('state-timeline');
/** States at regular moments. @example panel.statusHistory(redisAnswers, { by: ['service'] }) // min by (service) (redis_up{job="redis"}) */
export const statusHistory: PanelOfSignals<'status-history'> = ofSignals('status-history');
/** Shares of a whole. @example panel.pieChart(requests, { by: ['status'] }) */
export const pieChart: PanelOfSignals<'piechart'> = ofSignals('piechart');
/** How often which value occurred. @example panel.histogram(memoryUsed) // max(redis_memory_used_bytes{job="redis"}) */
export const histogram: PanelOfSignals<'histogram'> = ofSignals('histogram');
/** A row for each series; of several signals each is a column with its own unit. @example panel.table(memoryUsed, { by: ['service'] }) // max by (service) (redis_memory_used_bytes{job="redis"}) */
export const table: PanelOfColumns = ofSignals('table');

/**
 * How values are distributed over time, one column for each moment.
 *
 * @example
 * panel.heatmap(latencyDistribution, { scheme: 'Blues' })
 * // sum by (le) (rate(http_request_duration_seconds_bucket{job="shop"}[$__rate_interval]))
 */
export function heatmap<S extends string, U extends Unit, const K extends S = never>(
  of: Distribution<S, U>,
  settings: { readonly by?: readonly K[] } & PanelSettings<U> & OptionsByKind['heatmap'] = {},
): Panel {
  const { id, name, description, unit } = of;
  const { by = [] } = settings;
  const asked: PanelQuery<U> = { key: id, signal: of, unit, by, legend: legendOfLabels(of, []), repeats: [] };
  const defaults = { key: id, title: name, description };
  return withOrigin(panelOf('heatmap', settings, { queries: [asked], unit, defaults }), heatmap);
}

type Fixed<Kind extends keyof OptionsByKind> = Omit<AnySettings, 'display' | 'decimals' | 'mappings' | 'overrides'> &
  OptionsByKind[Kind] &
  Words;

/** A panel that asks nothing. */
type PanelWithoutQuery<Kind extends KindShowing<'nothing'>> = (settings: Fixed<Kind>) => Panel;

function withoutQuery<Kind extends KindShowing<'nothing'>>(kind: Kind): PanelWithoutQuery<Kind> {
  const make = (settings: Fixed<Kind>): Panel => withOrigin(panelOf(kind, settings, { queries: [] }), make);
  return make;
}

/**
 * Log lines of the streams whose labels match. The dashboard declares the data source:
 * `variables: [{ kind: 'datasource', type: 'loki', name: 'logs', label: 'Logs' }]`.
 *
 * @example panel.logs({ key: 'lines', title: 'Lines', description: 'What the shop wrote.', lines: shopLogs })
 * // {project="shop"}
 */
export function logs(settings: Fixed<'logs'> & { readonly lines: AnyLinesQuery }): Panel {
  const { key, title, lines } = settings;
  const asked = logsQuery(key, title, lines);
  return withOrigin(panelOf('logs', settings, { queries: [], logs: asked }), logs);
}

/** Markdown. @example panel.text({ key: 'notes', title: 'Notes', description: '', markdown: 'Ask **on-call** first.' }).kind // 'text' */
export const text: PanelWithoutQuery<'text'> = withoutQuery('text');
/**
 * The alerts that fire.
 *
 * @example
 * panel.alertList({ key: 'alerts', title: 'Alerts', description: 'What fires.', matching: 'service="shop"' }).kind
 * // 'alertlist'
 */
export const alertList: PanelWithoutQuery<'alertlist'> = withoutQuery('alertlist');
/**
 * The newest annotations.
 *
 * @example
 * panel.annotationsList({ key: 'events', title: 'Events', description: 'What was done.', tags: ['deployment'] }).kind
 * // 'annolist'
 */
export const annotationsList: PanelWithoutQuery<'annolist'> = withoutQuery('annolist');
/**
 * Other dashboards, by tag.
 *
 * @example
 * panel.dashboardList({ key: 'more', title: 'More', description: 'Dashboards of the shop.', tags: ['shop'] }).kind
 * // 'dashlist'
 */
export const dashboardList: PanelWithoutQuery<'dashlist'> = withoutQuery('dashlist');
