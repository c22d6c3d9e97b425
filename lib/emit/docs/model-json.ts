/**
 * `model.json`: what a review needs beyond the files themselves. Objects by name and sorted, so that branches merge and
 * a change shows as the lines that it touches.
 */

import { print as printLog } from '../../logql/print.ts';
import type { LogReading } from '../../model/log-readings.ts';
import { byName, type Reading, readerText } from '../../model/readings.ts';
import type {
  AnyAlert,
  ResolvedAlert,
  ResolvedLogAlert,
  ResolvedModel,
  ResolvedObjective,
  ResolvedRecordingRule,
  SignalWords,
} from '../../model/resolved.ts';
import type { Node } from '../../promql/node.ts';
import { print } from '../../promql/print.ts';
import { durationText } from '../../units/duration.ts';
import { unitText } from '../../units/unit.ts';
import { toJson } from '../json.ts';
import { present, unlessEmpty } from '../plain-data.ts';
import { estimator } from './cardinality.ts';
import { exporterNeeds, families, type Need } from './needs.ts';
import { streamsIn } from './streams.ts';

type Value = Readonly<Record<string, unknown>>;

/** Says what an expression needs: its labels, the metrics it reads, how many series. */
type Describe = (of: Pick<Reading, 'node' | 'labels'>) => Value;

/** What is read, and what for. */
interface Read {
  readonly metrics: readonly Reading[];
  readonly logs: readonly LogReading[];
  readonly needed: readonly Need[];
}

/** The file: signals, alerts, objectives, recording rules and metrics by name, and what the profile leaves out. */
export function modelJson(model: ResolvedModel, { metrics, logs, needed }: Read): string {
  const describe = describer(model);
  const value = {
    profile: model.profile,
    signals: signals([...describedOnce(metrics, describe), ...logs.map(describedLogs)]),
    alerts: byUniqueName([
      ...metricAlerts(model).map(({ rule, group }) => ({
        rule,
        value: alertValue(rule, group, print(rule.node), describe(rule)),
      })),
      ...logAlerts(model).map(({ rule, group }) => ({
        rule,
        value: alertValue(rule, group, printLog(rule.node), describeLogs(rule)),
      })),
    ]),
    recordingRules: Object.fromEntries(
      recordings(model).map(({ rule, group }) => [rule.name, recordingValue(rule, group, describe)]),
    ),
    objectives: Object.fromEntries(model.objectives.map((objective) => [objective.id, objectiveValue(objective)])),
    metrics: Object.fromEntries(exporterNeeds(model, needed).map((need) => [need.metric, metricValue(need)])),
    leftOut: model.leftOut,
  };
  return toJson(value, { first: ['profile', 'name'] });
}

function describer(model: ResolvedModel): Describe {
  const estimate = estimator(model);
  return ({ node, labels }) => ({
    labels: [...labels].sort(byName),
    metrics: families(node, model),
    series: estimate(node, labels),
  });
}

/** A reading as the file shows it: the text of its expression, and what that needs. */
interface Described extends Pick<Reading, 'reader' | 'signals' | 'isSignal'> {
  readonly text: string;
  readonly needs: () => Value;
}

/** A signal is shown in many places, and is one expression in all of them: each is printed once. */
function describedOnce(all: readonly Reading[], describe: Describe): readonly Described[] {
  const texts = new Map<Node, string>();
  return all.map((reading) => {
    const text = texts.get(reading.node) ?? print(reading.node);
    texts.set(reading.node, text);
    const { reader, signals, isSignal } = reading;
    return { reader, signals, isSignal, text, needs: () => describe(reading) };
  });
}

function describedLogs(reading: LogReading): Described {
  return { ...reading, text: printLog(reading.node), needs: () => describeLogs(reading) };
}

/** What a query of log lines needs. */
function describeLogs({ node, labels }: Pick<LogReading, 'node' | 'labels'>): Value {
  return { labels: [...labels].sort(byName), streams: streamsIn(node) };
}

