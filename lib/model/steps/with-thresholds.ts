/**
 * A model with other thresholds: what is many orders in production is none in a test system. Rules, panels, their
 * descriptions and pictures follow, since all of them have their numbers from the signal.
 */
import type { LogNode } from '../../logql/node.ts';
import { mapNode as mapLogNode } from '../../logql/walk.ts';
import type { Node, NumberNode } from '../../promql/node.ts';
import { mapNode, selectors } from '../../promql/walk.ts';
import type { Unit } from '../../units/unit.ts';
import type { Level, Thresholds } from '../field.ts';
import { sharedThresholds } from '../panel-query.ts';
import { described } from '../resolve/words.ts';
import type {
  ResolvedDashboard,
  ResolvedModel,
  ResolvedPanel,
  ResolvedQuery,
  ResolvedRule,
  SignalWords,
} from '../resolved.ts';
import type { IsRecorded, Signal } from '../signal.ts';
import { type OwnTest, withTests } from './own-tests.ts';
import { type Step, StepError, stepOf } from './step.ts';

interface ThresholdOptions {
  /** Where the numbers come from. The signal's own reason is about its own numbers. */
  readonly reason?: string;
  /**
   * Tests of the alerts that the numbers change. Those of the definition no longer hold: an alert without a test here
   * has none in this output, and the build lists it.
   */
  readonly tests?: readonly OwnTest[];
}

/** Some or all levels of a signal; a signal without thresholds has none to change. */
type OtherLimits<Lv extends Level> = [Lv] extends [never]
  ? { readonly 'this signal has no thresholds': never }
  : { readonly [K in Lv]?: number };

/**
 * A step that gives a signal other thresholds, in the signal's unit and direction. A level that is left out stays.
 *
 * @throws StepError, when it is applied, where nothing of the model reads the signal, or a test is for an alert that
 * does not breach it.
 * @example
 * const small = withThresholds(ordersWaiting, { warning: 10 })(resolved);
 * small.groups.flatMap(({ rules }) => rules).find(({ name }) => name === 'OrdersPilingUp')
 * // job:orders_waiting:max >= 10
 */
export function withThresholds<S extends string, U extends Unit, Lv extends Level, R extends IsRecorded>(
  of: Signal<S, U, Lv, R>,
  limits: OtherLimits<NoInfer<Lv>>,
  options: ThresholdOptions = {},
): Step {
  // Only levels of the signal are left once the compiler has looked; a caller without one gets the StepError.
  const given: Limits = { ...limits };
  return stepOf(withThresholds, (model) => {
    const change = changeOf(model, of, given, options.reason);
    const changed = {
      ...model,
      dashboards: model.dashboards.map((dashboard) => changedDashboard(dashboard, change)),
      groups: model.groups.map((group) => ({ ...group, rules: group.rules.map((rule) => changedRule(rule, change)) })),
      logGroups: model.logGroups.map((group) => ({
        ...group,
        rules: group.rules.map((rule) => ({
          ...rule,
          node: change.logs(rule.node),
          signals: rule.signals.map(change.words),
        })),
      })),
    };
    return withTests(changed, {
      alerts: changedAlerts(model, changed),
      tests: options.tests ?? [],
      untested: `the thresholds of ${of.id} are not those that its tests were written for`,
    });
  });
}

type Limits = Readonly<Partial<Record<string, number>>>;

/** What a step does to all that knows the signal. */
interface Change {
  readonly words: (words: SignalWords) => SignalWords;
  readonly node: (node: Node) => Node;
  readonly logs: (node: LogNode) => LogNode;
}

function changeOf(model: ResolvedModel, { id }: { readonly id: string }, limits: Limits, reason?: string): Change {
  const known = wordsIn(model);
  const old = known.find((words) => words.id === id);
  if (old?.thresholds === undefined) throw notRead(id, known);
  const at: Limits = old.thresholds.at;
  const same = Object.entries(limits).filter(([level, value]) => at[level] === undefined || at[level] === value);
  if (same.length > 0) throw nothingNew(id, same, old.thresholds);
  const { reason: _, ...rest } = old.thresholds;
  const thresholds: Thresholds = Object.freeze({
    ...rest,
    at: Object.freeze({ ...old.thresholds.at, ...limits }),
    ...(reason === undefined ? {} : { reason }),
  });
  const words = Object.freeze({ ...old, thresholds });
  const limit = (node: NumberNode): NumberNode => {
    if (node.threshold?.signal !== id) return node;
    const value = limits[node.threshold.level];
    return value === undefined ? node : { ...node, value };
  };
  return {
    words: (each) => (each.id === id ? words : each),
    node: (tree) => mapNode(tree, (node) => (node.kind === 'number' ? limit(node) : node)),
    logs: (tree) => mapLogNode(tree, (node) => (node.kind === 'number' ? limit(node) : node)),
  };
}

