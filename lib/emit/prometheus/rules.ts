/**
 * Recording and alerting rules: one file per group. Rules of a group are evaluated one after the other, so recording
 * rules stand first and the alerts that read them see this evaluation's values.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/
 */
import type { ResolvedAlert, ResolvedGroup, ResolvedRecordingRule, ResolvedRule, Site } from '../../model/resolved.ts';
import { plainText } from '../../model/text.ts';
import { print } from '../../promql/print.ts';
import { durationText } from '../../units/duration.ts';
import { generated } from '../header.ts';
import { present } from '../present.ts';
import { toYaml } from '../yaml.ts';
import { annotationsOf } from './annotations.ts';
import { goTemplate } from './template.ts';

/**
 * The rule file of a group.
 *
 * @example rulesYml({ name: 'queue', rules: [rule] }, site)
 * // groups:
 * // - name: queue
 * //   rules:
 * //   - record: job:votes_waiting:max
 * //     expr: max by (job) (redis_key_size{db="db0",key="votes"})
 */
export function rulesYml(group: ResolvedGroup, site: Site): string {
  const header = generated(`Recording and alerting rules of the group ${group.name}.`);
  return toYaml({ groups: [groupValue(group, site)] }, { header });
}

function groupValue({ name, every, rules }: ResolvedGroup, site: Site): Readonly<Record<string, unknown>> {
  return present({
    name,
    interval: every && durationText(every),
    rules: inOrder(rules).map((rule) => (rule.kind === 'recording' ? recordingRule(rule) : alertRule(rule, site))),
  });
}

/** Recording rules first, otherwise as they were given. */
function inOrder(rules: readonly ResolvedRule[]): readonly ResolvedRule[] {
  return [...rules.filter(({ kind }) => kind === 'recording'), ...rules.filter(({ kind }) => kind === 'alert')];
}

function recordingRule({ name, node }: ResolvedRecordingRule): Readonly<Record<string, unknown>> {
  return { record: name, expr: print(node) };
}

function alertRule(alert: ResolvedAlert, site: Site): Readonly<Record<string, unknown>> {
  const annotations = Object.entries(annotationsOf(alert, site));
  return present({
    alert: alert.name,
    expr: print(alert.node),
    for: alert.for && durationText(alert.for),
    keep_firing_for: alert.keepFiringFor && durationText(alert.keepFiringFor),
    labels: labelsOf(alert),
    annotations: Object.fromEntries(annotations.map(([name, text]) => [name, goTemplate(text)])),
  });
}

/** The value of a rule's label is a template too; these are without holes. */
function labelsOf({ ruleLabels }: ResolvedAlert): Readonly<Record<string, string>> {
  const sorted = Object.entries(ruleLabels).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([label, value]) => [label, goTemplate(plainText(value))]));
}
