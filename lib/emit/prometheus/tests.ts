/**
 * Unit tests of the alerts of a group, for `promtool test rules`: each alert fires where its definition says so, with
 * every label and every rendered annotation, and stays silent elsewhere. What is expected is stated, never computed.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/
 */

import type { Firing, FiringTest, GivenSeries, SilentTest } from '../../model/alert-test.ts';
import type { ResolvedAlert, ResolvedGroup, ResolvedModel } from '../../model/resolved.ts';
import { print } from '../../promql/print.ts';
import { type Duration, durationText } from '../../units/duration.ts';
import { renderedAnnotations } from '../alert-rule.ts';
import { generated, toYaml } from '../yaml.ts';

interface Setting extends Pick<ResolvedModel, 'site' | 'evaluationInterval'> {
  /** Where the rules of the group stand, seen from the test file. */
  readonly ruleFile: string;
}
type Value = Readonly<Record<string, unknown>>;

/**
 * The test file of a group, or nothing for a group whose alerts have no tests.
 *
 * @example
 * const [file = ''] = resolved.groups.map((group) => testsYml(group, { ...resolved, ruleFile: '../rules/orders.yml' }));
 * file.split('\n').slice(3, 8).join('\n')
 * // rule_files:
 * // - ../rules/orders.yml
 * // evaluation_interval: 1m
 * // tests:
 * // - name: "OrdersPilingUp fires: 500 orders wait."
 */
export function testsYml(group: ResolvedGroup, setting: Setting): string | undefined {
  const alerts = group.rules.filter((rule) => rule.kind === 'alert');
  if (alerts.every(({ test }) => test.fires.length + test.silent.length === 0)) return undefined;
  const value = {
    rule_files: [setting.ruleFile],
    evaluation_interval: durationText(testStep(alerts, group.every ?? setting.evaluationInterval)),
    tests: alerts.flatMap((alert) => testsOf(alert, alerts, setting)),
  };
  return toYaml(value, { header: generated(`Tests of the alerts of the group ${group.name}.`) });
}

function testsOf(alert: ResolvedAlert, all: readonly ResolvedAlert[], model: Setting): readonly Value[] {
  const others = all.filter((other) => other.name === alert.name && other !== alert);
  const { fires, silent } = alert.test;
  return [
    ...fires.map((test) => {
      const firing = [expected(alert, test, model), ...otherSeverities(test, others, model)];
      return testValue(`${alert.name} fires: ${test.says}`, alert, test, firing);
    }),
    ...silent.map((test) =>
      testValue(`${alert.name} stays silent: ${test.reason}`, alert, test, otherSeverities(test, others, model)),
    ),
  ];
}

/** promtool knows an alert by its name alone: what is expected has to hold every severity of it that fires. */
function otherSeverities(
  { also = {} }: FiringTest | SilentTest,
  others: readonly ResolvedAlert[],
  model: Setting,
): Value[] {
  return others.flatMap((other) => {
    const firing = also[other.severity];
    return firing === undefined ? [] : [expected(other, firing, model)];
  });
}

function testValue(
  name: string,
  alert: ResolvedAlert,
  { every, at, given }: FiringTest | SilentTest,
  exp_alerts: readonly Value[],
): Value {
  return {
    name: name.replace(/\s+/g, ' ').trim(),
    interval: durationText(every),
    input_series: given.map(inputSeries),
    alert_rule_test: [{ eval_time: durationText(at), alertname: alert.name, exp_alerts }],
  };
}

/** A series as PromQL writes a selector of it; every label stands for itself. */
function inputSeries({ name, labels, values }: GivenSeries): Value {
  const matchers = Object.entries(labels).map(([label, value]) => ({ label, operator: '=' as const, value }));
  return { series: print({ kind: 'selector', metric: name, matchers }), values };
}

function expected(alert: ResolvedAlert, { labels, says }: Firing, { site }: Setting): Value {
  return { exp_labels: { ...labels, ...alert.ruleLabels }, exp_annotations: renderedAnnotations(alert, says, site) };
}

/** How far Prometheus looks back for a sample: with steps further apart a recorded series would have gaps. */
const LOOKBACK = 300_000;

/**
 * How often promtool evaluates the rules of a test file: in the largest step that every value, every `for` and every
 * time of evaluation falls on; five minutes at most, and never less than Prometheus' own interval. With that interval
 * alone a test over a day would take seconds.
 *
 * It is a minute where values come every minute and the alert waits ten.
 */
export function testStep(alerts: readonly ResolvedAlert[], interval: Duration): Duration {
  const ms = alerts.flatMap(timesOf).reduce(greatestCommonDivisor, LOOKBACK);
  return ms < interval.ms ? interval : { ms };
}

function timesOf({ for: wait, keepFiringFor, test }: ResolvedAlert): readonly number[] {
  const times = [...test.fires, ...test.silent].flatMap(({ every, at }) => [every.ms, at.ms]);
  return [wait?.ms ?? 0, keepFiringFor?.ms ?? 0, ...times];
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
