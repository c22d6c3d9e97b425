/** Where dashboards use their variables: in queries, titles, texts, links and repeated panels. */

import { print } from '../../logql/print.ts';
import { logQueries, type ResolvedDashboard, type ResolvedModel, type ResolvedPanel } from '../../model/resolved.ts';
import type { OffsetNode, RangeNode, SubqueryNode, TimeShift, WindowNode } from '../../promql/node.ts';
import { termsOf } from '../../promql/span.ts';
import type { Definition, PanelQuery, SideQuery } from './expressions.ts';
import type { Nodes } from './nodes.ts';
import type { Texts } from './texts.ts';

/** A place that names a variable. */
export interface VariableUse {
  readonly dashboard: ResolvedDashboard;
  readonly about: Definition;
  /** The variable's name. */
  readonly name: string;
  /** Where it is named, as `the title` or `the query`. */
  readonly place: string;
  /** It stands in words that people read as `$name`: what no variable has for its name is then an amount, as `$US`. */
  readonly isWord?: true;
}

const VARIABLE = /\$\{([a-zA-Z_]\w*)(?:\.[^:^}]+)?(?::[^}]+)?\}|\$([a-zA-Z_]\w*)|\[\[([a-zA-Z_]\w*)(?::\w+)?\]\]/g;

type OfDashboard = PanelQuery | SideQuery;

/** Few texts name any: the rest is not searched. */
function namesVariable(text: string): boolean {
  return text.includes('$') || text.includes('[[');
}

/**
 * The variables that a text names, without those of Grafana.
 *
 * In `CPU of ${service:text}, $mode` these are `service` and `mode`.
 */
function variablesIn(text: string): readonly Named[] {
  return [...text.matchAll(VARIABLE)]
    .map(([, braced, plain, old]) => ({ name: braced ?? plain ?? old ?? '', isPlain: plain !== undefined }))
    .filter(({ name }) => !name.startsWith('__'));
}

interface Named {
  readonly name: string;
  /** Without braces. */
  readonly isPlain: boolean;
}

/**
 * Where dashboards name their own variables, in queries first. Grafana's, such as `$__rate_interval` in nearly every
 * query and `${__data.fields.service}`, are left out: nobody declares them.
 */
export function variableUses(
  { dashboards }: ResolvedModel,
  nodes: readonly Nodes<OfDashboard>[],
  texts: Texts,
): readonly VariableUse[] {
  const uses: VariableUse[] = [];
  // Nearly every query has the same window.
  const known = new Map<string, readonly Named[]>();
  const inText = (
    text: string,
    at: Pick<VariableUse, 'dashboard' | 'about' | 'place'>,
    { isRead = false } = {},
  ): void => {
    if (!namesVariable(text)) return;
    const names = known.get(text) ?? variablesIn(text);
    known.set(text, names);
    for (const { name, isPlain } of names) uses.push({ ...at, name, ...(isRead && isPlain ? { isWord: true } : {}) });
  };
  const inQueries = (text: string, queries: readonly OfDashboard[]): void => {
    if (!namesVariable(text)) return;
    for (const { dashboard, about, part = 'the query' } of queries) inText(text, { dashboard, about, place: part });
  };
  for (const each of nodes) queryTexts(each, inQueries);
  for (const dashboard of dashboards) {
    for (const about of dashboard.rows.flatMap(({ panels }) => panels)) {
      for (const text of logTexts(about)) inText(text, { dashboard, about, place: 'the query' });
      if (about.repeat === undefined) continue;
      uses.push({ dashboard, about, name: about.repeat.variable, place: 'the repetition' });
    }
  }
  for (const [text, places] of texts) {
    if (!namesVariable(text)) continue;
    for (const { dashboard, about, field } of places) {
      if (dashboard === undefined) continue;
      inText(text, { dashboard, about, place: field }, { isRead: !field.includes('address') });
    }
  }
  return uses;
}

/** What a panel asks of Loki, as it is written there. */
function logTexts(panel: ResolvedPanel): readonly string[] {
  const numbers = logQueries(panel).map(({ node }) => print(node));
  return panel.logs === undefined ? numbers : [...numbers, print(panel.logs.node)];
}

/** Hands over every text that stands in a query and can name a variable. */
function queryTexts(nodes: Nodes<OfDashboard>, see: (text: string, queries: readonly OfDashboard[]) => void): void {
  for (const { node, expressions } of nodes.selectors) {
    see(node.metric, expressions);
    for (const name of shiftVariables(node)) see(name, expressions);
    for (const { value } of node.matchers) see(typeof value === 'string' ? value : value.variable, expressions);
  }
  for (const { node, expressions } of nodes.ranges) {
    for (const name of windowVariables(node)) see(name, expressions);
  }
  for (const { node, expressions } of nodes.numberVariables) see(node.name, expressions);
  for (const { node, expressions } of nodes.unparsed) see(node.text, expressions);
  for (const { node, expressions } of nodes.calls) {
    for (const argument of node.arguments) if (argument.kind === 'string') see(argument.value, expressions);
  }
}

/** The variables that a range's window, or a subquery's window, step and time, are given by: as `$__rate_interval`. */
export function windowVariables(node: RangeNode | SubqueryNode): readonly string[] {
  if (node.kind === 'range') return spanVariables(node.window);
  return [...spanVariables(node.window), ...spanVariables(node.step), ...shiftVariables(node)];
}

/** The variables behind `offset` and `@`. */
export function shiftVariables({ offset, at }: TimeShift): readonly string[] {
  return [...spanVariables(offset), ...(typeof at === 'object' ? [at.name] : [])];
}

function spanVariables(span: WindowNode | OffsetNode | undefined): readonly string[] {
  return span === undefined ? [] : termsOf(span).flatMap((term) => (term.kind === 'variable' ? [term.name] : []));
}
