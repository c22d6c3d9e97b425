/**
 * The model of one profile, with nothing left to decide: every query is a whole tree, every panel has its place. What
 * `lib/check` looks at and `lib/emit` writes; neither knows profiles.
 */
import type { MetricFacts } from '../catalogue/metric.ts';
import type { OptionsByKind, PanelKind } from '../panels/kinds.ts';
import type { Node } from '../promql/node.ts';
import type { Duration } from '../units/duration.ts';
import type { Unit } from '../units/unit.ts';
import type { Excuse } from './excuse.ts';
import type { Level, Link, Mapping, Override, Repeat, Thresholds, Transformation } from './field.ts';
import type { LogsQuery } from './logs-query.ts';
import type { Where } from './problem.ts';
import type { Sample } from './sample.ts';
import type { ScrapeJob } from './scrape-job.ts';
import type { Text } from './text.ts';
import type { Annotation, Variable } from './variable.ts';

export interface Grid {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What a signal has to say, besides its query, to whoever shows it. */
export interface SignalWords {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly unit: Unit;
  readonly thresholds?: Thresholds;
  readonly whenEmpty: WhenEmpty;
  /** What is written where there is no value. */
  readonly emptyText: string;
  /** What its values look like in a picture, where the definition says so. */
  readonly sample?: Sample;
}

/** What an empty answer means: nothing happened, nobody knows, or there is nothing to ask. */
export type WhenEmpty = 'zero' | 'no data' | 'not applicable';

/** One query of a panel. */
export interface ResolvedQuery {
  /** Names the line within its panel: overrides and refIds hang on it. */
  readonly key: string;
  readonly node: Node;
  readonly labels: readonly string[];
  readonly unit: Unit;
  readonly legend: Text;
  /** One value at the end of the range, all values over it, or buckets for a heatmap. */
  readonly format: 'instant' | 'range' | 'heatmap';
  readonly signal: SignalWords;
}

export interface ResolvedPanel<K extends PanelKind = PanelKind> {
  /** Derived from the key, never from title or position: an alert's link hangs on it. */
  readonly id: number;
  readonly key: string;
  readonly kind: K;
  readonly title: string;
  readonly description: string;
  readonly grid: Grid;
  readonly queries: readonly ResolvedQuery[];
  /** What a logs panel asks of Loki. */
  readonly logs?: LogsQuery;
  /** The unit of the panel's main axis; none for text, logs and lists. */
  readonly unit?: Unit;
  /** A Grafana display unit other than the unit's default. */
  readonly display?: string;
  readonly decimals?: number;
  readonly thresholds?: Thresholds;
  readonly mappings: readonly Mapping[];
  readonly overrides: readonly Override[];
  readonly links: readonly Link[];
  readonly transformations: readonly Transformation[];
  readonly repeat?: Repeat;
  /** The shortest step: a dashboard that is imported by hand meets data sources with another scrape interval. */
  readonly minInterval?: Duration;
  readonly options: OptionsByKind[K];
  readonly excuses: readonly Excuse[];
  readonly where: Where;
}

export interface ResolvedRow {
  readonly title: string;
  readonly id: number;
  readonly collapsed: boolean;
  readonly y: number;
  readonly panels: readonly ResolvedPanel[];
}

export interface ResolvedDashboard {
  readonly kind: 'dashboard';
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly rows: readonly ResolvedRow[];
  readonly variables: readonly Variable[];
  readonly annotations: readonly Annotation[];
  readonly links: readonly Link[];
  readonly from: string;
  readonly to: string;
  readonly refresh: Duration;
  readonly timezone: 'browser' | 'utc';
  /** The labels that the dashboard's variables filter by, with the variable's name. */
  readonly filter: Readonly<Record<string, string>>;
  readonly excuses: readonly Excuse[];
  readonly where: Where;
}

export interface ResolvedRecordingRule {
  readonly kind: 'recording';
  readonly name: string;
  readonly node: Node;
  readonly labels: readonly string[];
  readonly unit: Unit;
  readonly signal: SignalWords;
  readonly where: Where;
}

export interface ResolvedAlert {
  readonly kind: 'alert';
  readonly name: string;
  readonly node: Node;
  readonly labels: readonly string[];
  readonly for?: Duration;
  readonly keepFiringFor?: Duration;
  readonly severity: Severity;
  /** The labels that the rule adds, `severity` included. */
  readonly ruleLabels: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly description: Text;
  /** The panel that shows the alert's signal. */
  readonly panel?: { readonly dashboard: string; readonly id: number };
  /** The signals that the expression reads. */
  readonly signals: readonly SignalWords[];
  readonly test: ResolvedAlertTest;
  readonly excuses: readonly Excuse[];
  readonly where: Where;
}

export type Severity = Level | 'info' | 'none';

/** One input series of a unit test, in promtool's notation of values. */
export interface GivenSeries {
  readonly metric: MetricFacts;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly values: string;
}

export interface ResolvedAlertTest {
  readonly fires: readonly FiringTest[];
  readonly silent: readonly SilentTest[];
}

export interface FiringTest {
  readonly given: readonly GivenSeries[];
  readonly every: Duration;
  readonly at: Duration;
  /** The labels of the firing alert that come from its expression. */
  readonly labels: Readonly<Record<string, string>>;
  /** The description as promtool renders it. */
  readonly says: string;
  readonly also?: SaidMeanwhile;
}

export interface SilentTest {
  readonly reason: string;
  readonly given: readonly GivenSeries[];
  readonly every: Duration;
  readonly at: Duration;
  readonly also?: SaidMeanwhile;
}

/** What the same alert in other severities says in the situation of a test, and of which series. */
export type SaidMeanwhile = { readonly [S in Severity]?: Said };

export interface Said {
  readonly labels: Readonly<Record<string, string>>;
  readonly says: string;
}

export type ResolvedRule = ResolvedRecordingRule | ResolvedAlert;

/** Rules that are evaluated one after the other. */
export interface ResolvedGroup {
  readonly name: string;
  readonly every?: Duration;
  readonly rules: readonly ResolvedRule[];
}

/** A panel, alert or recorded signal that this profile cannot have, and why. */
export interface LeftOut {
  readonly what: 'panel' | 'alert' | 'recording rule' | 'line';
  readonly name: string;
  readonly dashboard?: string;
  readonly reasons: readonly string[];
}

/** Addresses that people follow from a notification. */
export interface Site {
  readonly grafana: string;
  readonly runbooks: string;
}

export interface ResolvedModel {
  readonly profile: string;
  readonly dashboards: readonly ResolvedDashboard[];
  readonly groups: readonly ResolvedGroup[];
  readonly jobs: readonly ScrapeJob[];
  readonly scrapeInterval: Duration;
  readonly evaluationInterval: Duration;
  readonly site: Site;
  /** Markdown by alert name. */
  readonly runbooks: Readonly<Record<string, string>>;
  readonly leftOut: readonly LeftOut[];
  /** Every metric that a catalogue file has, by the name that PromQL uses. */
  readonly catalogue: ReadonlyMap<string, MetricFacts>;
}
