/** The words of a model, listed by hand. It loads no emitter, and nothing inside lib imports it. */
export type { Kind, MetricDefinition, MetricFacts, MetricInput, Source, Target } from './catalogue/metric.ts';
export { allTargets, source, target } from './catalogue/metric.ts';
export type { Addition, Correction, Overrides } from './catalogue/overrides/overrides.ts';
export { correctEach, overrides } from './catalogue/overrides/overrides.ts';
export type { Config, ConfigInput, Output } from './cli/config.ts';
export { defineConfig } from './cli/config.ts';
export type { Alert } from './model/alert.ts';
export { alert } from './model/alert.ts';
export { lines } from './model/alert-lines.ts';
export { series } from './model/alert-test.ts';
export type { Alerting, AlertingInput } from './model/alerting/alerting.ts';
export { alerting } from './model/alerting/alerting.ts';
export { inhibit, inhibitMilder } from './model/alerting/inhibition.ts';
export type { Email, Slack, Webhook } from './model/alerting/receiver.ts';
export { email, slack, webhook } from './model/alerting/receiver.ts';
export type { Contract, ContractInput } from './model/contract.ts';
export { contract } from './model/contract.ts';
export type { Dashboard } from './model/dashboard.ts';
export { annotation, dashboard, queryVariable, row } from './model/dashboard.ts';
export type { Container } from './model/deployment/container.ts';
export type { Deployment, DeploymentInput } from './model/deployment/deployment.ts';
export { deployment } from './model/deployment/deployment.ts';
export type { PrometheusFeature } from './model/deployment/features.ts';
export type { LogCollection } from './model/deployment/log-collection.ts';
export type { LogStore } from './model/deployment/server-settings.ts';
export type { Discovery } from './model/discovery.ts';
export type { Model, ModelInput } from './model/model.ts';
export { model } from './model/model.ts';
export { burnAlerts } from './model/objective/burn-alerts.ts';
export type { Objective, ObjectiveInput } from './model/objective/objective.ts';
export { objective } from './model/objective/objective.ts';
export { objectiveLine } from './model/objective/panels.ts';
export type { LabelColours, OverrideInput, Panel } from './model/panel.ts';
export { query } from './model/panel-query.ts';
export { profiles } from './model/profile.ts';
export { breaches, recorded, value } from './model/read.ts';
export type { Requirement } from './model/requirement.ts';
export { requirement } from './model/requirement.ts';
export type { Resolution } from './model/resolve/resolve.ts';
export { resolve } from './model/resolve/resolve.ts';
export type { ResolvedModel } from './model/resolved.ts';
export type { ScrapeJob, ScrapeJobOptions } from './model/scrape-job.ts';
export { scrapeJob } from './model/scrape-job.ts';
export type {
  ComputedSample,
  Distribution,
  DistributionInput,
  HistoryOf,
  RecordingInput,
  Sample,
  Signal,
  SignalInput,
} from './model/signal.ts';
export { distribution, signal } from './model/signal.ts';
export { unavailable } from './model/signal-query.ts';
export { scaleTime } from './model/steps/scale-time.ts';
export type { Step } from './model/steps/step.ts';
export { withAddresses } from './model/steps/with-addresses.ts';
export { withJobs } from './model/steps/with-jobs.ts';
export { withExternalLabels, withSite } from './model/steps/with-site.ts';
export { withTargets } from './model/steps/with-targets.ts';
export { withThresholds } from './model/steps/with-thresholds.ts';
export { text } from './model/text.ts';
export type { Annotation, QueryVariable } from './model/variable.ts';
export type { Counter, Gauge, Histogram, NativeHistogram, Summary, Untyped } from './promql/metric.ts';
export { counter, gauge, histogram, info, nativeHistogram, summary, untyped } from './promql/metric.ts';
export type { SharedCounter, SharedGauge, SharedHistogram, SharedSummary } from './promql/shared.ts';
export { sharedCounter, sharedGauge, sharedHistogram, sharedInfo, sharedSummary } from './promql/shared.ts';
export type { Problem, Where } from './units/problem.ts';
