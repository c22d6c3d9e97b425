/**
 * The finishing pass over what the SDK built: it owns ids, refIds, places on the grid, and everything that the SDK
 * leaves out, adds, or gets wrong.
 */
import type * as Sdk from '@grafana/grafana-foundation-sdk/dashboard';
import type { Grid, ResolvedDashboard, ResolvedPanel, ResolvedRow } from '../../../model/resolved.ts';
import { refId } from '../query.ts';
import type { Dashboard, Plain } from '../schema.ts';
import { plain } from './sdk.ts';

type BuiltPanel = Plain<Sdk.Panel>;
type BuiltRow = Plain<Sdk.RowPanel>;
type AnyPanel = NonNullable<Dashboard['panels']>[number];
type Row = Extract<AnyPanel, { type: 'row' }>;
type Panel = Exclude<AnyPanel, Row>;
type Annotation = NonNullable<NonNullable<Dashboard['annotations']>['list']>[number];

/**
 * The dashboard as Grafana takes it: plain JSON, typed after @grafana/schema. Two deviations of the SDK's types are
 * replaced by name: the id of a published dashboard, which is text there, and the targets of annotations.
 */
export function finish(built: Sdk.Dashboard, definition: ResolvedDashboard): Dashboard {
  const { id: _id, version: _version, gnetId: _gnetId, snapshot: _snapshot, ...dashboard } = plain(built);
  return {
    ...dashboard,
    annotations: { list: (dashboard.annotations.list ?? []).map(annotation) },
    links: (dashboard.links ?? []).map(shownAtTheTop),
    panels: placed(dashboard.panels ?? [], definition),
    templating: { list: (dashboard.templating.list ?? []).map(variable) },
  };
}

/** The panels, and the definitions that they were built from, stand in the same order. */
function placed(panels: readonly (BuiltPanel | BuiltRow)[], { rows }: ResolvedDashboard): AnyPanel[] {
  const definitions = rows.flatMap((row) => (row.collapsed ? [row] : [row, ...row.panels]));
  return definitions.flatMap((definition, index): AnyPanel[] => {
    const panel = panels[index];
    if (panel === undefined) return [];
    return isRow(panel) ? [finishedRow(panel, definition)] : [finishedPanel(panel, definition)];
  });
}

function isRow(panel: BuiltPanel | BuiltRow): panel is BuiltRow {
  return panel.type === 'row';
}

function finishedRow(row: BuiltRow, definition: ResolvedRow | ResolvedPanel): Row {
  const inside = 'panels' in definition ? definition.panels : [];
  const panels = row.panels.flatMap((panel, index) => {
    const own = inside[index];
    return own === undefined ? [] : [finishedPanel(panel, own)];
  });
  return { ...row, id: definition.id, gridPos: gridOf(definition), panels };
}

function finishedPanel(panel: BuiltPanel, definition: ResolvedRow | ResolvedPanel): Panel {
  const { transparent: _transparent, repeatDirection, links, targets, id: _id, gridPos: _grid, ...rest } = panel;
  return {
    id: definition.id,
    gridPos: gridOf(definition),
    ...(rest.repeat === undefined || repeatDirection === undefined ? {} : { repeatDirection }),
    ...(links === undefined ? {} : { links: links.map(shownAtTheTop) }),
    ...(targets === undefined ? {} : { targets: targets.map(numbered) }),
    ...rest,
  };
}

function numbered(target: object, position: number): Record<string, unknown> {
  return { ...target, refId: refId(position) };
}

function gridOf(definition: ResolvedRow | ResolvedPanel): Grid {
  return 'grid' in definition ? definition.grid : { x: 0, y: definition.y, w: 24, h: 1 };
}

/** The SDK places links and annotations in a menu, where nobody sees them. */
function shownAtTheTop<T extends { placement?: unknown }>({ placement: _placement, ...rest }: T): Omit<T, 'placement'> {
  return rest;
}

function annotation(built: NonNullable<Plain<Sdk.AnnotationContainer>['list']>[number]): Annotation {
  const { target, builtIn, ...rest } = shownAtTheTop(built);
  return {
    ...rest,
    ...(builtIn === 1 ? { builtIn } : {}),
    ...(target === undefined ? {} : { target: { ...target } }),
  };
}

/** The SDK gives every variable the settings of an interval. */
function variable(built: Plain<Sdk.VariableModel>): Plain<Sdk.VariableModel> {
  const { auto: _auto, auto_min: _min, auto_count: _count, ...rest } = built;
  return built.type === 'interval' ? built : rest;
}
