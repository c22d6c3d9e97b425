/**
 * `model.json`: what a review needs beyond the files themselves. Objects by name and sorted, so that branches merge and
 * a change shows as the lines that it touches.
 */

import { byName, type Reading, readerText } from '../../model/readings.ts';
import type {
  ResolvedAlert,
  ResolvedModel,
  ResolvedObjective,
  ResolvedRecordingRule,
  ResolvedRule,
  SignalWords,
} from '../../model/resolved.ts';
import { print } from '../../promql/print.ts';
import { durationText } from '../../units/duration.ts';
import { unitText } from '../../units/unit.ts';
import { toJson } from '../json.ts';
import { present, unlessEmpty } from '../plain-data.ts';
import { estimator } from './cardinality.ts';
import { exporterNeeds, families, type Need } from './needs.ts';

type Value = Readonly<Record<string, unknown>>;

/** Says what an expression needs: its labels, the metrics it reads, how many series. */
type Describe = (of: Pick<Reading, 'node' | 'labels'>) => Value;

/** The file: signals, alerts, objectives, recording rules and metrics by name, and what the profile leaves out. */
export function modelJson(model: ResolvedModel, all: readonly Reading[], needed: readonly Need[]): string {
  const describe = describer(model);
  const value = {
    profile: model.profile,
    signals: signals(all, describe),
    alerts: rulesByName(model, (rule, group) =>
      rule.kind === 'alert' ? alertValue(rule, group, describe) : undefined,
    ),
    recordingRules: rulesByName(model, (rule, group) =>
      rule.kind === 'recording' ? recordingValue(rule, group, describe) : undefined,
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

function signals(all: readonly Reading[], describe: Describe): Value {
  const read = new Map<string, { readonly words: SignalWords; readonly readings: Reading[] }>();
  for (const reading of all) {
    for (const words of reading.signals) {
      const entry = read.get(words.id) ?? { words, readings: [] };
      entry.readings.push(reading);
      read.set(words.id, entry);
    }
  }
  return Object.fromEntries([...read].map(([id, { words, readings }]) => [id, signalValue(words, readings, describe)]));
}

function signalValue(words: SignalWords, readings: readonly Reading[], describe: Describe): Value {
  const { name, unit, whenEmpty, thresholds } = words;
  const own = readings.filter(({ isSignal }) => isSignal);
  // Each text once: many panels may show the same expression.
  const byText = new Map(own.map((reading) => [print(reading.node), reading]));
  return present({
    name,
    unit: unitText(unit),
    whenEmpty,
    thresholds: thresholds && { direction: thresholds.direction, ...thresholds.at },
    expressions: Object.fromEntries([...byText].map(([text, reading]) => [text, describe(reading)])),
    readers: readerNames(readings),
  });
}

function readerNames(readings: readonly Reading[]): readonly string[] {
  return [...new Set(readings.map(({ reader }) => readerText(reader)))].sort(byName);
}

/** What `of` says of each rule, by the rule's name; rules of which it says nothing are not there. */
function rulesByName(model: ResolvedModel, of: (rule: ResolvedRule, group: string) => Value | undefined): Value {
  const all = model.groups.flatMap(({ name, rules }) => rules.map((rule) => ({ rule, value: of(rule, name) })));
  const named = new Map<string, number>();
  for (const { rule } of all) named.set(rule.name, (named.get(rule.name) ?? 0) + 1);
  return present(Object.fromEntries(all.map(({ rule, value }) => [keyOf(rule, named.get(rule.name) ?? 1), value])));
}

/** An alert in several severities has an entry for each. */
function keyOf(rule: ResolvedRule, alike: number): string {
  return rule.kind === 'alert' && alike > 1 ? `${rule.name} (${rule.severity})` : rule.name;
}

function alertValue(alert: ResolvedAlert, group: string, describe: Describe): Value {
  return present({
    group,
    severity: alert.severity,
    expr: print(alert.node),
    for: alert.for && durationText(alert.for),
    keepFiringFor: alert.keepFiringFor && durationText(alert.keepFiringFor),
    panel: alert.panel && `${alert.panel.dashboard}/${alert.panel.id}`,
    signals: unlessEmpty(alert.signals.map(({ id }) => id).sort(byName)),
    ...describe(alert),
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
