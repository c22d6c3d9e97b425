/** Panels of schema v2, and where they stand: elements by name, rows of grids that refer to them. */
import type { ResolvedPanel, ResolvedRow } from '../../../model/resolved.ts';
import { durationText } from '../../../units/duration.ts';
import type { Sources } from '../datasource.ts';
import { panelLinkUrl } from '../link.ts';
import { panelContent } from '../panels/content.ts';
import { panelQueries } from '../query.ts';
import type { Element, GridItem, PanelQuery, RowsLayoutRow } from './query.ts';
import { dataQuery } from './query.ts';

/** The name of a panel's element, as Grafana itself names it. */
export function elementName({ id }: ResolvedPanel): string {
  return `panel-${id}`;
}

/** A panel. */
export function element(panel: ResolvedPanel, sources: Sources): Element {
  const { options, fieldConfig, transformations } = panelContent(panel);
  return {
    kind: 'Panel',
    spec: {
      id: panel.id,
      title: panel.title,
      ...(panel.description === '' ? {} : { description: panel.description }),
      links: panel.links.map((link) => ({
        title: link.title,
        url: panelLinkUrl(link),
        targetBlank: link.newTab === true,
      })),
      data: {
        kind: 'QueryGroup',
        spec: {
          queries: queries(panel, sources),
          queryOptions: panel.minInterval === undefined ? {} : { interval: durationText(panel.minInterval) },
          transformations: transformations.map(({ id, options }) => ({
            kind: 'Transformation',
            group: id,
            spec: { options },
          })),
        },
      },
      // Without a version Grafana takes the plugin's own: a bump of it must not touch every file.
      vizConfig: { kind: 'VizConfig', group: panel.kind, version: '', spec: { options: { ...options }, fieldConfig } },
    },
  };
}

function queries(panel: ResolvedPanel, sources: Sources): PanelQuery[] {
  return panelQueries(panel).map(({ refId, source, query }) => ({
    kind: 'PanelQuery',
    spec: { refId, hidden: false, query: dataQuery(sources[source], query) },
  }));
}

/** A row; its panels' places count from its own top. */
export function layoutRow(row: ResolvedRow): RowsLayoutRow {
  return {
    kind: 'RowsLayoutRow',
    spec: {
      title: row.title,
      collapse: row.collapsed,
      layout: { kind: 'GridLayout', spec: { items: row.panels.map((panel) => gridItem(panel, row)) } },
    },
  };
}

function gridItem(panel: ResolvedPanel, row: ResolvedRow): GridItem {
  const { x, y, w, h } = panel.grid;
  return {
    kind: 'GridLayoutItem',
    spec: {
      x,
      y: y - row.y - 1,
      width: w,
      height: h,
      element: { kind: 'ElementReference', name: elementName(panel) },
      ...repeat(panel),
    },
  };
}

function repeat({ repeat: of }: ResolvedPanel): Pick<GridItem['spec'], 'repeat'> {
  if (of === undefined) return {};
  const most = of.perLine === undefined ? {} : { maxPerRow: of.perLine };
  return {
    repeat: { mode: 'variable', value: of.variable, direction: of.direction === 'vertical' ? 'v' : 'h', ...most },
  };
}
