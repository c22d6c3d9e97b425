/** The expressions of a model, each with who asks it. */
import type {
  ResolvedAlert,
  ResolvedDashboard,
  ResolvedGroup,
  ResolvedModel,
  ResolvedPanel,
  ResolvedQuery,
  ResolvedRecordingRule,
} from '../../model/resolved.ts';
import type { Node } from '../../promql/node.ts';
import { type Definition, type Finding, unexcusable } from '../finding.ts';

interface Asked {
  /** The definition that findings are about. */
  readonly about: Definition;
  /** Which expression of the definition, as `line votes`. */
  readonly part?: string;
  /** The tree; what `raw()` holds is parsed into it wherever it is PromQL. */
  readonly node: Node;
}

export interface PanelQuery extends Asked {
  readonly use: 'panel';
  readonly dashboard: ResolvedDashboard;
  readonly panel: ResolvedPanel;
  readonly query: ResolvedQuery;
}

export interface PlacedAlert extends Asked {
  readonly use: 'alert';
  readonly group: ResolvedGroup;
  readonly rule: ResolvedAlert;
  /** Its place within the group. */
  readonly position: number;
}

export interface PlacedRecording extends Asked {
  readonly use: 'recording rule';
  readonly group: ResolvedGroup;
  readonly rule: ResolvedRecordingRule;
  readonly position: number;
}

/** A query of an annotation or of a variable. */
export interface Aside extends Asked {
  readonly use: 'annotation' | 'variable';
  readonly dashboard: ResolvedDashboard;
}

export type PlacedRule = PlacedAlert | PlacedRecording;
export type Expression = PanelQuery | PlacedRule | Aside;

/** Whether Prometheus itself evaluates an expression, again and again. */
export function isRule(of: Expression): of is PlacedRule {
  return of.use === 'alert' || of.use === 'recording rule';
}

/** Where a finding about an expression stands. */
export function placeOf({ about, part }: Asked): Pick<Finding, 'about' | 'part'> {
  return part === undefined ? { about } : { about, part };
}

/** What becomes of a tree before the rules look at it. */
type Prepare = (node: Node) => Node;

/** The queries of all panels, in the order of the screen. */
export function panelQueries({ dashboards }: ResolvedModel, prepare: Prepare): readonly PanelQuery[] {
  return dashboards.flatMap((dashboard) =>
    dashboard.rows.flatMap(({ panels }) =>
      // What Loki is asked is no PromQL.
      panels
        .filter(({ kind }) => kind !== 'logs')
        .flatMap((panel) =>
          panel.queries.map((query): PanelQuery => {
            const part = panel.queries.length === 1 ? {} : { part: `line ${query.key}` };
            return { use: 'panel', about: panel, ...part, node: prepare(query.node), dashboard, panel, query };
          }),
        ),
    ),
  );
}

/** All rules, group by group, in the order of evaluation. */
export function placedRules({ groups }: ResolvedModel, prepare: Prepare): readonly PlacedRule[] {
  return groups.flatMap((group) =>
    group.rules.map((rule, position): PlacedRule => {
      const node = prepare(rule.node);
      return rule.kind === 'alert'
        ? { use: 'alert', about: rule, node, group, rule, position }
        : { use: 'recording rule', about: unexcusable(rule.where), node, group, rule, position };
    }),
  );
}

/** The queries of annotations and variables. */
export function asides({ dashboards }: ResolvedModel, prepare: Prepare): readonly Aside[] {
  return dashboards.flatMap((dashboard) => [
    ...dashboard.annotations.map(
      ({ name, node }): Aside => ({
        use: 'annotation',
        about: dashboard,
        part: `annotation ${name}`,
        node: prepare(node),
        dashboard,
      }),
    ),
    ...dashboard.variables.flatMap((variable): readonly Aside[] =>
      variable.kind === 'query'
        ? [
            {
              use: 'variable',
              about: dashboard,
              part: `variable ${variable.name}`,
              node: prepare(variable.node),
              dashboard,
            },
          ]
        : [],
    ),
  ]);
}
