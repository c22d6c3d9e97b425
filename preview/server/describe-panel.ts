/** One panel in the reader's words: its queries, thresholds and alerts, and who else reads the same signals. */
import { print as logText } from '../../lib/logql/print.ts';
import type { Thresholds } from '../../lib/model/field.ts';
import { logsQueryText } from '../../lib/model/logs-query.ts';
import type { Where } from '../../lib/model/problem.ts';
import { type AnyAlert, alertsOf, type ResolvedModel, type ResolvedPanel } from '../../lib/model/resolved.ts';
import { dataPanel } from '../../lib/picture/panel.ts';
import { print } from '../../lib/promql/print.ts';
import { defaultDisplayUnit, displayUnits } from '../../lib/units/display.ts';
import { durationText } from '../../lib/units/duration.ts';
import type { Unit } from '../../lib/units/unit.ts';
import type { AlertInfo, Limits, PanelInfo, QueryInfo, Reader } from '../protocol.ts';
import { limitedBy } from './limited-by.ts';

export interface Known {
  /** By `uid/panel`, and by signal. */
  readonly alerts: ReadonlyMap<string, readonly AlertInfo[]>;
  /** By signal. */
  readonly readers: ReadonlyMap<string, readonly Reader[]>;
  /** Where a signal is defined. */
  readonly placeOf: PlaceOf;
}

/** The place of a signal's definition, by its id. */
export type PlaceOf = (signal: string) => string | undefined;

/** What the page shows beside a panel. */
export function panelInfo(
  uid: string,
  panel: ResolvedPanel,
  { alerts, readers, placeOf }: Known,
): Omit<PanelInfo, 'mark' | 'troubles'> {
  const place = placeText(panel.where);
  const drawing = dataPanel(panel);
  return {
    id: panel.id,
    ...(drawing === undefined ? {} : { drawing }),
    key: panel.key,
    queries: [
      ...panel.queries.map((query, index): QueryInfo => {
        const { id, name, description } = query.signal;
        return {
          refId: refIdAt(index),
          expr: query.language === 'promql' ? print(query.node) : logText(query.node),
          signal: id,
          name,
          description,
          unit: unitText(query.unit),
          labels: query.labels,
          readers: (readers.get(id) ?? []).filter((reader) => !isPanel(reader, uid, panel.id)),
        };
      }),
      ...logsInfo(panel),
    ],
    alerts: alertsAbout(alerts, [`${uid}/${panel.id}`, ...panel.queries.map(({ signal }) => signal.id)]),
    ...(place === undefined ? {} : { place }),
    ...unitsOf(panel),
    ...(panel.thresholds === undefined ? {} : { thresholds: limitsOf(panel.thresholds) }),
    limitedBy: limitedBy(panel).map(({ id }) => {
      const signalPlace = placeOf(id);
      return { signal: id, ...(signalPlace === undefined ? {} : { place: signalPlace }) };
    }),
  };
}

function isPanel(reader: Reader, uid: string, id: number): boolean {
  return reader.kind === 'panel' && reader.panel.id === id && reader.dashboard.uid === uid;
}

function unitsOf({ unit, display }: ResolvedPanel): Pick<PanelInfo, 'unit' | 'display' | 'displays'> {
  if (unit === undefined) return { displays: [] };
  return { unit: unitText(unit), display: display ?? defaultDisplayUnit(unit), displays: displayUnits(unit) };
}

/** What a logs panel asks: no signal, and nothing that others read. */
function logsInfo({ logs }: ResolvedPanel): readonly QueryInfo[] {
  if (logs === undefined) return [];
  const { key, name } = logs;
  const about = { signal: `logs-${key}`, name, description: '', unit: 'lines', labels: [], readers: [] };
  return [{ refId: refIdAt(0), expr: logsQueryText(logs), ...about }];
}

function alertsAbout(alerts: Known['alerts'], keys: readonly string[]): readonly AlertInfo[] {
  return [...new Set(keys.flatMap((key) => alerts.get(key) ?? []))];
}

/** The refId that the emitter gives to the query at `index`: A, B, … Z, AA. */
export function refIdAt(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : refIdAt(Math.floor(index / 26) - 1) + letter;
}

/** `dashboards/system.ts:12` */
export function placeText({ file, line }: Where): string | undefined {
  if (file === undefined) return undefined;
  return line === undefined ? file : `${file}:${line}`;
}

/** `votes/s`, `bytes` */
export function unitText({ of, per }: Unit): string {
  return per === '' ? of : `${of}/s`;
}

function limitsOf({ direction, at, reason }: Thresholds): Limits {
  return { direction, at, ...(reason === undefined ? {} : { reason }) };
}

/** The alerts that send people to a panel, and those that read a signal. */
export function alertsByPanel(model: ResolvedModel): Known['alerts'] {
  const found = new Map<string, AlertInfo[]>();
  const metrics = model.groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'alert'));
  const logs = model.logGroups.flatMap(({ rules }) => rules);
  const all = [
    ...metrics.map((alert) => ({ alert, expr: print(alert.node) })),
    ...logs.map((alert) => ({ alert, expr: logText(alert.node) })),
  ];
  for (const { alert, expr } of all) {
    const info = alertInfo(alert, expr, model.runbooks[alert.name] !== undefined);
    const panel = alert.panel === undefined ? [] : [`${alert.panel.dashboard}/${alert.panel.id}`];
    for (const key of [...panel, ...alert.signals.map(({ id }) => id)])
      found.set(key, [...(found.get(key) ?? []), info]);
  }
  return found;
}

function alertInfo(alert: AnyAlert, expr: string, hasRunbook: boolean): AlertInfo {
  const place = placeText(alert.where);
  return {
    name: alert.name,
    severity: alert.severity,
    expr,
    summary: alert.summary,
    hasRunbook,
    ...(alert.for === undefined ? {} : { for: durationText(alert.for) }),
    ...(place === undefined ? {} : { place }),
  };
}

/** Who reads each signal. */
export function readersBySignal(model: ResolvedModel): Known['readers'] {
  const bySignal = new Map<string, Reader[]>();
  const add = (signal: string, reader: Reader): void => {
    const known = bySignal.get(signal) ?? [];
    if (!known.some((each) => JSON.stringify(each) === JSON.stringify(reader)))
      bySignal.set(signal, [...known, reader]);
  };
  for (const { uid, title, rows } of model.dashboards) {
    const dashboard = { uid, title };
    for (const { id, key, title: name, queries } of rows.flatMap((row) => row.panels)) {
      const reader: Reader = { kind: 'panel', name, dashboard, panel: { id, key } };
      for (const { signal } of queries) add(signal.id, reader);
    }
  }
  for (const alert of alertsOf(model)) {
    for (const { id } of alert.signals) add(id, { kind: 'alert', name: `${alert.name} (${alert.severity})` });
  }
  return bySignal;
}
