/** Dashboards in Grafana's classic format, schemaVersion 42: what provisioning and the import dialog of 12 and 13 read. */
import type { ResolvedDashboard } from '../../model/resolved.ts';
import { durationText } from '../../units/duration.ts';
import { toJson } from '../json.ts';
import { annotationBuilders } from './classic/annotation.ts';
import { finish } from './classic/finish.ts';
import { rowBuilders } from './classic/panel.ts';
import { sdk } from './classic/sdk.ts';
import { variableBuilder } from './classic/variable.ts';
import { sourcesOf } from './datasource.ts';
import { type DashboardLinkSettings, dashboardLink } from './link.ts';
import type { Dashboard } from './schema.ts';

/**
 * A dashboard as classic JSON. Panels keep the ids and places of the definition, so that inserting one changes no
 * other; without `id` and `version`, which belong to a Grafana's database.
 *
 * It stays editable: whoever looks into an incident may change a query on the screen, and provisioning refuses to save.
 *
 * @throws TypeError for an expression that still has a hole: `resolve()` fills those in.
 * @example resolved.dashboards.map((each) => grafanaDashboard(each).uid) // ['shop-orders']
 */
export function grafanaDashboard(dashboard: ResolvedDashboard): Dashboard {
  const sources = sourcesOf(dashboard.variables);
  const builder = new sdk.DashboardBuilder(dashboard.title)
    .uid(dashboard.uid)
    .description(dashboard.description)
    .tags([...dashboard.tags])
    .editable()
    .tooltip(sdk.DashboardCursorSync.Crosshair)
    .time({ from: dashboard.from, to: dashboard.to })
    .refresh(durationText(dashboard.refresh))
    .timezone(dashboard.timezone)
    .links(dashboard.links.map((link) => linkBuilder(dashboardLink(link))))
    .variables(dashboard.variables.map((variable) => variableBuilder(variable, { sources, rows: dashboard.rows })))
    .annotations(annotationBuilders(dashboard.annotations, sources));
  for (const part of dashboard.rows.flatMap((row) => rowBuilders(row, sources))) {
    if (part instanceof sdk.RowBuilder) builder.withRow(part);
    else builder.withPanel(part);
  }
  return finish(builder.build(), dashboard);
}

/** What a reviewer looks for first. */
const FIRST = ['uid', 'title', 'description', 'name', 'id', 'type', 'refId'];

/** The content of a dashboard's file. Equal definitions give equal bytes. */
export function classicJson(dashboard: ResolvedDashboard): string {
  return toJson(grafanaDashboard(dashboard), { first: FIRST });
}

function linkBuilder({ title, url, icon, keepTime, includeVars, targetBlank }: DashboardLinkSettings) {
  return new sdk.DashboardLinkBuilder(title)
    .url(url)
    .icon(icon)
    .keepTime(keepTime)
    .includeVars(includeVars)
    .targetBlank(targetBlank);
}
