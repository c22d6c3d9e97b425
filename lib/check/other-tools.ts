/**
 * What other tools check, and what does it here. Nothing of theirs is run: this table is how we know that nothing of
 * theirs is missed.
 */

/** A rule of another tool. */
export interface Covered {
  readonly tool: string;
  readonly rule: string;
  /** Ids of ours. */
  readonly by: readonly string[];
  /** How, where no rule of ours is needed, or why it does not apply. */
  readonly how?: string;
}

type Row = readonly [rule: string, by: string | readonly string[], how?: string];

function covered(tool: string, rows: readonly Row[]): readonly Covered[] {
  return rows.map(([rule, by, how]) => ({
    tool,
    rule,
    by: [by].flat().filter((id) => id !== ''),
    ...(how === undefined ? {} : { how }),
  }));
}

const DATASOURCE = 'every dashboard is made with a variable for its data source';

/** Source: https://github.com/grafana/dashboard-linter, docs/index.md and lint/rules.go. */
const dashboardLinter = covered('dashboard-linter', [
  ['template-datasource-rule', '', DATASOURCE],
  ['template-job-rule', ['variable-used', 'filter-label'], 'a dashboard names the labels that it filters by'],
  ['template-instance-rule', ['variable-used', 'filter-label'], 'a dashboard names the labels that it filters by'],
  ['template-label-promql-rule', ['label-known', 'metric-known']],
  ['template-on-time-change-reload-rule', '', 'written for every query variable'],
  ['panel-datasource-rule', '', DATASOURCE],
  ['panel-title-description-rule', 'panel-words'],
  ['panel-units-rule', ['panel-unit', 'display-unit']],
  ['panel-no-targets-rule', 'panel-queries'],
  [
    'target-promql-rule',
    ['raw-parses', 'promql-refused', 'variable-declared'],
    'all other queries are printed from typed trees',
  ],
  ['target-logql-rule', '', 'no log query is written as text'],
  ['target-logql-auto-rule', '', 'no log query is written as text'],
  ['target-rate-interval-rule', 'panel-rate-window'],
  ['target-job-rule', 'filter-label', 'typed signals that can be split by the label are filtered'],
  ['target-instance-rule', 'filter-label', 'typed signals that can be split by the label are filtered'],
  ['target-counter-agg-rule', ['counter-value', 'metric-kind', 'rate-of-sum']],
  ['uneditable-dashboard', '', 'written for every dashboard'],
]);

/** Source: https://github.com/monitoring-mixins/mixtool, pkg/mixer/lint.go. */
const mixtool = covered('mixtool', [
  ['alert-name-camelcase', 'alert-name'],
  ['alert-severity-rule', 'alert-severity', 'the types know four severities'],
  ['alert-description-missing-rule', 'alert-description'],
  ['alert-description-templating', 'alert-description'],
  ['alert-summary-missing-rule', 'alert-summary'],
  ['alert-summary-templating', 'alert-summary'],
  ['alert-summary-style', 'alert-summary'],
  ['dashboard has no title', 'dashboard-words'],
  ['dashboard has no UID', 'dashboard-uid'],
]);

const SERVER = 'not here: it takes a running Prometheus and its history';
const NOTHING_SUCH = 'nothing of the kind can be defined here';

/** Source: https://cloudflare.github.io/pint/checks/. */
const pint = covered('pint', [
  ['alerts/absent', 'alert-absent-for'],
  ['alerts/annotation', ['alert-summary', 'alert-description', 'alert-runbook']],
  ['alerts/comparison', 'alert-comparison'],
  ['alerts/count', '', SERVER],
  ['alerts/external_labels', '', NOTHING_SUCH],
  ['alerts/for', ['alert-for', 'alert-severity']],
  ['alerts/template', 'labels-kept', 'texts have typed holes'],
  ['group/interval', 'evaluation-interval'],
  ['labels/conflict', ['alert-service', 'target-labels']],
  ['promql/aggregate', ['labels-kept', 'legend-label']],
  ['promql/counter', ['counter-value', 'metric-kind']],
  ['promql/features', 'promql-feature'],
  ['promql/fragile', 'topk-in-rule'],
  ['promql/impossible', ['grouping-label', 'vector-matching']],
  ['promql/nan', 'sum-of-quotients'],
  ['promql/offset', '', SERVER],
  ['promql/performance', 'rule-duplicate', 'a recorded signal is read as its series wherever it is shown'],
  ['promql/range_query', '', SERVER],
  ['promql/rate', ['rate-window', 'metric-kind', 'rate-of-sum']],
  ['promql/regexp', ['regexp-plain', 'regexp-valid']],
  ['promql/selector', ['filter-label', 'label-known']],
  ['promql/series', ['metric-known', 'metric-scraped', 'recording-known', 'label-known']],
  ['promql/syntax', ['raw-parses', 'promql-refused', 'grafana-variable', 'regexp-valid']],
  ['promql/vector_matching', 'vector-matching'],
  ['query/cost', '', SERVER],
  ['rule/dependency', ['rule-order', 'recording-known']],
  ['rule/duplicate', ['rule-duplicate', 'recording-unique', 'alert-unique']],
  ['rule/for', ['alert-for', 'alert-severity']],
  ['rule/label', ['alert-service', 'alert-severity']],
  ['rule/link', 'alert-runbook', 'runbooks are files of this repository'],
  ['rule/name', ['recording-name', 'alert-name']],
  ['rule/owner', '', NOTHING_SUCH],
  ['rule/reject', 'secret'],
  ['rule/report', '', NOTHING_SUCH],
  ['yaml/parse', '', 'files are printed from data'],
]);

export const coverage: readonly Covered[] = Object.freeze([...dashboardLinter, ...mixtool, ...pint]);
