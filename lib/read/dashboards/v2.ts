/**
 * Dashboards of Grafana's v2 formats: elements, and a layout that says where they stand. Each panel is put into the
 * classic panel's words first, so that a dashboard that only changed its format compares as equal.
 * Source: https://grafana.com/docs/grafana/latest/as-code/observability-as-code/schema-v2/
 */
import type { DashboardRecord, PanelRecord, Place } from '../records.ts';
import { type Fields, fieldsOf, flattened, isFields, numberOf, objectsOf, textOf } from '../value.ts';
import { type Placed, placedIn } from './layout.ts';
import { annotationRecord, linksOf, panelRecord, variableRecord } from './panel.ts';

/** The dashboard in a parsed file: a resource, or what stands below its `spec`. */
export function v2In(value: Fields): Fields | undefined {
  return [value.spec, value].filter(isFields).find(({ elements, layout }) => isFields(elements) && isFields(layout));
}

/** The record of a dashboard. Its uid is the resource's name. */
export function v2Record(value: Fields, place: Place): DashboardRecord {
  const spec = v2In(value) ?? value;
  const { title, elements, layout, variables, annotations, links, timeSettings, cursorSync, ...rest } = spec;
  const all = fieldsOf(elements);
  const { rows, placed } = placedIn(fieldsOf(layout));
  return Object.freeze({
    kind: 'dashboard',
    place,
    form: 'v2',
    uid: textOf(fieldsOf(value.metadata).name) ?? '',
    title: textOf(title) ?? '',
    schemaVersion: textOf(value.apiVersion) ?? '',
    rows,
    panels: Object.freeze(placed.flatMap((each) => panelOf(each, fieldsOf(all[each.element])))),
    variables: Object.freeze(objectsOf(variables).map(variableOf)),
    annotations: Object.freeze(objectsOf(annotations).map(annotationOf)),
    links: linksOf(links),
    rest: flattened({ ...rest, ...timeOf(fieldsOf(timeSettings)), ...syncOf(cursorSync) }),
  });
}

function panelOf({ element, row, grid, repeat }: Placed, { kind, spec }: Fields): readonly PanelRecord[] {
  const { id, vizConfig, data, ...panel } = fieldsOf(spec);
  const { group, kind: named, version, spec: drawn } = fieldsOf(vizConfig);
  const { options, fieldConfig, pluginVersion = version, ...drawing } = fieldsOf(drawn);
  const { queries, transformations, queryOptions } = fieldsOf(fieldsOf(data).spec);
  const classic = {
    ...panel,
    ...drawing,
    ...fieldsOf(queryOptions),
    id: numberOf(id) ?? element,
    type: kind === 'LibraryPanel' ? 'library panel' : (group ?? named),
    options,
    fieldConfig,
    pluginVersion,
    repeat,
    targets: objectsOf(queries).map(targetOf),
    transformations: objectsOf(transformations).map(transformationOf),
  };
  return [panelRecord(classic, { row, grid })];
}

/** The first of these formats named the kind of query where the last names `DataQuery`, and the kind in `group`. */
function targetOf({ spec }: Fields): Fields {
  const { refId, hidden, query, datasource } = fieldsOf(spec);
  const { kind, group, datasource: named, spec: asked } = fieldsOf(query);
  const type = textOf(group) ?? textOf(kind);
  const uid = textOf(fieldsOf(named).name) ?? textOf(fieldsOf(datasource).uid);
  return { ...fieldsOf(asked), refId, hide: hidden, datasource: { type, uid } };
}

function transformationOf({ kind, group, spec }: Fields): Fields {
  return { id: group ?? kind, ...fieldsOf(spec) };
}

/** Kinds of variables by the names that the classic format has for them, where it is not the same word in small. */
const VARIABLE_TYPES: Readonly<Record<string, string>> = { Text: 'textbox', GroupBy: 'groupby' };

function variableOf({ kind, spec }: Fields): DashboardRecord['variables'][number] {
  const word = (textOf(kind) ?? '').replace(/Variable$/, '');
  const { pluginId, query, datasource, ...rest } = fieldsOf(spec);
  const { group, datasource: named } = fieldsOf(query);
  const uid = textOf(fieldsOf(named).name);
  const source = group === undefined ? datasource : { type: group, uid };
  return variableRecord(VARIABLE_TYPES[word] ?? word.toLowerCase(), {
    ...rest,
    query: pluginId ?? query,
    ...(source !== undefined && { datasource: source }),
  });
}

function annotationOf({ spec }: Fields): DashboardRecord['annotations'][number] {
  const { query, ...rest } = fieldsOf(spec);
  const target = targetOf({ spec: { query } });
  return annotationRecord({ ...rest, expr: target.expr, datasource: target.datasource });
}

function timeOf({ from, to, autoRefresh, autoRefreshIntervals, ...rest }: Fields): Fields {
  return { ...rest, time: { from, to }, refresh: autoRefresh };
}

const SYNC: readonly unknown[] = ['Off', 'Crosshair', 'Tooltip'];

/** What the classic format has as a number. */
function syncOf(cursorSync: unknown): Fields {
  return cursorSync === undefined ? {} : { graphTooltip: SYNC.indexOf(cursorSync) };
}