/** What every signal that the model reads says of itself, each once. */
function wordsIn({ dashboards, groups, logGroups }: ResolvedModel): readonly SignalWords[] {
  const panels = dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
  const shown = panels.flatMap(({ queries }) => queries.map(({ signal }) => signal));
  const ruled = groups.flatMap(({ rules }) =>
    rules.flatMap((rule) => (rule.kind === 'recording' ? rule.signal : rule.signals)),
  );
  const logged = logGroups.flatMap(({ rules }) => rules.flatMap(({ signals }) => signals));
  return [...new Map([...shown, ...ruled, ...logged].map((words) => [words.id, words])).values()];
}

function notRead(id: string, known: readonly SignalWords[]): StepError {
  const others = known.filter(({ thresholds }) => thresholds !== undefined).map((words) => words.id);
  return new StepError('withThresholds', {
    found: `signal ${id}, whose thresholds nothing in this output reads`,
    allowed: `signals with thresholds: ${others.join(', ')}`,
    remedy: 'remove the step from this output, or show the signal in it',
  });
}

function nothingNew(id: string, same: readonly (readonly [string, unknown])[], { at }: Thresholds): StepError {
  return new StepError('withThresholds', {
    found: `${same.map(([level, value]) => `${level}: ${value}`).join(', ')} for signal ${id}`,
    allowed: `other numbers than its own: ${Object.entries(at)
      .map((entry) => entry.join(': '))
      .join(', ')}`,
    remedy: 'leave out what does not change, and levels that the signal does not have',
  });
}

function changedDashboard(dashboard: ResolvedDashboard, change: Change): ResolvedDashboard {
  const rows = dashboard.rows.map((row) => ({
    ...row,
    panels: row.panels.map((panel) => changedPanel(panel, change)),
  }));
  return { ...dashboard, rows };
}

function changedPanel(panel: ResolvedPanel, change: Change): ResolvedPanel {
  const queries = panel.queries.map((query): ResolvedQuery => {
    const signal = change.words(query.signal);
    return query.language === 'promql'
      ? { ...query, signal, node: change.node(query.node) }
      : { ...query, signal, node: change.logs(query.node) };
  });
  const thresholds = thresholdsAfter(panel, queries);
  const { thresholds: _, ...rest } = panel;
  const changed = { ...rest, queries, ...(thresholds === undefined ? {} : { thresholds }) };
  return { ...changed, description: described({ ...changed, description: panel.ownDescription }) };
}

/** A panel has those of its signals where they agree, unless its definition has said others. */
function thresholdsAfter(
  { thresholds, queries }: ResolvedPanel,
  changed: ResolvedPanel['queries'],
): Thresholds | undefined {
  if (JSON.stringify(thresholds) === JSON.stringify(sharedThresholds(queries))) return sharedThresholds(changed);
  const from = queries.findIndex(({ signal }) => thresholds !== undefined && signal.thresholds === thresholds);
  return changed[from]?.signal.thresholds ?? thresholds;
}

function changedRule(rule: ResolvedRule, change: Change): ResolvedRule {
  const node = change.node(rule.node);
  if (rule.kind === 'recording') return { ...rule, node, signal: change.words(rule.signal) };
  return { ...rule, node, signals: rule.signals.map(change.words) };
}

/** The names of the alerts that fire at other values than before, be it because of what they read from a changed rule. */
function changedAlerts(before: ResolvedModel, after: ResolvedModel): ReadonlySet<string> {
  const rulesOf = ({ groups, logGroups }: ResolvedModel) => [
    ...groups.flatMap((group) => group.rules),
    ...logGroups.flatMap((group) => group.rules),
  ];
  const old = new Set<unknown>(rulesOf(before).map(({ node }) => node));
  const names = new Set(rulesOf(after).flatMap(({ name, node }) => (old.has(node) ? [] : [name])));
  const rules = after.groups.flatMap((group) => group.rules);
  for (let size = -1; size < names.size; ) {
    size = names.size;
    for (const { name, node } of rules) if (selectors(node).some(({ metric }) => names.has(metric))) names.add(name);
  }
  const alerts = rulesOf(after).filter(({ kind, name }) => kind === 'alert' && names.has(name));
  return new Set(alerts.map(({ name }) => name));
}
