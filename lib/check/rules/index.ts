/**
 * Every rule, listed by hand in the order of the documentation, chapter by chapter. A chapter is a folder here: its
 * rules lie in it, each in the file of its id with its test beside it.
 */
import type { Rule } from '../rule.ts';
import { activeTimes } from './alerting/active-times.ts';
import { alertRouted } from './alerting/alert-routed.ts';
import { inhibitionApplies } from './alerting/inhibition-applies.ts';
import { inhibitionEqual } from './alerting/inhibition-equal.ts';
import { receiverRouted } from './alerting/receiver-routed.ts';
import { routeReached } from './alerting/route-reached.ts';
import { alertAbsentFor } from './alerts/alert-absent-for.ts';
import { alertComparison } from './alerts/alert-comparison.ts';
import { alertDescription } from './alerts/alert-description.ts';
import { alertFor } from './alerts/alert-for.ts';
import { alertName } from './alerts/alert-name.ts';
import { alertRunbook } from './alerts/alert-runbook.ts';
import { alertService } from './alerts/alert-service.ts';
import { alertSeverity } from './alerts/alert-severity.ts';
import { alertShown } from './alerts/alert-shown.ts';
import { alertSummary } from './alerts/alert-summary.ts';
import { alertTestSeries } from './alerts/alert-test-series.ts';
import { alertTestValues } from './alerts/alert-test-values.ts';
import { alertTests } from './alerts/alert-tests.ts';
import { alertUnique } from './alerts/alert-unique.ts';
import { runbookAlert } from './alerts/runbook-alert.ts';
import { runbookNames } from './alerts/runbook-names.ts';
import { dashboardHeight } from './dashboards/dashboard-height.ts';
import { dashboardLimits } from './dashboards/dashboard-limits.ts';
import { dashboardRange } from './dashboards/dashboard-range.ts';
import { dashboardRefresh } from './dashboards/dashboard-refresh.ts';
import { dashboardUid } from './dashboards/dashboard-uid.ts';
import { dashboardUnique } from './dashboards/dashboard-unique.ts';
import { dashboardWords } from './dashboards/dashboard-words.ts';
import { requirementShown } from './dashboards/requirement-shown.ts';
import { containerImage } from './deployment/container-image.ts';
import { containerNames } from './deployment/container-names.ts';
import { containerScraped } from './deployment/container-scraped.ts';
import { logExpression } from './deployment/log-expression.ts';
import { probeModule } from './deployment/probe-module.ts';
import { logFilterFormat } from './logql/log-filter-format.ts';
import { logKeepFiring } from './logql/log-keep-firing.ts';
import { logMatchers } from './logql/log-matchers.ts';
import { logRefused } from './logql/log-refused.ts';
import { logRegexpPlain } from './logql/log-regexp-plain.ts';
import { logSeries } from './logql/log-series.ts';
import { logStreamLabel } from './logql/log-stream-label.ts';
import { logUnwrapError } from './logql/log-unwrap-error.ts';
import { logWindow } from './logql/log-window.ts';
import { objectiveAlerts } from './objectives/objective-alerts.ts';
import { objectiveTarget } from './objectives/objective-target.ts';
import { displayUnit } from './panels/display-unit.ts';
import { instantInterval } from './panels/instant-interval.ts';
import { legendLabel } from './panels/legend-label.ts';
import { overrideQuery } from './panels/override-query.ts';
import { panelNumbers } from './panels/panel-numbers.ts';
import { panelQueries } from './panels/panel-queries.ts';
import { panelRateWindow } from './panels/panel-rate-window.ts';
import { panelTotalWindow } from './panels/panel-total-window.ts';
import { panelUnique } from './panels/panel-unique.ts';
import { panelUnit } from './panels/panel-unit.ts';
import { panelWords } from './panels/panel-words.ts';
import { statHistory } from './panels/stat-history.ts';
import { transformationField } from './panels/transformation-field.ts';
import { coarserQuery } from './promql/coarser-query.ts';
import { counterValue } from './promql/counter-value.ts';
import { groupingLabel } from './promql/grouping-label.ts';
import { histogramQuantile } from './promql/histogram-quantile.ts';
import { labelKnown } from './promql/label-known.ts';
import { labelsKept } from './promql/labels-kept.ts';
import { metricExposed } from './promql/metric-exposed.ts';
import { metricKept } from './promql/metric-kept.ts';
import { metricKind } from './promql/metric-kind.ts';
import { metricKnown } from './promql/metric-known.ts';
import { metricScraped } from './promql/metric-scraped.ts';
import { promqlFeature } from './promql/promql-feature.ts';
import { promqlRefused } from './promql/promql-refused.ts';
import { quantileRange } from './promql/quantile-range.ts';
import { quantileThreshold } from './promql/quantile-threshold.ts';
import { rateOfSum } from './promql/rate-of-sum.ts';
import { rateWindow } from './promql/rate-window.ts';
import { rawParses } from './promql/raw-parses.ts';
import { recordingKnown } from './promql/recording-known.ts';
import { regexpPlain } from './promql/regexp-plain.ts';
import { regexpValid } from './promql/regexp-valid.ts';
import { sumOfQuotients } from './promql/sum-of-quotients.ts';
import { vectorMatching } from './promql/vector-matching.ts';
import { recordingLevel } from './recording/recording-level.ts';
import { recordingName } from './recording/recording-name.ts';
import { recordingUnique } from './recording/recording-unique.ts';
import { recordingWindow } from './recording/recording-window.ts';
import { evaluationInterval } from './rule-groups/evaluation-interval.ts';
import { grafanaVariable } from './rule-groups/grafana-variable.ts';
import { irateInRule } from './rule-groups/irate-in-rule.ts';
import { ruleDuplicate } from './rule-groups/rule-duplicate.ts';
import { ruleOrder } from './rule-groups/rule-order.ts';
import { topkInRule } from './rule-groups/topk-in-rule.ts';
import { jobDeclared } from './scraping/job-declared.ts';
import { relabelValid } from './scraping/relabel-valid.ts';
import { scrapeSettings } from './scraping/scrape-settings.ts';
import { scrapeTargets } from './scraping/scrape-targets.ts';
import { scrapeTimeout } from './scraping/scrape-timeout.ts';
import { targetLabels } from './scraping/target-labels.ts';
import { defaultRepeated } from './settings/default-repeated.ts';
import { numberFinite } from './settings/number-finite.ts';
import { signalUnique } from './signals/signal-unique.ts';
import { thresholds } from './signals/thresholds.ts';
import { linkAddress } from './texts/link-address.ts';
import { linkTarget } from './texts/link-target.ts';
import { secret } from './texts/secret.ts';
import { textVisible } from './texts/text-visible.ts';
import { datasourceDeclared } from './variables/datasource-declared.ts';
import { filterLabel } from './variables/filter-label.ts';
import { panelFiltered } from './variables/panel-filtered.ts';
import { panelRepeat } from './variables/panel-repeat.ts';
import { variableDeclared } from './variables/variable-declared.ts';
import { variableName } from './variables/variable-name.ts';
import { variableUsed } from './variables/variable-used.ts';
import { variableValues } from './variables/variable-values.ts';

