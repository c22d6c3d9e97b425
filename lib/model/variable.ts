/** What a viewer chooses at the top of a dashboard, and the events drawn over its graphs. */
import type { MetricFacts } from '../catalogue/metric.ts';
import type { Node } from '../promql/node.ts';
import type { DurationText } from '../units/duration.ts';

interface Named {
  readonly name: string;
  readonly label: string;
}

/** Which Prometheus, or Loki, is asked. Every dashboard has the first. */
export interface DatasourceVariable extends Named {
  readonly kind: 'datasource';
  readonly type: 'prometheus' | 'loki';
}

/** The values of a label of a metric. */
export interface QueryVariable extends Named {
  readonly kind: 'query';
  readonly metric: MetricFacts;
  readonly of: string;
  /** The selector that the values are taken from. */
  readonly node: Node;
  readonly several: boolean;
}

/** Values listed by hand. */
export interface CustomVariable extends Named {
  readonly kind: 'custom';
  readonly values: readonly { readonly value: string; readonly text?: string }[];
  readonly several: boolean;
}

/** A window to choose. */
export interface IntervalVariable extends Named {
  readonly kind: 'interval';
  readonly values: readonly DurationText[];
}

/** Free text. */
export interface TextVariable extends Named {
  readonly kind: 'text';
  readonly value: string;
}

/** Free label filters that Grafana adds to every query itself. */
export interface AdHocVariable extends Named {
  readonly kind: 'ad hoc';
}

export type Variable =
  | DatasourceVariable
  | QueryVariable
  | CustomVariable
  | IntervalVariable
  | TextVariable
  | AdHocVariable;

/** Events drawn over the graphs, from a query that is non-empty when something happened. */
export interface Annotation {
  readonly name: string;
  readonly node: Node;
  /** The labels of its answer, which the title may name. */
  readonly labels: readonly string[];
  readonly title: string;
  readonly colour: 'blue' | 'orange' | 'red' | 'purple';
}
