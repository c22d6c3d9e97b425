/**
 * Unit tests of the alerts of a group, for `promtool test rules`: each alert fires where its definition says so, with
 * every label and every rendered annotation, and stays silent elsewhere. What is expected is stated, never computed.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/
 */
import type {
  FiringTest,
  GivenSeries,
  ResolvedAlert,
  ResolvedGroup,
  ResolvedModel,
  Said,
  SilentTest,
} from '../../model/resolved.ts';
import type { Text } from '../../model/text.ts';
import { print } from '../../promql/print.ts';
import { durationText } from '../../units/duration.ts';
import { generated } from '../header.ts';
import { toYaml } from '../yaml.ts';
import { annotationsOf } from './annotations.ts';
import { groupFile } from './group-file.ts';
import { testStep } from './test-step.ts';

type Setting = Pick<ResolvedModel, 'site' | 'evaluationInterval'>;
type Value = Readonly<Record<string, unknown>>;

/**
 * The test file of a group, or nothing for a group without alerts. It expects the rule file at `../rules/`.
 *
 * @example testsYml({ name: 'queue', rules: [VoteQueueGrowing] }, model)
 * // rule_files:
 * // - ../rules/queue.yml
 * // evaluation_interval: 1m
 * // tests:
 * // - name: "VoteQueueGrowing fires: 500 votes wait in Redis and the number grows."
 */
export function testsYml(group: ResolvedGroup, model: Setting): string | undefined {
  const alerts = group.rules.filter((rule) => rule.kind === 'alert');
  if (alerts.length === 0) return undefined;
  const value = {
    rule_files: [`../rules/${groupFile(group.name)}`],
    evaluation_interval: durationText(testStep(alerts, group.every ?? model.evaluationInterval)),
    tests: alerts.flatMap((alert) => testsOf(alert, alerts, model)),
  };
  return toYaml(value, { header: generated(`Tests of the alerts of the group ${group.name}.`) });
}

function testsOf(alert: ResolvedAlert, all: readonly ResolvedAlert[], model: Setting): readonly Value[] {
  const others = all.filter((other) => other.name === alert.name && other !== alert);
  const { fires, silent } = alert.test;
  return [
    ...fires.map((test) => {
      const said = [expected(alert, test, model), ...meanwhile(test, others, model)];
      return testValue(`${alert.name} fires: ${test.says}`, alert, test, said);
    }),
    ...silent.map((test) =>
      testValue(`${alert.name} stays silent: ${test.reason}`, alert, test, meanwhile(test, others, model)),
    ),
  ];
}

/** promtool asks for an alert by name, and is told of every severity that fires. */
function meanwhile({ also = {} }: FiringTest | SilentTest, others: readonly ResolvedAlert[], model: Setting): Value[] {
  return others.flatMap((other) => {
    const said = also[other.severity];
    return said === undefined ? [] : [expected(other, said, model)];
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

function expected(alert: ResolvedAlert, { labels, says }: Said, { site }: Setting): Value {
  const annotations = Object.entries(annotationsOf(alert, site));
  const rendered = annotations.map(([name, text]) => [name, name === 'description' ? says : literalOf(text)]);
  return { exp_labels: { ...labels, ...alert.ruleLabels }, exp_annotations: Object.fromEntries(rendered) };
}

/** All annotations but the description are without holes. */
function literalOf({ pieces }: Text): string {
  return pieces.filter((piece) => typeof piece === 'string').join('');
}
