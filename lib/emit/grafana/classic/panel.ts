/** Panels and rows of a classic dashboard. Ids, refIds and places are given by `finish.ts`. */
import type * as Sdk from '@grafana/grafana-foundation-sdk/dashboard';
import type { Link } from '../../../model/field.ts';
import type { ResolvedPanel, ResolvedRow } from '../../../model/resolved.ts';
import { durationText } from '../../../units/duration.ts';
import { type PanelSource, type Sources, sourceOf } from '../datasource.ts';
import { panelLinkUrl } from '../link.ts';
import { panelContent } from '../panels/content.ts';
import { panelQueries } from '../query.ts';
import { inSdk, queryBuilder, sdk } from './sdk.ts';

/** The panels of a row as the grid has them: a collapsed row holds its panels, an open one stands before them. */
export function rowBuilders(row: ResolvedRow, sources: Sources): (Sdk.RowBuilder | Sdk.PanelBuilder)[] {
  const header = new sdk.RowBuilder(row.title).collapsed(row.collapsed);
  const panels = row.panels.map((panel) => panelBuilder(panel, sources));
  if (!row.collapsed) return [header, ...panels];
  for (const panel of panels) header.withPanel(panel);
  return [header];
}

function panelBuilder(panel: ResolvedPanel, sources: Sources): Sdk.PanelBuilder {
  const { options, fieldConfig, transformations } = panelContent(panel);
  const builder = new sdk.PanelBuilder()
    .type(panel.kind)
    .title(panel.title)
    .options(options)
    .fieldConfig(inSdk<Sdk.FieldConfigSource>(fieldConfig));
  for (const setting of SETTINGS) setting(builder, panel);
  if (transformations.length > 0) builder.transformations([...transformations]);
  const source = sourceOf(panel, sources);
  return source === undefined ? builder : asking(builder, panel, { source, sources });
}

/** What only some panels say. */
const SETTINGS: readonly ((builder: Sdk.PanelBuilder, panel: ResolvedPanel) => unknown)[] = [
  (builder, { description }) => description !== '' && builder.description(description),
  (builder, { links }) => links.length > 0 && builder.links(links.map(linkBuilder)),
  (builder, { minInterval }) => minInterval && builder.interval(durationText(minInterval)),
  (builder, { repeat }) =>
    repeat && builder.repeat(repeat.variable).repeatDirection(repeat.direction === 'vertical' ? 'v' : 'h'),
  (builder, { repeat }) => repeat?.perLine !== undefined && builder.maxPerRow(repeat.perLine),
];

function asking(
  builder: Sdk.PanelBuilder,
  panel: ResolvedPanel,
  { source, sources }: { readonly source: PanelSource; readonly sources: Sources },
): Sdk.PanelBuilder {
  const targets = panelQueries(panel).map((each) => queryBuilder({ ...each.query, datasource: sources[each.source] }));
  return builder.datasource(source).targets(targets);
}

function linkBuilder(link: Link): Sdk.DashboardLinkBuilder {
  return new sdk.DashboardLinkBuilder(link.title).url(panelLinkUrl(link)).targetBlank(link.newTab === true);
}
