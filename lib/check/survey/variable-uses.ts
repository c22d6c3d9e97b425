/** Where dashboards use their variables: in queries, titles, texts, links and repeated panels. */
import type { ResolvedDashboard, ResolvedModel } from '../../model/resolved.ts';
import type { Node } from '../../promql/node.ts';
import { type Definition, type Expression, isRule } from './expressions.ts';
import type { Nodes } from './nodes.ts';
import type { PlacedText } from './texts.ts';

/** A place that names a variable. */
export interface VariableUse {
  readonly dashboard: ResolvedDashboard;
  readonly about: Definition;
  /** The variable's name. */
  readonly name: string;
  /** Where it is named, as `the title` or `the query`. */
  readonly place: string;
}

const VARIABLE = /\$\{([a-zA-Z_]\w*)(?:\.[^:^}]+)?(?::[^}]+)?\}|\$([a-zA-Z_]\w*)|\[\[([a-zA-Z_]\w*)(?::\w+)?\]\]/g;

/**
 * The variables that a text names.
 *
 * @example variablesIn('CPU of ${service:text}, $mode') // ['service', 'mode']
 */
export function variablesIn(text: string): readonly string[] {
  if (!text.includes('$') && !text.includes('[[')) return [];
  return [...text.matchAll(VARIABLE)].map(([, braced, plain, old]) => braced ?? plain ?? old ?? '');
}

/** All uses, in queries first. */
export function variableUses(model: ResolvedModel, nodes: Nodes, texts: readonly PlacedText[]): readonly VariableUse[] {
  const uses: VariableUse[] = [];
  const inQuery = (expression: Expression, text: string): void => {
    if (isRule(expression)) return;
    for (const name of variablesIn(text)) {
      uses.push({
        dashboard: expression.dashboard,
        about: expression.about,
        name,
        place: expression.part ?? 'the query',
      });
    }
  };
  for (const { node, expression } of nodes.selectors) {
    inQuery(expression, node.metric);
    for (const { value } of node.matchers) inQuery(expression, typeof value === 'string' ? value : value.variable);
  }
  for (const { node, expression } of nodes.ranges) {
    for (const name of windowNames(node)) inQuery(expression, name);
  }
  for (const { node, expression } of nodes.numberVariables) inQuery(expression, node.name);
  for (const { node, expression } of nodes.unparsed) inQuery(expression, node.text);
  for (const { node, expression } of nodes.calls) {
    for (const argument of node.arguments) if (argument.kind === 'string') inQuery(expression, argument.value);
  }
  return [...uses, ...model.dashboards.flatMap(repetitions), ...texts.flatMap(inText)];
}

function windowNames(node: Extract<Node, { kind: 'range' | 'subquery' }>): readonly string[] {
  const windows = node.kind === 'range' ? [node.window] : [node.window, node.step];
  return windows.flatMap((window) => (window?.kind === 'variable' ? [window.name] : []));
}

function repetitions(dashboard: ResolvedDashboard): readonly VariableUse[] {
  const panels = dashboard.rows.flatMap((row) => row.panels);
  return panels.flatMap((panel): readonly VariableUse[] =>
    panel.repeat === undefined
      ? []
      : [{ dashboard, about: panel, name: panel.repeat.variable, place: 'the repetition' }],
  );
}

function inText({ about, field, text, dashboard }: PlacedText): readonly VariableUse[] {
  if (dashboard === undefined) return [];
  return variablesIn(text).map((name) => ({ dashboard, about, name, place: field }));
}
