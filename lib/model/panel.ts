/**
 * Panels as data. Each kind has two constructors: one signal and how it is split (`stat(votesWaiting)`), or several
 * lines of one unit under a title (`timeseriesOf({ title, lines })`). The words, the unit and the thresholds come from
 * the signal unless the panel says otherwise.
 */

import { kindOf, type OptionsByKind, type PanelKind } from '../panels/kinds.ts';
import type { TableOptions } from '../panels/table.ts';
import type { DisplayUnit } from '../units/display.ts';
import { type Duration, type DurationText, duration } from '../units/duration.ts';
import type { Unit } from '../units/unit.ts';
import type { Level, Link, Mapping, Override, Repeat, Thresholds, Transformation } from './field.ts';
import { type Line, type LineOptions, show } from './line.ts';
import { type LogsQuery, logsQuery, type Streams } from './logs-query.ts';
import type { Excuse } from './problem.ts';
import { withOrigin } from './problem.ts';
import type { Distribution, IsRecorded, Signal } from './signal.ts';
import { plainText } from './text.ts';

/** A panel, not yet placed. */
export interface Panel {
  readonly kind: PanelKind;
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly lines: readonly Line[];
  /** What a logs panel asks of Loki. */
  readonly logs?: LogsQuery;
  readonly unit?: Unit;
  readonly display?: string;
  readonly decimals?: number;
  readonly thresholds?: Thresholds;
  readonly mappings: readonly Mapping[];
  readonly overrides: readonly Override[];
  readonly links: readonly Link[];
  readonly transformations: readonly Transformation[];
  readonly repeat?: Repeat;
  readonly minInterval?: Duration;
  /** In grid columns of 24; left out, a line's panels share what is left evenly. */
  readonly width?: number;
  readonly height: number;
  readonly options: OptionsByKind[PanelKind];
  readonly excuses: readonly Excuse[];
}

/** What every panel may say of itself. */
export interface PanelSettings<U extends Unit = Unit> extends AnySettings {
  /** One of Grafana's display units that have the same scale as the panel's unit. */
  readonly display?: DisplayUnit<U>;
}

interface AnySettings {
  /** Names the panel for ever: its id, and every link to it, hangs on this. Left out, the signal's id. */
  readonly key?: string;
  readonly title?: string;
  readonly description?: string;
  readonly display?: string;
  readonly decimals?: number;
  readonly mappings?: readonly Mapping[];
  readonly overrides?: readonly Override[];
  readonly links?: readonly Link[];
  readonly transformations?: readonly Transformation[];
  readonly repeat?: Repeat;
  readonly minInterval?: DurationText;
  readonly width?: number;
  readonly height?: number;
  readonly excuses?: readonly Excuse[];
}

type Own = AnySettings & {
  readonly lines: readonly Line[];
  readonly logs?: LogsQuery;
  readonly unit?: Unit;
  readonly thresholds?: Thresholds;
};

/** The keys of PanelSettings: what is left of a constructor's argument are the kind's own options. */
const SETTINGS: ReadonlySet<string> = new Set([
  'key',
  'title',
  'description',
  'display',
  'decimals',
  'mappings',
  'overrides',
  'links',
  'transformations',
  'repeat',
  'minInterval',
  'width',
  'height',
  'excuses',
  'lines',
  'logs',
  'unit',
  'thresholds',
  'by',
  'legend',
  'over',
]);

function present<T extends object>(fields: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } {
  // Entries without a value are left out, so that a frozen panel has only what was said.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function panel(kind: PanelKind, settings: Own & { readonly key: string; readonly title: string }): Panel {
  const { key, title, description = '', lines, minInterval, height = kindOf(kind).height } = settings;
  const { logs, unit, display, decimals, thresholds, repeat, width } = settings;
  const options = Object.fromEntries(Object.entries(settings).filter(([name]) => !SETTINGS.has(name)));
  return Object.freeze({
    kind,
    key,
    title,
    description,
    lines: Object.freeze([...lines]),
    mappings: settings.mappings ?? [],
    overrides: settings.overrides ?? [],
    links: settings.links ?? [],
    transformations: settings.transformations ?? [],
    height,
    excuses: settings.excuses ?? [],
    // Whatever is no setting is an option of the kind: the constructors below type it as such.
    options: Object.freeze(options) as OptionsByKind[PanelKind],
    ...present({ logs, unit, display, decimals, thresholds, repeat, width }),
    ...(minInterval === undefined ? {} : { minInterval: duration(minInterval) }),
  });
}

/** A panel over one signal. */
export type PanelOfSignal<Kind extends PanelKind> = <
  S extends string,
  U extends Unit,
  R extends IsRecorded,
  const K extends S = never,
>(
  signal: Signal<S, U, Level, R>,
  settings?: Omit<LineOptions<K>, 'key'> & PanelSettings<U> & OptionsByKind[Kind],
) => Panel;

function ofSignal<Kind extends PanelKind>(kind: Kind): PanelOfSignal<Kind> {
  const make: PanelOfSignal<Kind> = (signal, settings) => {
    const { by, legend, over } = settings ?? {};
    const line = show(signal, present({ by, legend, over }));
    const { id, name, description, unit, thresholds } = signal;
    const own = { key: id, title: name, description, unit, ...settings, lines: [line] };
    return withOrigin(panel(kind, { ...own, ...present({ thresholds }) }), make);
  };
  return make;
}

