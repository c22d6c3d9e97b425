/**
 * Recording and alerting rules: one file per group. Rules of a group are evaluated one after the other, so recording
 * rules stand first and the alerts that read them see this evaluation's values.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/
 */

import type { Site } from '../../model/model.ts';
import type { ResolvedAlert, ResolvedGroup, ResolvedRecordingRule, ResolvedRule } from '../../model/resolved.ts';
import { plainText, type Text } from '../../model/text.ts';
import { print } from '../../promql/print.ts';
import { durationText } from '../../units/duration.ts';
import { goTemplate } from '../go-template.ts';
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

/** Annotations by name, in the order in which they are written. */
export type Annotations = Readonly<Record<string, Text>>;

/**
 * All annotations of an alert. Grafana shows a rule beside a panel through `__dashboardUid__` and `__panelId__`, which
 * stand only together.
 */
export function annotationsOf(alert: ResolvedAlert, site: Site): Annotations {
  return {
    summary: plainText(alert.summary),
    description: alert.description,
    runbook_url: plainText(below(site.runbooks, `${alert.name}.md`)),
    ...(alert.panel === undefined ? {} : panelAnnotations(alert.panel, site)),
  };
}

type Panel = NonNullable<ResolvedAlert['panel']>;

/**
 * `viewPanel` takes the key that Grafana itself writes into the address, `panel-<id>`. A bare number is understood as
 * an address of Grafana 10 and before.
 * Source: findVizPanelByPathId() in public/app/features/dashboard-scene/utils/pathId.ts of Grafana 12 and 13.
 */
function panelAnnotations({ dashboard, id }: Panel, site: Site): Annotations {
  return {
    dashboard_url: plainText(below(site.grafana, `d/${dashboard}?viewPanel=panel-${id}`)),
    __dashboardUid__: plainText(dashboard),
    __panelId__: plainText(String(id)),
  };
}

function below(address: string, path: string): string {
  return `${address.replace(/\/+$/, '')}/${path}`;
}
