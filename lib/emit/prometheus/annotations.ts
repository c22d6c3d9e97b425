/** The annotations of an alert. The rule file has them as templates, its unit test as they are rendered. */
import type { ResolvedAlert, Site } from '../../model/resolved.ts';
import { plainText, type Text } from '../../model/text.ts';

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
