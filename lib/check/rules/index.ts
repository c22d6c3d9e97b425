/** All rules, listed by hand, in the order of the documentation. */
import type { Rule } from '../rule.ts';
import { alertAbsentFor } from './alert-absent-for.ts';
import { alertComparison } from './alert-comparison.ts';
import { alertDescription } from './alert-description.ts';
import { alertFor } from './alert-for.ts';
import { alertName } from './alert-name.ts';
import { alertRunbook } from './alert-runbook.ts';
import { alertService } from './alert-service.ts';
import { alertSeverity } from './alert-severity.ts';
import { alertShown } from './alert-shown.ts';
import { alertSummary } from './alert-summary.ts';
import { alertTestSeries } from './alert-test-series.ts';
import { alertTestValues } from './alert-test-values.ts';
import { alertTests } from './alert-tests.ts';
import { alertUnique } from './alert-unique.ts';
import { counterValue } from './counter-value.ts';
import { dashboardHeight } from './dashboard-height.ts';
import { dashboardRefresh } from './dashboard-refresh.ts';
import { dashboardUid } from './dashboard-uid.ts';
import { dashboardUnique } from './dashboard-unique.ts';
import { dashboardWords } from './dashboard-words.ts';
import { displayUnit } from './display-unit.ts';
import { evaluationInterval } from './evaluation-interval.ts';
import { filterLabel } from './filter-label.ts';
import { grafanaVariable } from './grafana-variable.ts';
import { groupingLabel } from './grouping-label.ts';
import { histogramQuantile } from './histogram-quantile.ts';
import { instantInterval } from './instant-interval.ts';
import { irateInRule } from './irate-in-rule.ts';
import { labelKnown } from './label-known.ts';
import { labelsKept } from './labels-kept.ts';
import { legendLabel } from './legend-label.ts';
import { linkTarget } from './link-target.ts';
import { metricKind } from './metric-kind.ts';
import { metricKnown } from './metric-known.ts';
import { metricScraped } from './metric-scraped.ts';
import { overrideLine } from './override-line.ts';
import { panelLines } from './panel-lines.ts';
import { panelRateWindow } from './panel-rate-window.ts';
import { panelRepeat } from './panel-repeat.ts';
import { panelTotalWindow } from './panel-total-window.ts';
import { panelUnique } from './panel-unique.ts';
import { panelUnit } from './panel-unit.ts';
import { panelWords } from './panel-words.ts';
import { quantileRange } from './quantile-range.ts';
import { rateOfSum } from './rate-of-sum.ts';
import { rateWindow } from './rate-window.ts';
import { rawParses } from './raw-parses.ts';
import { recordingKnown } from './recording-known.ts';
import { recordingLevel } from './recording-level.ts';
import { recordingName } from './recording-name.ts';
import { recordingUnique } from './recording-unique.ts';
import { recordingWindow } from './recording-window.ts';
import { regexpPlain } from './regexp-plain.ts';
import { regexpValid } from './regexp-valid.ts';
import { ruleDuplicate } from './rule-duplicate.ts';
import { ruleOrder } from './rule-order.ts';
import { runbookAlert } from './runbook-alert.ts';
import { scrapeTargets } from './scrape-targets.ts';
import { scrapeTimeout } from './scrape-timeout.ts';
import { secret } from './secret.ts';
import { signalUnique } from './signal-unique.ts';
import { sumOfQuotients } from './sum-of-quotients.ts';
import { targetLabels } from './target-labels.ts';
import { thresholds } from './thresholds.ts';
import { topkInRule } from './topk-in-rule.ts';
import { variableDeclared } from './variable-declared.ts';
import { variableName } from './variable-name.ts';
import { variableUsed } from './variable-used.ts';
import { vectorMatching } from './vector-matching.ts';

/** Rules of one subject. */
export interface Chapter {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** The rules by subject. */
export const chapters: readonly Chapter[] = [
  {
    title: 'Dashboards and their panels',
    rules: [
      dashboardUid,
      dashboardUnique,
      dashboardWords,
      dashboardRefresh,
      dashboardHeight,
      panelUnique,
      panelWords,
      panelLines,
      panelUnit,
      displayUnit,
      thresholds,
      legendLabel,
      overrideLine,
      linkTarget,
    ],
  },
  {
    title: 'Variables',
    rules: [variableName, variableUsed, variableDeclared, panelRepeat, filterLabel],
  },
  {
    title: 'Windows of panels',
    rules: [panelRateWindow, panelTotalWindow, instantInterval],
  },
  {
    title: 'Queries',
    rules: [
      rawParses,
      metricKnown,
      metricScraped,
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
    title: 'Rules',
    rules: [
      ruleOrder,
      ruleDuplicate,
      grafanaVariable,
      irateInRule,
      topkInRule,
      evaluationInterval,
      recordingName,
      recordingLevel,
      recordingWindow,
      recordingUnique,
      signalUnique,
    ],
  },
  {
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
      alertShown,
      alertTests,
      alertTestSeries,
      alertTestValues,
    ],
  },
  {
    title: 'Scrape jobs',
    rules: [scrapeTargets, scrapeTimeout, targetLabels],
  },
  {
    title: 'Texts',
    rules: [secret],
  },
];

/** Every rule. */
export const rules: readonly Rule[] = Object.freeze(chapters.flatMap((chapter) => chapter.rules));