/** A panel over several lines of one unit. */
export type PanelOfLines<Kind extends PanelKind> = <U extends Unit>(
  settings: PanelSettings<U> &
    OptionsByKind[Kind] & {
      readonly key: string;
      readonly title: string;
      readonly description: string;
      readonly unit: U;
      readonly lines: readonly Line<NoInfer<U>>[];
      readonly thresholds?: Thresholds;
    },
) => Panel;

function ofLines<Kind extends PanelKind>(kind: Kind): PanelOfLines<Kind> {
  const make: PanelOfLines<Kind> = (settings) => {
    const thresholds = settings.thresholds ?? sharedThresholds(settings.lines);
    return withOrigin(panel(kind, { ...settings, ...present({ thresholds }) }), make);
  };
  return make;
}

/** The thresholds of lines that all have the same. */
function sharedThresholds(lines: readonly Line[]): Thresholds | undefined {
  const [first, ...others] = lines.map(({ signal }) => signal.thresholds);
  const text = JSON.stringify(first);
  return others.every((each) => JSON.stringify(each) === text) ? first : undefined;
}

/** Lines over time. @example timeseries(requests, { by: ['service'], legend: (l) => text`${l.service}` }) */
export const timeseries = ofSignal('timeseries');
/** Several signals of one unit over time. */
export const timeseriesOf = ofLines('timeseries');
/** One number, with its history behind it. @example stat(votesAccepted) */
export const stat = ofSignal('stat');
/** Several numbers of one unit beside each other. */
export const statOf = ofLines('stat');
/** A number within its bounds. @example gauge(saturation) */
export const gaugePanel = ofSignal('gauge');
/** A bar for each series. */
export const barGauge = ofSignal('bargauge');
/** A bar for each signal. */
export const barGaugeOf = ofLines('bargauge');
/** Bars by category. */
export const barChart = ofSignal('barchart');
/** States over time, one band for each series. */
export const stateTimeline = ofSignal('state-timeline');
/** States over time of several signals. */
export const stateTimelineOf = ofLines('state-timeline');
/** States at regular moments. */
export const statusHistory = ofSignal('status-history');
/** Shares of a whole. */
export const pieChart = ofSignal('piechart');
/** How often which value occurred. */
export const histogramPanel = ofSignal('histogram');
/** As `PanelOfSignal`; a column is one of the labels that are kept, or the `Value`. */
type TableOfSignal = <S extends string, U extends Unit, R extends IsRecorded, const K extends S = never>(
  signal: Signal<S, U, Level, R>,
  settings?: Omit<LineOptions<K>, 'key'> & PanelSettings<U> & TableOptions<NoInfer<K> | 'Value'>,
) => Panel;

/** A row for each series. @example table(containerMemory, { by: ['service'] }) */
export const table: TableOfSignal = ofSignal('table');

/**
 * How values are distributed over time, one column for each moment.
 *
 * @example heatmap(latencyDistribution, { colours: 'Blues' })
 */
export function heatmap<S extends string, U extends Unit, const K extends S = never>(
  of: Distribution<S, U>,
  settings: { readonly by?: readonly K[] } & PanelSettings<U> & OptionsByKind['heatmap'] = {},
): Panel {
  const { id, name, description, unit } = of;
  const { by = [] } = settings;
  const line: Line<U> = { key: id, signal: of, unit, by, legend: plainText(name) };
  return withOrigin(panel('heatmap', { key: id, title: name, description, unit, ...settings, lines: [line] }), heatmap);
}

/** A table over several signals, each a column with its own unit. */
export function tableOf(
  settings: Omit<AnySettings, 'display'> &
    OptionsByKind['table'] & {
      readonly key: string;
      readonly title: string;
      readonly description: string;
      readonly lines: readonly Line[];
    },
): Panel {
  return withOrigin(panel('table', settings), tableOf);
}

type Fixed<Kind extends PanelKind> = Omit<AnySettings, 'display' | 'decimals' | 'mappings' | 'overrides'> &
  OptionsByKind[Kind] & { readonly key: string; readonly title: string; readonly description: string };

function withoutQuery<Kind extends PanelKind>(kind: Kind): (settings: Fixed<Kind>) => Panel {
  const make = (settings: Fixed<Kind>): Panel => withOrigin(panel(kind, { ...settings, lines: [] }), make);
  return make;
}

/**
 * Log lines of the streams whose labels match. The dashboard declares the data source:
 * `variables: [{ kind: 'datasource', type: 'loki', name: 'logs', label: 'Logs' }]`.
 *
 * @example logsPanel({ key: 'lines', title: 'Lines', description: '…', streams: { service: 'vote' } }) // {service="vote"}
 */
export function logsPanel(settings: Fixed<'logs'> & { readonly streams: Streams }): Panel {
  const { streams, ...own } = settings;
  return withOrigin(panel('logs', { ...own, lines: [], logs: logsQuery(own.key, own.title, streams) }), logsPanel);
}

/** Markdown. */
export const textPanel = withoutQuery('text');
/** The alerts that fire. */
export const alertList = withoutQuery('alertlist');
/** The newest annotations. */
export const annotationsList = withoutQuery('annolist');
/** Other dashboards, by tag. */
export const dashboardList = withoutQuery('dashlist');
