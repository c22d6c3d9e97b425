/**
 * The model of one profile, with nothing left to decide: every query is a whole tree, every panel has its place. What
 * `lib/check` looks at and `lib/emit` writes; neither knows profiles.
 */
import type { LogNode } from '../logql/node.ts';
import type { QueryFormat } from '../panels/kind.ts';
import type { OptionsByKind, PanelKind } from '../panels/kinds.ts';
import type { Node } from '../promql/node.ts';
import { type Duration, duration } from '../units/duration.ts';
import type { Alert } from './alert.ts';
import type { Severity } from './alert-test.ts';
import type { ResolvedAlerting } from './alerting/resolved-alerting.ts';
import type { Dashboard, Row } from './dashboard.ts';
import type { Deployment } from './deployment/deployment.ts';
import type { PrometheusFeature } from './deployment/features.ts';
import type { Model } from './model.ts';
import type { AnyObjective } from './objective/objective.ts';
import type { Panel } from './panel.ts';
import type { PanelQuery } from './panel-query.ts';
import type { Where } from './problem.ts';
import type { ResolvedRequirement } from './requirement.ts';
import type { AnySignal } from './signal.ts';

export interface Grid {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What a signal has to say, besides its query, to whoever shows it. */
export type SignalWords = Pick<
  AnySignal,
  'id' | 'name' | 'description' | 'unit' | 'split' | 'thresholds' | 'whenEmpty' | 'emptyText' | 'sample' | 'repeats'
>;

/** One query of a panel; overrides and refIds hang on its key. */
export type ResolvedQuery = ResolvedMetricQuery | ResolvedLogQuery;

/** A query in PromQL. */
export interface ResolvedMetricQuery extends QueryBase {
  readonly language: 'promql';
  readonly node: Node;
}

/** A query in LogQL, whose answer is numbers. */
export interface ResolvedLogQuery extends QueryBase {
  readonly language: 'logql';
  readonly node: LogNode;
}

/** What the look of a query's answer follows from. */
export const SHOWN_OF_QUERY = ['key', 'labels', 'unit', 'legend', 'format', 'signal'] as const;

export type ShownQuery = Pick<QueryBase, (typeof SHOWN_OF_QUERY)[number]>;

interface QueryBase extends Pick<PanelQuery, 'key' | 'unit' | 'legend'> {
  readonly labels: readonly string[];
  readonly format: QueryFormat;
  readonly signal: SignalWords;
}

export interface ResolvedPanel<K extends PanelKind = PanelKind>
  extends Omit<Panel, 'kind' | 'options' | 'queries' | 'colours' | 'width' | 'height'> {
  readonly kind: K;
  readonly options: OptionsByKind[K];
  /** Derived from the key, never from title or position: an alert's link hangs on it. */
  readonly id: number;
  readonly grid: Grid;
  readonly queries: readonly ResolvedQuery[];
  /** The description as it was written: `description` tells the limits as well. */
  readonly ownDescription: string;
  readonly where: Where;
}

/** What a panel draws follows from this and from its queries: not from its name, its words and its place. */
export const SHOWN_OF_PANEL = [
  'kind',
  'options',
  'unit',
  'display',
  'decimals',
  'thresholds',
  'mappings',
  'overrides',
  'transformations',
] as const;

export interface ShownPanel<K extends PanelKind = PanelKind>
  extends Pick<ResolvedPanel<K>, (typeof SHOWN_OF_PANEL)[number]> {
  readonly queries: readonly ShownQuery[];
}

export interface ResolvedRow extends Omit<Row, 'lines'> {
  readonly id: number;
  readonly y: number;
  readonly panels: readonly ResolvedPanel[];
}

export interface ResolvedDashboard extends Omit<Dashboard, 'filter' | 'rows' | 'colours'> {
  /** The labels that the dashboard's variables filter by, with the variable's name. */
  readonly filter: Readonly<Record<string, string>>;
  readonly rows: readonly ResolvedRow[];
  readonly where: Where;
}

export interface ResolvedRecordingRule extends Pick<Alert, 'node' | 'labels' | 'unit'> {
  readonly kind: 'recording';
  readonly name: string;
  readonly signal: SignalWords;
  readonly where: Where;
}

export interface ResolvedAlert extends Omit<Alert, 'group' | 'panel' | 'unit' | 'severity'> {
  readonly name: string;
  readonly severity: Severity;
  /** The panel that shows the alert's signal. */
  readonly panel?: { readonly dashboard: string; readonly id: number };
  /** The signals that the expression reads. */
  readonly signals: readonly SignalWords[];
  /** Why it has no tests, where a step has changed what they were written for. */
  readonly untested?: string;
  readonly where: Where;
}

export type ResolvedRule = ResolvedRecordingRule | ResolvedAlert;

/** An alert over log lines: Loki's ruler evaluates it, and Prometheus never sees it. */
export interface ResolvedLogAlert extends Omit<ResolvedAlert, 'node'> {
  readonly node: LogNode;
}

/** An alert, whichever server evaluates it. */
export type AnyAlert = ResolvedAlert | ResolvedLogAlert;

/** Alerts that Loki's ruler evaluates together. */
export interface ResolvedLogGroup {
  readonly name: string;
  readonly rules: readonly ResolvedLogAlert[];
}

/** Rules that are evaluated one after the other. */
export interface ResolvedGroup {
  readonly name: string;
  readonly every?: Duration;
  readonly rules: readonly ResolvedRule[];
}

/** An objective, and the ids of the signals that were made of it: what its panels show and its alerts read. */
export interface ResolvedObjective extends Omit<AnyObjective, 'kind' | 'signals'> {
  readonly signals: readonly string[];
  readonly where: Where;
}

/** A panel, alert, objective or recorded signal that this profile cannot have, and why. */
export interface LeftOut {
  readonly what: 'panel' | 'alert' | 'objective' | 'recording rule' | 'query';
  readonly name: string;
  readonly dashboard?: string;
  readonly reasons: readonly string[];
}

/** The model of one profile: what the checks read, what is written to `dist/`, and what the steps of an output change. */
export interface ResolvedModel
  extends Pick<
    Model,
    'jobs' | 'contracts' | 'scrapeInterval' | 'evaluationInterval' | 'site' | 'runbooks' | 'catalogue'
  > {
  readonly profile: string;
  /** What Prometheus adds to the labels of alerts and of what it passes on: which of several it is. */
  readonly externalLabels?: Readonly<Record<string, string>>;
  readonly dashboards: readonly ResolvedDashboard[];
  readonly groups: readonly ResolvedGroup[];
  readonly logGroups: readonly ResolvedLogGroup[];
  readonly alerting?: ResolvedAlerting;
  readonly objectives: readonly ResolvedObjective[];
  readonly leftOut: readonly LeftOut[];
  /** Jobs whose targets expose nothing in this profile, and why. */
  readonly silentJobs: ReadonlyMap<string, string>;
  readonly requirements: readonly ResolvedRequirement[];
  readonly deployment?: Deployment;
  /** Feature flags of the Prometheus that evaluates it; those are in the deployment's command too. */
  readonly features?: readonly PrometheusFeature[];
}

/** Most panels ask Prometheus alone, and are looked at by every check: they get no lists of their own. */
const NO_LOG_QUERIES: readonly ResolvedLogQuery[] = [];
const isMetricQuery = (query: ResolvedQuery): query is ResolvedMetricQuery => query.language === 'promql';
const isLogQuery = (query: ResolvedQuery): query is ResolvedLogQuery => query.language === 'logql';

/** The queries of a panel that are asked of Prometheus. */
export function metricQueries({ queries }: Pick<ResolvedPanel, 'queries'>): readonly ResolvedMetricQuery[] {
  return queries.every(isMetricQuery) ? queries : queries.filter(isMetricQuery);
}

/** The queries of a panel that are asked of Loki, and answered with numbers. */
export function logQueries({ queries }: Pick<ResolvedPanel, 'queries'>): readonly ResolvedLogQuery[] {
  return queries.some(isLogQuery) ? queries.filter(isLogQuery) : NO_LOG_QUERIES;
}

/** Every alert of a model, whichever server evaluates it. */
export function alertsOf({ groups, logGroups }: Pick<ResolvedModel, 'groups' | 'logGroups'>): readonly AnyAlert[] {
  const metrics = groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'alert'));
  return [...metrics, ...logGroups.flatMap(({ rules }) => rules)];
}

/** How often Loki evaluates alerts: what its own settings say, and as often as Prometheus where they are made elsewhere. */
export function logsEvaluatedEvery({
  deployment,
  evaluationInterval,
}: Pick<ResolvedModel, 'deployment' | 'evaluationInterval'>): Duration {
  const own = deployment?.logStore?.evaluationInterval;
  return own === undefined ? evaluationInterval : duration(own);
}
