/**
 * What an example prints: PromQL for an expression, a signal, an alert and each query of a panel, LogQL for what asks for
 * log lines; the name of a unit; a text of several lines as it is; anything else as JavaScript writes it, on one line.
 */
import { inspect } from 'node:util';
import { dashboard, model, resolve, row } from 'plainsight';
import * as panel from 'plainsight/panels';
import type { LogQueryNode } from '../../lib/logql/node.ts';
import { print as printLog } from '../../lib/logql/print.ts';
import type { Alert } from '../../lib/model/alert.ts';
import { logsQueryText } from '../../lib/model/logs-query.ts';
import type { Panel } from '../../lib/model/panel.ts';
import type { AnySignal, Distribution, Signal } from '../../lib/model/signal.ts';
import type { Node } from '../../lib/promql/node.ts';
import { print } from '../../lib/promql/print.ts';
import { visit } from '../../lib/promql/walk.ts';
import type { Unit } from '../../lib/units/unit.ts';
import { unitText } from '../../lib/units/unit.ts';
import { alerts, OrdersPilingUp, stack } from './system.ts';

const shown: string[] = [];

/** Takes down a result; that of a promise once it is there. */
export async function show(value: unknown): Promise<void> {
  shown.push(shownText(await value));
}

/** What was taken down since the last call. */
export function takeShown(): readonly string[] {
  return shown.splice(0);
}

function shownText(value: unknown): string {
  if (isObject(value)) {
    if (value.kind === 'signal' || value.kind === 'distribution') return signalText(value as unknown as AnySignal);
    if (isLogQuery(value)) return printLog(value.node);
    if (isObject(value.node)) return nodeText(value.node as unknown as Node);
    if ('queries' in value && 'mappings' in value) return panelText(value as unknown as Panel);
    if (Object.keys(value).join() === 'of,per') return unitText(value as unknown as Unit);
  }
  if (typeof value === 'string' && value.includes('\n')) return value.trimEnd();
  const text = inspect(value, { breakLength: Number.POSITIVE_INFINITY, depth: null, compact: true });
  return text.replaceAll('[ ', '[').replaceAll(' ]', ']');
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isLogQuery = (value: Readonly<Record<string, unknown>>): value is { readonly node: LogQueryNode } =>
  value.type === 'log vector' || (typeof value.type === 'string' && value.type.startsWith('lines:'));

/** A signal as a graph asks it. */
function signalText(signal: AnySignal): string {
  const of = signal as Signal<string, Unit, never, 'not recorded'> & Distribution<string, Unit>;
  return panelText(signal.kind === 'signal' ? panel.timeseries(of) : panel.heatmap(of), [{ [signal.id]: signal }]);
}

/** The queries of a panel, one a line. */
function panelText(of: Panel, signals: readonly Readonly<Record<string, AnySignal>>[] = []): string {
  if (of.logs !== undefined) return logsQueryText(of.logs);
  const own = Object.fromEntries(of.queries.map(({ signal }) => [signal.id, signal]));
  const board = dashboard({ uid: 'shown', title: '', description: '', tags: [], rows: [row('', [[of]])] });
  const whole = model({ ...stack, signals: [own, ...signals], dashboards: [board], alerts: [], runbooks: {} });
  const panels = resolve(whole, 'production').model.dashboards.flatMap(({ rows }) =>
    rows.flatMap((each) => each.panels),
  );
  return panels
    .flatMap(({ queries }) =>
      queries.map((query) => (query.language === 'promql' ? print(query.node) : printLog(query.node))),
    )
    .join('\n');
}

/** An expression that reads signals is resolved as an alert's is. */
function nodeText(node: Node): string {
  let reads = false;
  visit(node, (seen) => {
    reads ||= seen.kind === 'reference';
  });
  if (!reads) return print(node);
  const Shown: Alert = { ...OrdersPilingUp, node };
  const whole = model({ ...stack, dashboards: [], alerts: [...alerts, { Shown }], runbooks: {} });
  const rules = resolve(whole, 'production').model.groups.flatMap((group) => group.rules);
  return rules.flatMap((rule) => (rule.name === 'Shown' ? [print(rule.node)] : [])).join('\n');
}