/** Rules of one subject. */
export interface Chapter {
  /** The folder in which they lie. */
  readonly folder: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** The rules by subject. */
export const chapters: readonly Chapter[] = [
  {
    folder: 'dashboards',
    title: 'Dashboards',
    rules: [
      dashboardUid,
      dashboardUnique,
      dashboardWords,
      dashboardLimits,
      dashboardRange,
      dashboardRefresh,
      dashboardHeight,
      requirementShown,
    ],
  },
  {
    folder: 'panels',
    title: 'Panels',
    rules: [
      panelUnique,
      panelWords,
      statHistory,
      panelQueries,
      panelUnit,
      displayUnit,
      legendLabel,
      overrideQuery,
      transformationField,
      panelNumbers,
      panelRateWindow,
      panelTotalWindow,
      instantInterval,
    ],
  },
  {
    folder: 'variables',
    title: 'Variables of dashboards',
    rules: [
      variableName,
      variableValues,
      variableUsed,
      variableDeclared,
      datasourceDeclared,
      panelRepeat,
      panelFiltered,
      filterLabel,
    ],
  },
  { folder: 'settings', title: 'Settings of dashboards, panels and alerts', rules: [defaultRepeated, numberFinite] },
  { folder: 'texts', title: 'Links and secrets in texts', rules: [linkTarget, linkAddress, secret, textVisible] },
  { folder: 'signals', title: 'Signals', rules: [signalUnique, thresholds] },
  {
    folder: 'promql',
    title: 'Queries',
    rules: [
      rawParses,
      coarserQuery,
      quantileThreshold,
      promqlRefused,
      promqlFeature,
      metricKnown,
      metricScraped,
      metricExposed,
      metricKept,
      metricKind,
      counterValue,
      recordingKnown,
      labelKnown,
      groupingLabel,
      labelsKept,
      vectorMatching,
      rateWindow,
      rateOfSum,
      sumOfQuotients,
      histogramQuantile,
      quantileRange,
      regexpPlain,
      regexpValid,
    ],
  },
  {
    folder: 'logql',
    title: 'Queries of log lines',
    rules: [
      logRefused,
      logStreamLabel,
      logMatchers,
      logFilterFormat,
      logRegexpPlain,
      logUnwrapError,
      logSeries,
      logWindow,
      logKeepFiring,
    ],
  },
  {
    folder: 'rule-groups',
    title: 'Recording and alerting rules',
    rules: [ruleOrder, ruleDuplicate, grafanaVariable, irateInRule, topkInRule, evaluationInterval],
  },
  {
    folder: 'recording',
    title: 'Recording rules',
    rules: [recordingName, recordingLevel, recordingWindow, recordingUnique],
  },
  {
    folder: 'alerts',
    title: 'Alerts',
    rules: [
      alertName,
      alertUnique,
      alertSummary,
      alertDescription,
      alertService,
      alertSeverity,
      alertComparison,
      alertFor,
      alertAbsentFor,
      alertRunbook,
      runbookAlert,
      runbookNames,
      alertShown,
      alertTests,
      alertTestSeries,
      alertTestValues,
    ],
  },
  { folder: 'objectives', title: 'Objectives', rules: [objectiveTarget, objectiveAlerts] },
  {
    folder: 'alerting',
    title: 'Who is told of alerts',
    rules: [routeReached, alertRouted, receiverRouted, activeTimes, inhibitionApplies, inhibitionEqual],
  },
  {
    folder: 'scraping',
    title: 'Scrape jobs',
    rules: [jobDeclared, scrapeTargets, scrapeSettings, scrapeTimeout, relabelValid, targetLabels],
  },
  {
    folder: 'deployment',
    title: 'Containers, probes and logs',
    rules: [containerImage, containerNames, containerScraped, probeModule, logExpression],
  },
];

/** Every rule. */
export const rules: readonly Rule[] = Object.freeze(chapters.flatMap((chapter) => chapter.rules));
