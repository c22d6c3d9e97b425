/** Recording rules and alerts of one profile, gathered into groups: an alert stands with the rules it reads. */
import type { Alert } from '../alert.ts';
import type { Model, NamedAlert } from '../model.ts';
import { originOf, type Problem, type Where } from '../problem.ts';
import type {
  ResolvedAlert,
  ResolvedDashboard,
  ResolvedGroup,
  ResolvedLogAlert,
  ResolvedModel,
  ResolvedRecordingRule,
  ResolvedRule,
} from '../resolved.ts';
import { type AnySignal, labelsOf } from '../signal.ts';
import type { ServerQuery } from '../signal-query.ts';
import type { Findings } from './dashboards.ts';
import { indexPanels, type PanelIndex, panelOfAlert } from './panel-of-alert.ts';
import type { Reader } from './reader.ts';
import { wordsOf } from './words.ts';

/** The groups of both servers in the order of their names; within one, recording rules first. */
export function resolveRules(
  model: Model,
  signals: Reader,
  dashboards: readonly ResolvedDashboard[],
  findings: Findings,
): Pick<ResolvedModel, 'groups' | 'logGroups'> {
  const grouped = new Map<string, ResolvedRule[]>();
  const logged = new Map<string, ResolvedLogAlert[]>();
  const panels = indexPanels(dashboards);
  for (const signal of model.signals) {
    const recorded = recordingRule(signal, signals, findings);
    if (recorded !== undefined && signal.recording !== undefined) add(grouped, signal.recording.group, recorded);
  }
  for (const named of model.alerts) {
    const alert = resolveAlert(named, signals, panels, findings);
    if (alert === undefined) continue;
    const { common, asked } = alert;
    if (asked.language === 'logql') {
      add(logged, named.alert.group ?? 'logs', Object.freeze({ ...common, node: asked.node }));
    } else {
      const rule: ResolvedAlert = Object.freeze({ ...common, node: asked.node });
      add(grouped, groupOf(named, rule, signals, findings), rule);
    }
  }
  return {
    groups: byName(grouped).map(([name, rules]) =>
      Object.freeze({ name, ...intervalOf(name, model, findings), rules }),
    ),
    logGroups: byName(logged).map(([name, rules]) => Object.freeze({ name, rules })),
  };
}

function add<R>(groups: Map<string, R[]>, group: string, rule: R): void {
  const rules = groups.get(group);
  if (rules === undefined) groups.set(group, [rule]);
  else rules.push(rule);
}

function byName<T>(groups: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...groups].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
}

function recordingRule(signal: AnySignal, signals: Reader, { leftOut }: Findings): ResolvedRecordingRule | undefined {
  if (signal.recording === undefined) return undefined;
  const reasons = signals.missing(signal);
  if (reasons.length > 0) {
    leftOut.push({ what: 'recording rule', name: signal.recording.as, reasons });
    return undefined;
  }
  const where = originOf(signal, `recording rule ${signal.recording.as}`);
  return Object.freeze({
    kind: 'recording',
    name: signal.recording.as,
    node: signals.rule(signal, where),
    labels: labelsOf(signal),
    unit: signal.unit,
    signal: wordsOf(signal),
    where,
  });
}

function resolveAlert(
  { name, alert }: NamedAlert,
  signals: Reader,
  panels: PanelIndex,
  findings: Findings,
): { readonly common: Omit<ResolvedAlert, 'node'>; readonly asked: ServerQuery } | undefined {
  const reasons = signals.missingIn(alert.node);
  if (reasons.length > 0) {
    findings.leftOut.push({ what: 'alert', name, reasons });
    return undefined;
  }
  const read = signals.signalsIn(alert.node);
  const found = panelOfAlert({ name, alert }, read, panels, findings.problems);
  const { node, group: _group, panel: _panel, unit: _unit, ...rest } = alert;
  const where = originOf(alert, `alert ${name}`);
  findings.problems.push(...severityProblems(alert, where));
  const common = {
    ...rest,
    severity: alert.severity ?? 'none',
    name,
    signals: read.map(wordsOf),
    where,
    ...(found === undefined ? {} : { panel: found.panel }),
    ...(found?.isRepeated ? { repeats: [...alert.repeats, 'panel'] } : {}),
  };
  return { common, asked: signals.expand(node, where) };
}

/** A severity is the level that is breached, or said where that is none or several. */
function* severityProblems({ severity, levels }: Alert, where: Where): Iterable<Problem> {
  const [level, ...others] = levels;
  const breached = levels.length === 0 ? 'no level' : `the levels ${levels.join(' and ')}`;
  if (severity === undefined) {
    yield {
      where,
      rule: 'severity-level',
      found: `no severity, and it breaches ${breached}`,
      allowed: 'a severity of its own, or one level that it breaches',
      remedy: "say it: severity: 'critical' pages a person, 'warning' makes a ticket",
    };
  } else if (level !== undefined && others.length === 0 && severity !== level) {
    yield {
      where,
      rule: 'severity-level',
      found: `the severity ${severity}, and it breaches the level ${level}`,
      allowed: `the severity ${level}`,
      remedy: `leave \`severity\` out, or breach the level ${severity}`,
    };
  }
}

function groupOf(
  { name, alert }: NamedAlert,
  { node }: ResolvedAlert,
  signals: Reader,
  { problems }: Findings,
): string {
  // Of the resolved expression: a signal that the alert names may read a recorded one in its turn.
  const read = signals.signalsIn(node);
  const groups = new Set(read.flatMap(({ recording }) => recording?.group ?? []));
  const [first, ...others] = [...groups];
  if (others.length > 0) problems.push(severalGroups({ name, alert }, [...groups]));
  return first ?? alert.group ?? 'alerts';
}

function severalGroups({ name, alert }: NamedAlert, groups: readonly string[]): Problem {
  return {
    where: originOf(alert, `alert ${name}`),
    rule: 'alert-group',
    found: `it reads recorded signals of ${groups.length} groups: ${groups.join(', ')}`,
    allowed: 'recorded signals of one group, since groups are evaluated independently of each other',
    remedy: 'record these signals in one group',
  };
}

function intervalOf(group: string, model: Model, { problems }: Findings): Pick<ResolvedGroup, 'every'> {
  const recordings = model.signals.flatMap((signal) => (signal.recording?.group === group ? [signal] : []));
  const [first, ...others] = recordings;
  const every = first?.recording?.every;
  if (first === undefined || every === undefined) return {};
  for (const other of others) {
    if (other.recording?.every.ms !== every.ms) problems.push(severalIntervals(group, first, other));
  }
  return { every };
}

function severalIntervals(group: string, first: AnySignal, other: AnySignal): Problem {
  return {
    where: originOf(other, `signal ${other.id}`),
    rule: 'group-interval',
    found: `group ${group} is evaluated at another interval for signal ${first.id}`,
    allowed: 'one interval for all rules of a group',
    remedy: 'give both the same `every`, or record this signal in a group of its own',
  };
}
