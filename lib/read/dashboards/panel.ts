/** What classic and v2 dashboards say of a panel in the same words: its fields, options, queries and links. */
import { languageOf } from '../language.ts';
import type {
  AnnotationRecord,
  LinkRecord,
  OverrideRecord,
  PanelRecord,
  QueryRecord,
  VariableRecord,
} from '../records.ts';
import { type Fields, fieldsOf, flattened, listOf, numberOf, objectsOf, stableText, textOf } from '../value.ts';

/** What stands in a panel's JSON under these names is a field of its record; the rest is kept by its path. */
const NAMED = new Set([
  'id',
  'title',
  'type',
  'description',
  'gridPos',
  'datasource',
  'targets',
  'fieldConfig',
  'transformations',
  'links',
  'repeat',
  'pluginVersion',
  'panels',
  'collapsed',
]);

/** Where a panel stands. */
export type Standing = Pick<PanelRecord, 'row' | 'grid'>;

/** A panel of the classic format. */
export function panelRecord(panel: Fields, { row, grid }: Standing): PanelRecord {
  const fieldConfig = fieldsOf(panel.fieldConfig);
  const { unit, thresholds, mappings, ...defaults } = fieldsOf(fieldConfig.defaults);
  const others = Object.fromEntries(Object.entries(panel).filter(([key]) => !NAMED.has(key)));
  const datasource = datasourceText(panel.datasource);
  return Object.freeze({
    id: textOf(panel.id) ?? '',
    title: textOf(panel.title) ?? '',
    type: textOf(panel.type) ?? '',
    description: textOf(panel.description) ?? '',
    row,
    grid,
    datasource,
    queries: Object.freeze(objectsOf(panel.targets).map((target) => queryRecord(target, panel.datasource))),
    unit: textOf(unit) ?? '',
    thresholds: thresholdsOf(thresholds),
    mappings: new Map(objectsOf(mappings).flatMap(mappingsOf)),
    overrides: Object.freeze(objectsOf(fieldConfig.overrides).flatMap(overridesOf)),
    transformations: Object.freeze(listOf(panel.transformations).map(stableText)),
    links: linksOf(panel.links),
    repeat: textOf(panel.repeat) ?? '',
    pluginVersion: textOf(panel.pluginVersion) ?? '',
    rest: flattened({ ...others, fieldConfig: { defaults } }),
  });
}

/** A target of the classic format; what it does not say of its data source is the panel's. */
export function queryRecord(target: Fields, inherited?: unknown): QueryRecord {
  const { refId, expr, legendFormat, datasource = inherited, hide, ...rest } = target;
  const expression = textOf(expr);
  return Object.freeze({
    refId: textOf(refId) ?? '',
    language: expression === undefined ? 'other' : languageOf(expression, textOf(fieldsOf(datasource).type)),
    text: expression ?? stableText(rest),
    legend: textOf(legendFormat) ?? '',
    datasource: datasourceText(datasource),
    hidden: hide === true,
    rest: expression === undefined ? new Map() : flattened(rest),
  });
}

/** A reference to a data source as one text: `prometheus ${datasource}`. */
export function datasourceText(datasource: unknown): string {
  const plain = textOf(datasource);
  if (plain !== undefined) return plain;
  const { type, uid } = fieldsOf(datasource);
  return [type, uid].flatMap((each) => textOf(each) ?? []).join(' ');
}

function thresholdsOf(thresholds: unknown): PanelRecord['thresholds'] {
  const { mode, steps } = fieldsOf(thresholds);
  return Object.freeze({
    mode: textOf(mode) ?? 'absolute',
    steps: Object.freeze(
      objectsOf(steps).map(({ value, color }) =>
        Object.freeze({ value: numberOf(value) ?? null, color: textOf(color) ?? '' }),
      ),
    ),
  });
}

