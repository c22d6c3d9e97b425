/** Definitions with other settings in their places, as saving them would change them: nothing is written. */
import { levels, type Thresholds } from '../../lib/model/field.ts';
import type { Model } from '../../lib/model/model.ts';
import type { Panel } from '../../lib/model/panel.ts';
import { sharedThresholds } from '../../lib/model/panel-query.ts';
import { withOriginOf } from '../../lib/model/problem.ts';
import { panelId } from '../../lib/model/resolve/layout.ts';
import type { AnySignal } from '../../lib/model/signal.ts';
import type { Limits, Tried, TryRequest } from '../protocol.ts';
import { limitedBy } from './limited-by.ts';

/**
 * The model with what is tried. Thresholds are those of a signal, as a rule, and then every panel that takes them from
 * it changes too. Alerts keep the limits that they were made with: nothing of them is drawn.
 */
export function withTried(model: Model, { dashboard: uid, changes }: Pick<TryRequest, 'dashboard' | 'changes'>): Model {
  const byId = new Map(changes.map(({ panel, change }) => [panel, change]));
  const changeOf = (dashboard: string, { key }: Panel): Tried | undefined =>
    dashboard === uid ? byId.get(panelId(key)) : undefined;
  const limits = limitsBySignal(model, changeOf);
  const signals = new Map(model.signals.flatMap((each) => signalWith(each, limits.get(each.id))));
  return {
    ...model,
    signals: model.signals.map((each) => signals.get(each) ?? each),
    dashboards: model.dashboards.map((dashboard) => {
      const panelOf = (panel: Panel): Panel =>
        panelWith(withSignals(panel, signals), changeOf(dashboard.uid, panel) ?? {});
      const rows = dashboard.rows.map((row) => ({ ...row, lines: row.lines.map((line) => line.map(panelOf)) }));
      return withOriginOf({ ...dashboard, rows }, dashboard);
    }),
  };
}

type ChangeOf = (dashboard: string, panel: Panel) => Tried | undefined;

/** The limits that signals get, by their ids. */
function limitsBySignal(model: Model, changeOf: ChangeOf): ReadonlyMap<string, Thresholds> {
  const found = new Map<string, Thresholds>();
  for (const { uid, rows } of model.dashboards) {
    for (const panel of rows.flatMap(({ lines }) => lines.flat())) {
      const { thresholds } = changeOf(uid, panel) ?? {};
      if (thresholds === undefined) continue;
      for (const { id } of limitedBy(panel)) found.set(id, thresholdsOf(thresholds));
    }
  }
  return found;
}

function signalWith(
  signal: AnySignal,
  thresholds: Thresholds | undefined,
): readonly (readonly [AnySignal, AnySignal])[] {
  return thresholds === undefined ? [] : [[signal, withOriginOf({ ...signal, thresholds }, signal)]];
}

/** The panel reading the changed signals, with their limits where it took them from one. */
function withSignals(panel: Panel, signals: ReadonlyMap<AnySignal, AnySignal>): Panel {
  if (!panel.queries.some(({ signal }) => signals.has(signal))) return panel;
  const queries = panel.queries.map((query) => ({ ...query, signal: signals.get(query.signal) ?? query.signal }));
  const { thresholds: _before, ...rest } = panel;
  const isTheirs = limitedBy(panel).some((signal) => signals.has(signal));
  const thresholds = isTheirs ? sharedThresholds(queries) : panel.thresholds;
  return withOriginOf({ ...rest, queries, ...(thresholds === undefined ? {} : { thresholds }) }, panel);
}

function panelWith(panel: Panel, { title, display, width, thresholds }: Tried): Panel {
  const isOwn = limitedBy(panel).length === 0;
  const settings = {
    ...(title === undefined ? {} : { title }),
    ...(display === undefined ? {} : { display }),
    ...(width === undefined ? {} : { width }),
    ...(thresholds === undefined || !isOwn ? {} : { thresholds: thresholdsOf(thresholds) }),
  };
  return Object.keys(settings).length === 0 ? panel : withOriginOf({ ...panel, ...settings }, panel);
}

/** In the order in which the code to paste has them: sentences follow it. */
function thresholdsOf({ direction, at, reason }: Limits): Thresholds {
  const ordered = levels.flatMap((level) => (at[level] === undefined ? [] : [[level, at[level]] as const]));
  // A signal may have one level alone, which the widest type forgets.
  const limits = Object.fromEntries(ordered) as Thresholds['at'];
  return { direction, at: limits, ...(reason === undefined ? {} : { reason }) };
}
