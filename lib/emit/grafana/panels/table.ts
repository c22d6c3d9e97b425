/**
 * Tables. Usually each query is asked for one moment and gives one column of values beside its labels; unit, colour and
 * width then belong to columns, since a label such as `le="0.5"` would be shown in the panel's unit too.
 */
import { type Column, columnsOf, columnTitle, isReshaped } from '../../../model/look/columns.ts';
import type { ShownLook } from '../../../model/look/look.ts';
import { queryField } from '../../../model/look/look.ts';
import type { ShownQuery } from '../../../model/resolved.ts';
import { scaleOfBar } from '../../../panels/options.ts';
import { colouredByLevel, mappingsOf, numbers, shownEverywhere, thresholdsOf } from '../field.ts';
import { cellLink } from '../link.ts';
import { type Property, queryProperties } from '../overrides.ts';
import { fieldName } from '../query.ts';
import type { CellOptions, Custom, FieldConfig, FieldOverride, Options, ValueMapping } from '../schema.ts';
import { type GrafanaTransformation, organize, transformationsOf } from '../transformation.ts';
import type { PanelParts } from './parts.ts';

type TablePanel = ShownLook<'table'>;

const CELLS: Readonly<Record<TablePanel['options']['cells'], CellOptions>> = {
  plain: { type: 'auto' },
  'coloured text': { type: 'color-text' },
  'coloured background': { type: 'color-background', mode: 'basic' },
  gauge: { type: 'gauge', mode: 'basic', valueDisplayMode: 'text' },
};

export function table(panel: TablePanel): PanelParts<'table'> {
  const options = tableOptions(panel);
  if (!hasColumnPerQuery(panel)) {
    return {
      options,
      custom: custom(CELLS[panel.options.cells]),
      field: { ...numbers(panel), ...colouredByLevel(panel) },
    };
  }
  return {
    options,
    custom: custom(CELLS.plain),
    field: { ...colouredByLevel(panel), noValue: panel.field.empty.text } satisfies FieldConfig,
    overrides: [...panel.queries.map((query) => valueColumn(panel, query)), ...columnOverrides(panel)],
    transformations: [...merged(panel), ...beforeColumns(panel), columns(panel)],
  };
}

function hasColumnPerQuery(panel: TablePanel): boolean {
  return panel.queries.every(({ format }) => format === 'instant') && !isReshaped(panel);
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
  const named = columnsOf(panel).map(({ field, title }) => ({ name: fieldName(panel, field), title }));
  return organize({
    includeByName: Object.fromEntries(named.map(({ name }) => [name, true])),
    indexByName: Object.fromEntries(named.map(({ name }, index) => [name, index])),
    renameByName: Object.fromEntries(
      named.filter(({ name, title }) => name !== title).map(({ name, title }) => [name, title]),
    ),
  });
}

/** What a column of values says for itself. */
function valueColumn(panel: TablePanel, query: ShownQuery): FieldOverride {
  const { display, decimals, names, steps } = queryField(panel, query);
  const properties: Property[] = [
    { id: 'unit', value: display },
    ...(decimals === undefined ? [] : [{ id: 'decimals', value: decimals }]),
    ...(names.length === 0 ? [] : [{ id: 'mappings', value: mappingsOf(names) }]),
    { id: 'thresholds', value: thresholdsOf(steps) },
    { id: 'custom.cellOptions', value: CELLS[panel.options.cells] },
    ...scaleProperties(panel, query),
    ...queryProperties(panel, query).filter(({ id }) => id !== 'unit'),
  ];
  return { matcher: byName(columnTitle(panel, query.key)), properties };
}

/** Where a gauge in a cell ends. */
function scaleProperties({ options }: TablePanel, { unit }: ShownQuery): readonly Property[] {
  return options.cells === 'gauge' ? Object.entries(scaleOfBar(unit)).map(([id, value]) => ({ id, value })) : [];
}

/** What a column says of its cells, whatever they hold. */
function columnOverrides(panel: TablePanel): readonly FieldOverride[] {
  return columnsOf(panel).flatMap((column) => {
    const properties = columnProperties(column);
    return properties.length === 0 ? [] : [{ matcher: byName(column.title), properties }];
  });
}

function columnProperties({ width, link, colours }: Column<ShownQuery>): Property[] {
  return [
    ...(width === undefined ? [] : [{ id: 'custom.width', value: width }]),
    ...(link === undefined ? [] : [{ id: 'links', value: [cellLink(link)] }]),
    ...(colours === undefined
      ? []
      : [
          { id: 'custom.cellOptions', value: CELLS['coloured text'] },
          { id: 'mappings', value: textColours(colours) },
        ]),
  ];
}

function textColours(colours: NonNullable<Column<ShownQuery>['colours']>): readonly ValueMapping[] {
  const options = Object.entries(colours).map(([text, color], index) => [text, { color, index }]);
  return [{ type: 'value', options: Object.fromEntries(options) }];
}

function byName(options: string): FieldOverride['matcher'] {
  return { id: 'byName', options };
}
