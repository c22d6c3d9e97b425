/**
 * An alert as a rule of Prometheus or of Loki, which have the same form and the same templates: only the language of the
 * expression differs.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/
 */

import type { Site } from '../model/model.ts';
import type { AnyAlert } from '../model/resolved.ts';
import { plainText, type Text } from '../model/text.ts';
import { durationText } from '../units/duration.ts';
import { goTemplate } from './go-template.ts';
import { present } from './plain-data.ts';

type Value = Readonly<Record<string, unknown>>;
type Alert = Omit<AnyAlert, 'node'>;

/** The rule, with its expression as the server that evaluates it reads it. */
export function alertRule(alert: Alert, expr: string, site: Site): Value {
  const annotations = Object.entries(annotationsOf(alert, site));
  return present({
    alert: alert.name,
    expr,
    for: alert.for && durationText(alert.for),
    keep_firing_for: alert.keepFiringFor && durationText(alert.keepFiringFor),
    labels: labelsOf(alert),
    annotations: Object.fromEntries(annotations.map(([name, text]) => [name, goTemplate(text)])),
  });
}

/** The value of a rule's label is a template too; these are without holes. */
function labelsOf({ ruleLabels }: Alert): Readonly<Record<string, string>> {
  const sorted = Object.entries(ruleLabels).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([label, value]) => [label, goTemplate(plainText(value))]));
}

/** Annotations by name, in the order in which they are written. */
export type Annotations = Readonly<Record<string, Text>>;

/**
 * All annotations of an alert. Grafana shows a rule beside a panel through `__dashboardUid__` and `__panelId__`, which
 * stand only together.
 */
export function annotationsOf(alert: Alert, site: Site): Annotations {
  return {
    summary: plainText(alert.summary),
    description: alert.description,
    runbook_url: plainText(below(site.runbooks, `${alert.name}.md`)),
    ...(alert.panel === undefined ? {} : panelAnnotations(alert.panel, site)),
  };
}

/** The annotations as text; the description, which alone has holes, is what the test says. */
export function renderedAnnotations(alert: Alert, says: string, site: Site): Readonly<Record<string, string>> {
  const annotations = Object.entries(annotationsOf(alert, site));
  return Object.fromEntries(annotations.map(([name, text]) => [name, name === 'description' ? says : literalOf(text)]));
}

function literalOf({ pieces }: Text): string {
  return pieces.filter((piece) => typeof piece === 'string').join('');
}

type Panel = NonNullable<Alert['panel']>;

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
