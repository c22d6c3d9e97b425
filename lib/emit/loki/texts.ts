/**
 * What alerts over log lines say, for promtool: its templates are Loki's, and it takes any series. Each alert that a test
 * saw firing becomes a rule with the same labels and annotations, over a series with the labels and the value that were
 * found.
 */
import type { Site } from '../../model/model.ts';
import type { ResolvedLogAlert } from '../../model/resolved.ts';
import { print } from '../../promql/print.ts';
import { numberText } from '../../promql/quote.ts';
import { alertRule, renderedAnnotations } from '../alert-rule.ts';
import { toYaml } from '../yaml.ts';

/** An alert as it was seen. */
interface Seen {
  readonly alert: ResolvedLogAlert;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  readonly says: string;
}

const RULES = 'rules.yml';
const METRIC = 'found_in_lines';
/** Tells the rules apart, and is on no alert. */
const NUMBER = 'number_of_the_test';

/**
 * Files for `promtool test rules tests.yml`; none where nothing was seen.
 *
 * @example [...textFiles([], stack.site)] // []
 */
export function textFiles(seen: readonly Seen[], site: Site): ReadonlyMap<string, string> {
  if (seen.length === 0) return new Map();
  const cases = seen.map((each, index) => testCase(each, String(index), site));
  const header = 'What alerts over log lines say, over series that are like what was found.';
  const rules = { groups: [{ name: 'texts', rules: cases.map(({ rule }) => rule) }] };
  const tests = { rule_files: [RULES], evaluation_interval: '1m', tests: cases.map(({ test }) => test) };
  return new Map([
    [RULES, toYaml(rules, { header })],
    ['tests.yml', toYaml(tests, { header })],
  ]);
}

function testCase({ alert, labels, value, says }: Seen, number: string, site: Site) {
  const matchers = Object.entries({ ...labels, [NUMBER]: number }).map(([label, text]) => ({
    label,
    operator: '=' as const,
    value: text,
  }));
  const { for: _for, keepFiringFor: _keep, ...atOnce } = alert;
  const own = { label: NUMBER, operator: '=' as const, value: number };
  const expr = `max without (${NUMBER}) (${print({ kind: 'selector', metric: METRIC, matchers: [own] })})`;
  const firing = {
    exp_labels: { ...labels, ...alert.ruleLabels },
    exp_annotations: renderedAnnotations(alert, says, site),
  };
  return {
    rule: alertRule(atOnce, expr, site),
    test: {
      name: `${alert.name} says: ${says.replace(/\s+/g, ' ').trim()}`,
      interval: '1m',
      input_series: [{ series: print({ kind: 'selector', metric: METRIC, matchers }), values: `${numberText(value)}` }],
      alert_rule_test: [{ eval_time: '0s', alertname: alert.name, exp_alerts: [firing] }],
    },
  };
}
