/**
 * Recording and alerting rules: one file per group. Rules of a group are evaluated one after the other, so recording
 * rules stand first and the alerts that read them see this evaluation's values.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/
 */

import type { Site } from '../../model/model.ts';
import type { ResolvedGroup, ResolvedRecordingRule, ResolvedRule } from '../../model/resolved.ts';
import { print } from '../../promql/print.ts';
import { durationText } from '../../units/duration.ts';
import { alertRule } from '../alert-rule.ts';
import { present } from '../plain-data.ts';
import { generated, toYaml } from '../yaml.ts';

/**
 * The rule file of a group.
 *
 * @example resolved.groups.map((group) => rulesYml({ ...group, rules: group.rules.slice(0, 1) }, resolved.site)).join('')
 * // # Recording and alerting rules of the group orders.
 * // # Made by `npm run build`; what is changed here by hand is lost.
 * //
 * // groups:
 * // - name: orders
 * //   interval: 30s
 * //   rules:
 * //   - record: job:orders_waiting:max
 * //     expr: max by (job) (redis_key_size{job="redis",key="orders"})
 */
export function rulesYml(group: ResolvedGroup, site: Site): string {
  const header = generated(`Recording and alerting rules of the group ${group.name}.`);
  return toYaml({ groups: [groupValue(group, site)] }, { header });
}

function groupValue({ name, every, rules }: ResolvedGroup, site: Site): Readonly<Record<string, unknown>> {
  return present({
    name,
    interval: every && durationText(every),
    rules: inOrder(rules).map((rule) =>
      rule.kind === 'recording' ? recordingRule(rule) : alertRule(rule, print(rule.node), site),
    ),
  });
}

/** Recording rules first, otherwise as they were given. */
function inOrder(rules: readonly ResolvedRule[]): readonly ResolvedRule[] {
  return [...rules.filter(({ kind }) => kind === 'recording'), ...rules.filter(({ kind }) => kind === 'alert')];
}

function recordingRule({ name, node }: ResolvedRecordingRule): Readonly<Record<string, unknown>> {
  return { record: name, expr: print(node) };
}