/** Value by value, however Grafana groups them. */
function mappingsOf({ type, options }: Fields): readonly (readonly [string, string])[] {
  const all = fieldsOf(options);
  if (type === 'value') return Object.entries(all).map(([value, shown]) => [value, shownText(shown)] as const);
  const { from, to, pattern, match, result } = all;
  const values: Readonly<Record<string, string | undefined>> = {
    range: `${textOf(from) ?? '…'} to ${textOf(to) ?? '…'}`,
    regex: textOf(pattern),
    special: textOf(match),
  };
  const kind = textOf(type) ?? '';
  const value = Object.hasOwn(values, kind) ? values[kind] : undefined;
  return [[value ?? `${kind} ${stableText(all)}`, shownText(result)]];
}

/** What stands for a value. The place in the list says only which is asked first. */
function shownText(shown: unknown): string {
  const { text, color, icon } = fieldsOf(shown);
  return [text, color, icon].flatMap((each) => textOf(each) ?? []).join(', ');
}

/** Words for the ways in which Grafana names series. */
const MATCHERS: ReadonlyMap<string, (options: string) => string> = new Map([
  ['byName', (name) => name],
  ['byRegexp', (pattern) => pattern],
  ['byFrameRefID', (refId) => `query ${refId}`],
  ['byType', (type) => `fields of the type ${type}`],
]);

function overridesOf({ matcher, properties }: Fields): readonly OverrideRecord[] {
  const { id, options } = fieldsOf(matcher);
  const [by, of] = [textOf(id) ?? '', textOf(options) ?? stableText(options)];
  const series = MATCHERS.get(by)?.(of) ?? `${by} ${of}`;
  return objectsOf(properties).map((property) =>
    Object.freeze({ matcher: series, property: textOf(property.id) ?? '', value: valueText(property.value) }),
  );
}

/** A fixed colour is known by its name; everything else is said as it stands. */
function valueText(value: unknown): string {
  const { mode, fixedColor, ...rest } = fieldsOf(value);
  const isColour = mode === 'fixed' && Object.keys(rest).length === 0;
  return (isColour ? textOf(fixedColor) : undefined) ?? stableText(value);
}

/** Links of a panel or of a dashboard. */
export function linksOf(links: unknown): readonly LinkRecord[] {
  return Object.freeze(
    objectsOf(links).map(({ title, url, ...rest }) =>
      Object.freeze({ title: textOf(title) ?? '', url: textOf(url) ?? '', rest: stableText(rest) }),
    ),
  );
}

/** A variable, in either format: the newer one has the same fields below `spec`. */
export function variableRecord(type: string, variable: Fields): VariableRecord {
  const { name, query, definition, current, options, ...rest } = variable;
  const { query: inside, __legacyStringValue: legacy, expr, ...asked } = fieldsOf(fieldsOf(query).spec ?? query);
  const text = textOf(query) ?? textOf(inside) ?? textOf(legacy) ?? textOf(expr) ?? textOf(definition) ?? '';
  return Object.freeze({
    name: textOf(name) ?? '',
    type,
    query: text,
    language: type === 'query' ? languageOf(text, textOf(fieldsOf(rest.datasource).type)) : 'other',
    selected: selectedText(fieldsOf(current).value),
    rest: flattened({ ...rest, ...(Object.keys(asked).length > 0 && { asked }) }),
  });
}

/** One value stands alone or in a list, as the version of Grafana likes. */
function selectedText(value: unknown): string {
  const values = (Array.isArray(value) ? value : [value]).flatMap((each) => textOf(each) ?? []);
  return values.map((each) => (each === '$__all' ? 'All' : each)).join(', ');
}

/** An annotation of the classic format. */
export function annotationRecord(annotation: Fields): AnnotationRecord {
  const { name, expr, target, datasource, ...rest } = annotation;
  const query = textOf(fieldsOf(target).expr) ?? textOf(expr) ?? '';
  return Object.freeze({
    name: textOf(name) ?? '',
    query,
    language: query === '' ? 'other' : languageOf(query, textOf(fieldsOf(datasource).type)),
    rest: stableText({ ...rest, expr, target, datasource: datasourceText(datasource) }),
  });
}
