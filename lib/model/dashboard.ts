/** Dashboards as data: the literal reads like the screen, one array for each line of the grid. */
import type { MetricFacts } from '../catalogue/metric.ts';
import type { AnyExpr } from '../promql/expr.ts';
import type { SelectorNode } from '../promql/node.ts';
import { type Duration, type DurationText, duration } from '../units/duration.ts';
import type { Link } from './field.ts';
import type { LabelColours, Panel } from './panel.ts';
import { repeated } from './panel-query.ts';
import type { Excuse } from './problem.ts';
import { withOrigin } from './problem.ts';
import type { Annotation, CustomVariable, DatasourceVariable, QueryVariable, Variable } from './variable.ts';

/** A titled row with its lines of panels. */
export interface Row {
  readonly title: string;
  readonly lines: readonly (readonly Panel[])[];
  readonly collapsed: boolean;
}

/** A dashboard as `dashboard()` makes it: frozen data, defaults filled in. */
export interface Dashboard {
  readonly kind: 'dashboard';
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** Variables by the label that they filter: `service=~"${service:regex}"` is added wherever the label exists. */
  readonly filter: Readonly<Record<string, QueryVariable | CustomVariable>>;
  readonly variables: readonly Variable[];
  readonly rows: readonly Row[];
  readonly annotations: readonly Annotation[];
  readonly colours: LabelColours;
  readonly links: readonly Link[];
  readonly from: string;
  readonly to: string;
  readonly refresh: Duration;
  readonly timezone: 'browser' | 'utc';
  readonly excuses: readonly Excuse[];
  /** Settings that say what would be so without them. `lib/check` reports them. */
  readonly repeats: readonly string[];
}

export interface DashboardInput {
  /** At most 40 letters, digits, `-` and `_`; links and alerts hang on it. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly filter?: Readonly<Record<string, QueryVariable | CustomVariable>>;
  readonly variables?: readonly Variable[];
  readonly rows: readonly Row[];
  readonly annotations?: readonly Annotation[];
  /** Colours of a label's values, in every panel that is split by the label: `{ service: { shop: 'blue' } }`. */
  readonly colours?: LabelColours;
  readonly links?: readonly Link[];
  readonly from?: `now-${string}`;
  readonly to?: 'now' | `now-${string}`;
  readonly refresh?: DurationText;
  readonly timezone?: 'browser' | 'utc';
  readonly excuses?: readonly Excuse[];
}

/** Every dashboard chooses its Prometheus: a fixed data source would tie the file to one Grafana. */
const DATASOURCE: DatasourceVariable = Object.freeze({
  kind: 'datasource',
  name: 'datasource',
  label: 'Data source',
  type: 'prometheus',
});

/** What is so where a dashboard says nothing. */
const USUAL = { from: 'now-1h', to: 'now', refresh: '30s', timezone: 'browser' } as const;
const NONE = { filter: {}, variables: [], annotations: [], colours: {}, links: [], excuses: [] };

/**
 * A dashboard. Its panels stand in the rows as they stand on the screen: one array for each line of the grid.
 *
 * @example
 * export default dashboard({
 *   uid: 'shop',
 *   title: 'Shop',
 *   description: 'Does the shop answer, and how fast?',
 *   tags: ['shop'],
 *   filter: { service },
 *   rows: [
 *     row('Health', [
 *       [panel.stat(requests), panel.gauge(memoryShare)],
 *       [panel.timeseries(latencyP95, { key: 'latency-by-service', by: ['service'] })],
 *     ]),
 *   ],
 * });
 */
export function dashboard(input: DashboardInput): Dashboard {
  const { filter = {}, variables = [], annotations = [], colours = {}, links = [], excuses = [] } = input;
  const { from, to, refresh, timezone } = { ...USUAL, ...input };
  const made: Dashboard = Object.freeze({
    kind: 'dashboard',
    ...input,
    filter,
    variables: Object.freeze([DATASOURCE, ...Object.values(filter), ...variables]),
    annotations,
    colours,
    links,
    excuses,
    from,
    to,
    refresh: duration(refresh),
    timezone,
    repeats: repeated(input, { ...USUAL, ...NONE }),
  });
  return withOrigin(made, dashboard);
}

/**
 * A row: one array for each line of the grid, whose panels share its 24 columns.
 *
 * @example
 * row('Health', [[panel.stat(requests), panel.gauge(memoryShare)], [panel.timeseries(latencyP95)]]).lines.length
 * // 2
 */
export function row(
  title: string,
  lines: readonly (readonly Panel[])[],
  options: { readonly collapsed?: true } = {},
): Row {
  return Object.freeze({ title, lines: Object.freeze(lines), collapsed: options.collapsed ?? false });
}

interface Labelled<L extends string> {
  readonly facts: MetricFacts;
  readonly node: SelectorNode;
  readonly labels: { readonly names: readonly L[] };
}

/**
 * A variable with the values that a metric's label has.
 *
 * @example queryVariable({ name: 'service', label: 'Service', of: up.of(shop), values: 'service' }) // up{job="shop"}
 */
export function queryVariable<L extends string>(input: {
  readonly name: string;
  readonly label: string;
  readonly of: Labelled<L>;
  readonly values: NoInfer<L>;
  readonly several?: boolean;
}): QueryVariable {
  const { name, label, of, values, several = true } = input;
  return Object.freeze({ kind: 'query', name, label, metric: of.facts, of: values, node: of.node, several });
}

/**
 * Moments to mark in every graph: when the expression has a value.
 *
 * @example
 * annotation({ name: 'Restarts', when: gt(changes(process_start_time_seconds.of(shop), '5m'), 0), title: 'Restarted', colour: 'blue' })
 * // changes(process_start_time_seconds{job="shop"}[5m]) > 0
 */
export function annotation(input: {
  readonly name: string;
  readonly when: AnyExpr;
  readonly title: string;
  readonly colour: Annotation['colour'];
}): Annotation {
  const { when, ...rest } = input;
  return Object.freeze({ ...rest, node: when.node, labels: when.labels.names });
}
