/** Every query of log lines in a model, with who reads it, as readings.ts has the expressions of metrics. */
import type { LogQueryNode } from '../logql/node.ts';
import type { Reader } from './readings.ts';
import { logQueries, type ResolvedModel, type ResolvedPanel, type SignalWords } from './resolved.ts';

/** One query. */
export interface LogReading {
  readonly reader: Reader;
  readonly node: LogQueryNode;
  /** The labels of the answer; of lines none are known. */
  readonly labels: readonly string[];
  /** The signals it shows or compares. */
  readonly signals: readonly SignalWords[];
  /** The query is a signal's own, not one that an alert makes of it. */
  readonly isSignal: boolean;
}

/** All of them: those of panels first, then alerts, each in the order of the model. */
export function logReadings({ dashboards, logGroups }: ResolvedModel): readonly LogReading[] {
  const panels = dashboards.flatMap(({ uid, rows }) =>
    rows.flatMap((row) => row.panels.flatMap((panel) => ofPanel(uid, panel))),
  );
  const alerts = logGroups.flatMap(({ rules }) =>
    rules.map(({ name, node, labels, signals }): LogReading => {
      return { reader: { kind: 'alert', name }, node, labels, signals, isSignal: false };
    }),
  );
  return [...panels, ...alerts];
}

function ofPanel(uid: string, panel: ResolvedPanel): readonly LogReading[] {
  const asked = logQueries(panel);
  if (asked.length === 0 && panel.logs === undefined) return [];
  const reader: Reader = { kind: 'panel', name: `${uid}/${panel.key}` };
  const numbers = asked.map(({ node, labels, signal }): LogReading => {
    return { reader, node, labels, signals: [signal], isSignal: true };
  });
  if (panel.logs === undefined) return numbers;
  return [...numbers, { reader, node: panel.logs.node, labels: [], signals: [], isSignal: false }];
}
