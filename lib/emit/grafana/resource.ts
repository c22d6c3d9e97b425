/**
 * Dashboards in Grafana's schema v2, as a Kubernetes-style resource: the same panels and the same queries as the classic
 * format. Provisioning reads the whole resource only, never a bare spec.
 */
import type { ResolvedDashboard } from '../../model/resolved.ts';
import { durationText } from '../../units/duration.ts';
import { toJson } from '../json.ts';
import { sourcesOf } from './datasource.ts';
import { dashboardLink } from './link.ts';
import type { DashboardV2Resource } from './schema.ts';
import { element, elementName, layoutRow } from './v2/panel.ts';
import type { Spec } from './v2/query.ts';
import { annotationKinds } from './v2/query.ts';
import { variableKind } from './v2/variable.ts';

/** What the refresh menu offers: Grafana's own list. */
const REFRESH_INTERVALS = ['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h', '2h', '1d'];

/**
 * A dashboard as a resource of `dashboard.grafana.app/v2`, for Grafana 13. Its uid is the resource's name.
 *
 * @throws TypeError for an expression that still has a hole: `resolve()` fills those in.
 * @example resolved.dashboards.map((each) => dashboardResource(each).metadata.name) // ['shop-orders']
 */
export function dashboardResource(dashboard: ResolvedDashboard): DashboardV2Resource {
  return {
    apiVersion: 'dashboard.grafana.app/v2',
    kind: 'Dashboard',
    metadata: { name: dashboard.uid },
    spec: spec(dashboard),
  };
}

/** What a reviewer looks for first. */
const FIRST = ['apiVersion', 'kind', 'metadata', 'name', 'title', 'description', 'id', 'group'];

/** The content of a dashboard's file in schema v2. Equal definitions give equal bytes. */
export function v2Json(dashboard: ResolvedDashboard): string {
  return toJson(dashboardResource(dashboard), { first: FIRST });
}

function spec(dashboard: ResolvedDashboard): Spec {
  const sources = sourcesOf(dashboard.variables);
  const panels = dashboard.rows.flatMap((row) => row.panels);
  return {
    title: dashboard.title,
    description: dashboard.description,
    tags: [...dashboard.tags],
    editable: true,
    preload: false,
    cursorSync: 'Crosshair',
    timeSettings: {
      timezone: dashboard.timezone,
      from: dashboard.from,
      to: dashboard.to,
      autoRefresh: durationText(dashboard.refresh),
      autoRefreshIntervals: REFRESH_INTERVALS,
      hideTimepicker: false,
      fiscalYearStartMonth: 0,
    },
    links: dashboard.links.map((link) => ({
      ...dashboardLink(link),
      type: 'link',
      tooltip: '',
      tags: [],
      asDropdown: false,
    })),
    variables: dashboard.variables.map((variable) => variableKind(variable, { sources, rows: dashboard.rows })),
    annotations: annotationKinds(dashboard.annotations, sources),
    elements: Object.fromEntries(panels.map((panel) => [elementName(panel), element(panel, sources)])),
    layout: { kind: 'RowsLayout', spec: { rows: dashboard.rows.map(layoutRow) } },
  };
}