function signals(all: readonly Described[]): Value {
  const read = new Map<string, { readonly words: SignalWords; readonly readings: Described[] }>();
  for (const reading of all) {
    for (const words of reading.signals) {
      const entry = read.get(words.id) ?? { words, readings: [] };
      entry.readings.push(reading);
      read.set(words.id, entry);
    }
  }
  return Object.fromEntries([...read].map(([id, { words, readings }]) => [id, signalValue(words, readings)]));
}

function signalValue(words: SignalWords, readings: readonly Described[]): Value {
  const { name, unit, whenEmpty, thresholds } = words;
  const own = readings.filter(({ isSignal }) => isSignal);
  // Each text once: many panels may show the same expression.
  const byText = new Map(own.map((reading) => [reading.text, reading]));
  return present({
    name,
    unit: unitText(unit),
    whenEmpty,
    thresholds: thresholds && { direction: thresholds.direction, ...thresholds.at },
    expressions: Object.fromEntries([...byText].map(([text, reading]) => [text, reading.needs()])),
    readers: readerNames(readings),
  });
}

function readerNames(readings: readonly Pick<Reading, 'reader'>[]): readonly string[] {
  return [...new Set(readings.map(({ reader }) => readerText(reader)))].sort(byName);
}

interface Placed<R> {
  readonly rule: R;
  readonly group: string;
}

function metricAlerts({ groups }: ResolvedModel): readonly Placed<ResolvedAlert>[] {
  return groups.flatMap(({ name: group, rules }) =>
    rules.flatMap((rule) => (rule.kind === 'alert' ? [{ rule, group }] : [])),
  );
}

function logAlerts({ logGroups }: ResolvedModel): readonly Placed<ResolvedLogAlert>[] {
  return logGroups.flatMap(({ name: group, rules }) => rules.map((rule) => ({ rule, group })));
}

function recordings({ groups }: ResolvedModel): readonly Placed<ResolvedRecordingRule>[] {
  return groups.flatMap(({ name: group, rules }) =>
    rules.flatMap((rule) => (rule.kind === 'recording' ? [{ rule, group }] : [])),
  );
}

/** By name; an alert in several severities has an entry for each. */
function byUniqueName(all: readonly { readonly rule: AnyAlert; readonly value: Value }[]): Value {
  const alike = new Map<string, number>();
  for (const { rule } of all) alike.set(rule.name, (alike.get(rule.name) ?? 0) + 1);
  const keyOf = ({ name, severity }: AnyAlert) => ((alike.get(name) ?? 1) > 1 ? `${name} (${severity})` : name);
  return Object.fromEntries(all.map(({ rule, value }) => [keyOf(rule), value]));
}

function alertValue(alert: AnyAlert, group: string, expr: string, needs: Value): Value {
  return present({
    group,
    severity: alert.severity,
    expr,
    for: alert.for && durationText(alert.for),
    keepFiringFor: alert.keepFiringFor && durationText(alert.keepFiringFor),
    panel: alert.panel && `${alert.panel.dashboard}/${alert.panel.id}`,
    signals: unlessEmpty(alert.signals.map(({ id }) => id).sort(byName)),
    ...needs,
  });
}

function objectiveValue({ name, target, window, unit, labels, signals }: ResolvedObjective): Value {
  return {
    name,
    target,
    window: durationText(window),
    unit: unitText(unit),
    labels,
    signals: [...signals].sort(byName),
  };
}

function recordingValue(rule: ResolvedRecordingRule, group: string, describe: Describe): Value {
  return { group, signal: rule.signal.id, expr: print(rule.node), ...describe(rule) };
}

function metricValue({ facts, jobs, readers }: Need): Value {
  return present({
    kind: facts?.kind,
    unit: facts && unitText(facts.unit),
    jobs,
    series: facts?.series,
    readers: readers.map(readerText).sort(byName),
  });
}
