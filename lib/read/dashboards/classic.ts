/** Dashboards of Grafana's classic format: bare, wrapped as the HTTP API answers, or as a resource of v0 and v1. */
import type { DashboardRecord, Grid, PanelRecord, Place, RowRecord } from '../records.ts';
import { type Fields, fieldsOf, flattened, isFields, numberOf, objectsOf, textOf } from '../value.ts';
import { annotationRecord, linksOf, panelRecord, variableRecord } from './panel.ts';

/** The dashboard in a parsed file, in any of its wrappings. */
export function classicIn(value: Fields): Fields | undefined {
  const inside = [value, value.dashboard, value.kind === 'Dashboard' ? value.spec : undefined];
  return inside.filter(isFields).find(isClassic);
}

function isClassic({ panels, rows, schemaVersion, title, templating }: Fields): boolean {
  if (Array.isArray(panels))
    return schemaVersion !== undefined || templating !== undefined || textOf(title) !== undefined;
  return schemaVersion !== undefined && (Array.isArray(rows) || textOf(title) !== undefined);
}

/** The record of a dashboard. Its uid is the resource's name where it has none of its own. */
export function classicRecord(value: Fields, place: Place): DashboardRecord {
  const dashboard = classicIn(value) ?? value;
  const {
    uid,
    title,
    panels,
    rows: oldRows,
    templating,
    annotations,
    links,
    schemaVersion,
    id,
    version,
    iteration,
    ...rest
  } = dashboard;
  const standing = [...panelsIn(panels), ...objectsOf(oldRows).flatMap(oldRow)];
  return Object.freeze({
    kind: 'dashboard',
    place,
    form: 'classic',
    uid: textOf(uid) ?? textOf(fieldsOf(value.metadata).name) ?? '',
    title: textOf(title) ?? '',
    schemaVersion: textOf(schemaVersion) ?? '',
    rows: Object.freeze([...objectsOf(panels).filter(isRow), ...objectsOf(oldRows)].map(rowOf)),
    panels: Object.freeze(standing),
    variables: Object.freeze(
      objectsOf(fieldsOf(templating).list).map(({ type, ...each }) => variableRecord(textOf(type) ?? '', each)),
    ),
    annotations: Object.freeze(objectsOf(fieldsOf(annotations).list).map(annotationRecord)),
    links: linksOf(links),
    rest: flattened(rest),
  });
}

function rowOf({ title, collapsed, collapse, repeat }: Fields): RowRecord {
  const folded = collapsed === true || collapse === true;
  return Object.freeze({ title: textOf(title) ?? '', folded, repeat: textOf(repeat) ?? '' });
}

const isRow = ({ type }: Fields): boolean => type === 'row';

/** A row holds its panels only while it is folded; else they follow it. */
function panelsIn(panels: unknown): readonly PanelRecord[] {
  let row = '';
  return objectsOf(panels).flatMap((panel) => {
    if (!isRow(panel)) return [panelRecord(panel, { row, grid: gridOf(panel.gridPos) })];
    row = textOf(panel.title) ?? '';
    return objectsOf(panel.panels).map((each) => panelRecord(each, { row, grid: gridOf(each.gridPos) }));
  });
}

/** Dashboards of before 2017 have their panels in rows. */
function oldRow({ title, panels }: Fields): readonly PanelRecord[] {
  return objectsOf(panels).map((panel) => panelRecord(panel, { row: textOf(title) ?? '', grid: undefined }));
}

function gridOf(position: unknown): Grid | undefined {
  if (!isFields(position)) return undefined;
  const { x, y, w, h } = position;
  return Object.freeze({ x: numberOf(x) ?? 0, y: numberOf(y) ?? 0, w: numberOf(w) ?? 0, h: numberOf(h) ?? 0 });
}
