/** The expressions of a model, each with the definition that it stands in. */
import type { LogNode, LogQueryNode } from '../../logql/node.ts';
import { withRawLogParsed } from '../../logql/raw.ts';
import type { Excuse, Where } from '../../model/problem.ts';
import {
  type LeftOut,
  logQueries,
  metricQueries,
  type ResolvedAlert,
  type ResolvedDashboard,
  type ResolvedGroup,
  type ResolvedLogAlert,
  type ResolvedLogGroup,
  type ResolvedMetricQuery,
  type ResolvedModel,
  type ResolvedPanel,
  type ResolvedRecordingRule,
} from '../../model/resolved.ts';
import type { Node } from '../../promql/node.ts';
import { withRawParsed } from '../../promql/raw.ts';

/** What a finding is about: a panel, a dashboard, an alert, or something that cannot be excused. */
export interface Definition {
  readonly where: Where;
  readonly excuses: readonly Excuse[];
}

/** A definition that nobody can excuse: it has no place to say why. */
export function unexcusable(where: Where): Definition {
  return { where, excuses: [] };
}

interface InModel {
  /** The definition that findings are about. */
  readonly about: Definition;
  /** Which expression of the definition, as `query orders`. */
  readonly part?: string;
  /** The tree; what `raw()` holds is parsed into it wherever it is PromQL. */
  readonly node: Node;
}

export interface PanelQuery extends InModel {
  readonly use: 'panel';
  readonly dashboard: ResolvedDashboard;
  readonly panel: ResolvedPanel;
  readonly query: ResolvedMetricQuery;
}

export interface PlacedAlert extends InModel {
  readonly use: 'alert';
  readonly group: ResolvedGroup;
  readonly rule: ResolvedAlert;
  /** Its place within the group. */
  readonly position: number;
}

export interface PlacedRecording extends InModel {
  readonly use: 'recording rule';
  readonly group: ResolvedGroup;
  readonly rule: ResolvedRecordingRule;
  readonly position: number;
}

/** A query of an annotation or of a variable. */
export interface SideQuery extends InModel {
  readonly use: 'annotation' | 'variable';
  readonly dashboard: ResolvedDashboard;
}

interface InModelLogs extends Pick<InModel, 'about' | 'part'> {
  /** The tree; what `rawLog()` holds is parsed into it wherever it is LogQL. */
  readonly node: LogQueryNode;
}

/** A query that a panel asks of Loki: for numbers, or for lines. */
export interface PanelLogQuery extends InModelLogs {
  readonly use: 'panel';
  readonly dashboard: ResolvedDashboard;
  readonly panel: ResolvedPanel;
}

export interface PlacedLogAlert extends InModelLogs {
  readonly use: 'log alert';
  readonly node: LogNode;
  readonly group: ResolvedLogGroup;
  readonly rule: ResolvedLogAlert;
}

export type LogExpression = PanelLogQuery | PlacedLogAlert;

export type PlacedRule = PlacedAlert | PlacedRecording;
export type Expression = PanelQuery | PlacedRule | SideQuery;

/** Where a finding about an expression stands. */
export function placeOf({ about, part }: Pick<InModel, 'about' | 'part'>): Pick<InModel, 'about' | 'part'> {
  return part === undefined ? { about } : { about, part };
}

/** What is wrong with a tree, at each of the expressions that are this tree. */
export function everywhere<F extends object>(
  expressions: readonly Pick<InModel, 'about' | 'part'>[],
  fault: F,
): readonly (Pick<InModel, 'about' | 'part'> & F)[] {
  return expressions.map((expression) => ({ ...placeOf(expression), ...fault }));
}

/** The queries of all panels that are asked of Prometheus, in the order of the screen. */
export function panelQueries({ dashboards }: ResolvedModel): readonly PanelQuery[] {
  return dashboards.flatMap((dashboard) =>
    dashboard.rows.flatMap(({ panels }) =>
      panels.flatMap((panel) =>
        metricQueries(panel).map((query): PanelQuery => {
          const part = panel.queries.length === 1 ? {} : { part: `query ${query.key}` };
          return { use: 'panel', about: panel, ...part, node: withRawParsed(query.node), dashboard, panel, query };
        }),
      ),
    ),
  );
}

/** All rules, group by group, in the order of evaluation. */
export function placedRules({ groups }: ResolvedModel): readonly PlacedRule[] {
  return groups.flatMap((group) =>
    group.rules.map((rule, position): PlacedRule => {
      const node = withRawParsed(rule.node);
      return rule.kind === 'alert'
        ? { use: 'alert', about: rule, node, group, rule, position }
        : { use: 'recording rule', about: unexcusable(rule.where), node, group, rule, position };
    }),
  );
}

/** The queries of all panels that are asked of Loki, in the order of the screen. */
export function panelLogQueries({ dashboards }: ResolvedModel): readonly PanelLogQuery[] {
  return dashboards.flatMap((dashboard) =>
    dashboard.rows.flatMap(({ panels }) =>
      panels.flatMap((panel): readonly PanelLogQuery[] => {
        const common = { use: 'panel', about: panel, dashboard, panel } as const;
        const numbers = logQueries(panel).map(({ key, node }) => {
          const part = panel.queries.length === 1 ? {} : { part: `query ${key}` };
          return { ...common, ...part, node: withRawLogParsed(node) };
        });
        return panel.logs === undefined ? numbers : [...numbers, { ...common, node: panel.logs.node }];
      }),
    ),
  );
}

/** The alerts of Loki's ruler, group by group. */
export function placedLogAlerts({ logGroups }: ResolvedModel): readonly PlacedLogAlert[] {
  return logGroups.flatMap((group) =>
    group.rules.map(
      (rule) => ({ use: 'log alert', about: rule, node: withRawLogParsed(rule.node), group, rule }) as const,
    ),
  );
}

/** The queries of annotations and variables. */
export function sideQueries({ dashboards }: ResolvedModel): readonly SideQuery[] {
  return dashboards.flatMap((dashboard) => [
    ...dashboard.annotations.map(
      ({ name, node }): SideQuery => ({
        use: 'annotation',
        about: dashboard,
        part: `annotation ${name}`,
        node: withRawParsed(node),
        dashboard,
      }),
    ),
    ...dashboard.variables.flatMap((variable): readonly SideQuery[] =>
      variable.kind === 'query'
        ? [
            {
              use: 'variable',
              about: dashboard,
              part: `variable ${variable.name}`,
              node: withRawParsed(variable.node),
              dashboard,
            },
          ]
        : [],
    ),
  ]);
}

/** A query that this profile leaves out leaves what names it behind: overrides, transformations. */
export function hasLostQuery(
  leftOut: readonly LeftOut[],
  { uid }: ResolvedDashboard,
  { title }: ResolvedPanel,
): boolean {
  return leftOut.some(
    ({ what, dashboard, name }) => what === 'query' && dashboard === uid && name.startsWith(`${title}: `),
  );
}
