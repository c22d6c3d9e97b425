/** Everything that a system's monitoring consists of, as one value: what `resolve()` and the other steps work on. */
import type { MetricFacts } from '../catalogue/metric.ts';
import { type Duration, type DurationText, duration } from '../units/duration.ts';
import type { Alert } from './alert.ts';
import type { Alerting } from './alerting/alerting.ts';
import type { Contract } from './contract.ts';
import type { Dashboard } from './dashboard.ts';
import type { Deployments } from './deployment/deployment.ts';
import type { PrometheusFeature } from './deployment/features.ts';
import type { AnyObjective } from './objective/objective.ts';
import type { Requirement } from './requirement.ts';
import type { ScrapeJob } from './scrape-job.ts';
import type { AnySignal } from './signal.ts';

export interface NamedAlert {
  readonly name: string;
  readonly alert: Alert;
}

/** Where a server listens. */
export type Address = `${string}:${number}`;

/** Where a system is found. */
export interface Site {
  /** Where people open Grafana: notifications link to its panels. */
  readonly grafana: string;
  /** Where people read runbooks: notifications link to the alert's. */
  readonly runbooks: string;
  /** Where Prometheus sends alerts: `alertmanager:9093`. */
  readonly alertmanager: Address;
}

/** A system as `model()` gathers it, all profiles together. */
export interface Model {
  readonly profiles: readonly string[];
  /** Those of the objectives come last. */
  readonly signals: readonly AnySignal[];
  readonly objectives: readonly AnyObjective[];
  readonly dashboards: readonly Dashboard[];
  readonly alerts: readonly NamedAlert[];
  readonly alerting?: Alerting;
  readonly jobs: readonly ScrapeJob[];
  /** What services have to expose themselves. */
  readonly contracts: readonly Contract[];
  /** What the monitoring was asked for. */
  readonly requirements: readonly Requirement[];
  readonly scrapeInterval: Duration;
  readonly evaluationInterval: Duration;
  readonly site: Site;
  readonly runbooks: Readonly<Record<string, string>>;
  readonly deployment?: Deployments;
  /** Feature flags that the Prometheus has which evaluates the model. */
  readonly features?: readonly PrometheusFeature[];
  readonly catalogue: ReadonlyMap<string, MetricFacts>;
  /** The values of `job` that a metric's series have, by the metric's name: several targets may have one of that name. */
  readonly jobsOf: ReadonlyMap<string, readonly string[]>;
}

/** A module of definitions, as `import * as module` gives it. */
export type Module = Readonly<Record<string, unknown>>;

/** What `model()` gathers: modules of definitions, as `import * as module` gives them, and the settings of the system. */
export interface ModelInput {
  readonly profiles: readonly string[];
  /** Modules that export signals. */
  readonly signals: readonly Module[];
  /** Modules that export objectives. */
  readonly objectives?: readonly Module[];
  readonly dashboards: readonly Dashboard[];
  /** Modules that export alerts: an alert's name is its export's. An exported list is one alert in several severities. */
  readonly alerts: readonly Module[];
  /** Who is told of which alert; left out, there is no configuration of Alertmanager. */
  readonly alerting?: Alerting;
  readonly jobs: readonly ScrapeJob[];
  /** What services have to expose themselves; left out, all are measured by exporters. */
  readonly contracts?: readonly Contract[];
  /** What the monitoring was asked for: the index says where each is shown. */
  readonly requirements?: readonly Requirement[];
  readonly scrapeInterval: DurationText;
  readonly evaluationInterval: DurationText;
  readonly site: Site;
  /** Markdown by alert name. */
  readonly runbooks: Readonly<Record<string, string>>;
  /** What runs beside the system; one for all profiles, or one for each. Left out, no Compose file is made. */
  readonly deployment?: Deployments;
  /**
   * Feature flags of the Prometheus that evaluates the model: what needs one is refused without. The Compose file starts
   * its Prometheus with them.
   */
  readonly features?: readonly PrometheusFeature[];
  /** Modules that export metrics. */
  readonly catalogue: readonly Module[];
}

/**
 * Gathers the definitions of a system.
 *
 * @example
 * model({ ...stack, dashboards: [orders], alerts: [{ OrdersPilingUp }], runbooks: {} }).alerts.map(({ name }) => name)
 * // ['OrdersPilingUp']
 */
export function model(input: ModelInput): Model {
  const {
    scrapeInterval,
    evaluationInterval,
    signals,
    alerts,
    catalogue,
    contracts = [],
    requirements = [],
    ...rest
  } = input;
  const metrics = metricsIn(catalogue);
  const objectives = exported(input.objectives ?? [], isObjective).map(([, objective]) => objective);
  const own = exported(signals, isSignal).map(([, signal]) => signal);
  return Object.freeze({
    ...rest,
    signals: [...own, ...objectives.flatMap((objective) => objective.signals)],
    objectives,
    alerts: exported(alerts, isAlerts).flatMap(([name, some]) => named(name, [some].flat())),
    catalogue: new Map(metrics),
    contracts,
    requirements,
    jobsOf: jobsByName(metrics),
    scrapeInterval: duration(scrapeInterval),
    evaluationInterval: duration(evaluationInterval),
  });
}

function exported<T>(
  modules: readonly Module[],
  is: (value: unknown) => value is T,
): readonly (readonly [string, T])[] {
  return modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]): readonly (readonly [string, T])[] =>
      is(value) ? [[name, value]] : [],
    ),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Definitions are known by their kind, whatever fields they have. */
function kindOf(value: unknown): unknown {
  return isObject(value) && 'kind' in value ? value.kind : undefined;
}

function isSignal(value: unknown): value is AnySignal {
  return kindOf(value) === 'signal' || kindOf(value) === 'distribution';
}

function isObjective(value: unknown): value is AnyObjective {
  return kindOf(value) === 'objective';
}

function named(name: string, alerts: readonly Alert[]): readonly NamedAlert[] {
  return alerts.map((alert) => Object.freeze({ name, alert }));
}

function isAlerts(value: unknown): value is Alert | readonly Alert[] {
  return Array.isArray(value) ? value.length > 0 && value.every(isAlert) : isAlert(value);
}

function isAlert(value: unknown): value is Alert {
  return kindOf(value) === 'alert';
}

interface Metric {
  readonly facts: MetricFacts;
}

function isMetric(value: unknown): value is Metric {
  return kindOf(value) === 'metric' || kindOf(value) === 'shared metric';
}

/** The name of every series that a metric has: a histogram is asked for as `_bucket`, `_sum` and `_count`. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  histogram: ['', '_bucket', '_sum', '_count'],
  summary: ['', '_sum', '_count'],
};

type NamedFacts = readonly (readonly [name: string, facts: MetricFacts])[];

function metricsIn(modules: readonly Module[]): NamedFacts {
  const all = exported(modules, isMetric).map(([, { facts }]) => facts);
  return all.flatMap((facts) => (SUFFIXES[facts.kind] ?? ['']).map((suffix) => [facts.name + suffix, facts] as const));
}

function jobsByName(metrics: NamedFacts): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, { source }] of metrics) {
    found.set(name, [...new Set([...(found.get(name) ?? []), ...source.target.jobs])].sort());
  }
  return found;
}
