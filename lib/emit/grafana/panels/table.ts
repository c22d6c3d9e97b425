/**
 * Tables. Usually each query is asked for one moment and gives one column of values beside its labels; unit, colour and
 * width then belong to columns, since a label such as `le="0.5"` would be shown in the panel's unit too.
 */
import type { Transformation } from '../../../model/field.ts';
import type { TableOptions } from '../../../model/panel-options.ts';
import type { ResolvedPanel, ResolvedQuery } from '../../../model/resolved.ts';
import { columnTitle, fieldName, usualColumns } from '../columns.ts';
import { shownEverywhere } from '../field/axis.ts';
import { colouredByLevel, noValue, numbers } from '../field/defaults.ts';
import { mappingsOf } from '../field/mappings.ts';
import { levels, lineProperties, type Property } from '../field/overrides.ts';
import { lineDisplay } from '../field/unit.ts';
import type { CellOptions, Custom, FieldConfig, FieldOverride, Options } from '../schema.ts';
import { type GrafanaTransformation, organize, transformationsOf } from '../transformation.ts';
import type { PanelParts } from './parts.ts';

type TablePanel = ResolvedPanel<'table'>;

const CELLS: Readonly<Record<NonNullable<TableOptions['cells']>, CellOptions>> = {
  plain: { type: 'auto' },
  'coloured text': { type: 'color-text' },
  'coloured background': { type: 'color-background', mode: 'basic' },
  gauge: { type: 'gauge', mode: 'basic', valueDisplayMode: 'text' },
};

/** Transformations after which the columns are no longer those of the queries. */
const RESHAPES: ReadonlySet<Transformation['kind']> = new Set(['labels to fields', 'series to rows', 'reduce']);

export function table(panel: TablePanel): PanelParts<'table'> {
  const options = tableOptions(panel);
  if (!hasColumnPerQuery(panel)) {
    return { options, custom: custom(cells(panel)), field: { ...numbers(panel), ...colouredByLevel(panel) } };
  }
  return {
    options,
    custom: custom(CELLS.plain),
    field: { ...colouredByLevel(panel), noValue: noValue(panel) } satisfies FieldConfig,
    overrides: [...panel.queries.map((query) => valueColumn(panel, query)), ...widths(panel)],
    transformations: [...merged(panel), ...beforeColumns(panel), columns(panel)],
  };
}

function hasColumnPerQuery({ queries, transformations }: TablePanel): boolean {
  return queries.every(({ format }) => format === 'instant') && !transformations.some(({ kind }) => RESHAPES.has(kind));
}

function tableOptions(panel: TablePanel): Options<'table'> {
  const { sortBy } = panel.options;
  return {
    cellHeight: 'sm',
    frameIndex: 0,
    showHeader: true,
    sortBy: sortBy ? [{ desc: sortBy.order === 'descending', displayName: columnTitle(panel, sortBy.field) }] : [],
  };
}

function custom(cellOptions: CellOptions): Custom<'table'> {
  return { align: 'auto', cellOptions, filterable: false, hideFrom: shownEverywhere(), inspect: false };
}

function cells({ options }: TablePanel): CellOptions {
  return CELLS[options.cells ?? 'plain'];
}

/** Several answers become one table, joined by their labels. */
function merged({ queries, transformations }: TablePanel): readonly GrafanaTransformation[] {
  const already = transformations.some(({ kind }) => kind === 'merge');
  return queries.length < 2 || already ? [] : [{ id: 'merge', options: {} }];
}

/** Renaming and hiding is left to the columns: after a renaming Grafana would not find them by their first name. */
function beforeColumns(panel: TablePanel): readonly GrafanaTransformation[] {
  const transformations = panel.transformations.filter(({ kind }) => kind !== 'rename' && kind !== 'hide');
  return transformationsOf({ ...panel, transformations });
}

/** The chosen columns in order, under their titles. */
function columns(panel: TablePanel): GrafanaTransformation {
  const hidden = new Set(panel.transformations.flatMap((of) => (of.kind === 'hide' ? of.fields : [])));
  const chosen = panel.options.columns?.map(({ field }) => field) ?? usualColumns(panel);
  const named = chosen
    .filter((field) => !hidden.has(field))
    .map((field) => ({ name: fieldName(panel, field), title: columnTitle(panel, field) }));
  return organize({
    includeByName: Object.fromEntries(named.map(({ name }) => [name, true])),
    indexByName: Object.fromEntries(named.map(({ name }, index) => [name, index])),
    renameByName: Object.fromEntries(
      named.filter(({ name, title }) => name !== title).map(({ name, title }) => [name, title]),
    ),
  });
}

/** What a column of values says for itself. */
function valueColumn(panel: TablePanel, query: ResolvedQuery): FieldOverride {
  const mappings = mappingsOf(panel.mappings, query.unit, query.signal.thresholds);
  const properties: Property[] = [
    { id: 'unit', value: lineDisplay(panel, query) },
    ...(panel.decimals === undefined ? [] : [{ id: 'decimals', value: panel.decimals }]),
    ...(mappings.length === 0 ? [] : [{ id: 'mappings', value: mappings }]),
    levels(panel, query),
    { id: 'custom.cellOptions', value: cells(panel) },
    ...wholeScale(panel, query),
    ...lineProperties(panel, query).filter(({ id }) => id !== 'unit'),
  ];
  return { matcher: byName(columnTitle(panel, query.key)), properties };
}

/** A gauge in a cell ends where the whole does. */
function wholeScale({ options }: TablePanel, { unit }: ResolvedQuery): readonly Property[] {
  if (options.cells !== 'gauge') return [];
  const min = { id: 'min', value: 0 };
  return unit.of === 'ratio' ? [min, { id: 'max', value: 1 }] : [min];
}

function widths(panel: TablePanel): readonly FieldOverride[] {
  return (panel.options.columns ?? []).flatMap(({ field, width }) => {
    if (width === undefined) return [];
    return [{ matcher: byName(columnTitle(panel, field)), properties: [{ id: 'custom.width', value: width }] }];
  });
}

function byName(options: string): FieldOverride['matcher'] {
  return { id: 'byName', options };
}
