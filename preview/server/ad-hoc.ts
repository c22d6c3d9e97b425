/** Ad hoc filters: label matchers that a viewer adds to every query, as Grafana's Prometheus data source adds them. */

import { anchored } from '../../lib/model/relabel.ts';
import type { Matcher, Node } from '../../lib/promql/node.ts';
import { parse } from '../../lib/promql/parse/parse.ts';
import { print } from '../../lib/promql/print.ts';
import { mapNode } from '../../lib/promql/walk.ts';
import { type AdHocFilter, adHocFilter } from '../ad-hoc-filter.ts';
import type { Chosen, Labels, VariableInfo } from '../protocol.ts';
import type { SampleSeries } from './loaded.ts';

/** The filters that are chosen, of all ad hoc variables. */
export function chosenFilters(variables: readonly VariableInfo[], chosen: Chosen): readonly AdHocFilter[] {
  return variables
    .filter(({ kind }) => kind === 'ad hoc')
    .flatMap(({ name }) => chosen[name] ?? [])
    .flatMap((text) => adHocFilter(text) ?? []);
}

/**
 * A query with the filters in each of its selectors.
 *
 * @throws Error for a query that cannot be read
 * @example withFilters('sum(rate(a[5m]))', [{ label: 'service', operator: '=', value: 'vote' }]) // sum(rate(a{service="vote"}[5m]))
 */
export function withFilters(text: string, filters: readonly AdHocFilter[]): string {
  if (filters.length === 0) return text;
  const parsed = parse(text);
  if (!parsed.ok) {
    const { line, column, found, expected } = parsed.problem;
    throw new Error(`The filters cannot be added: ${line}:${column}: found ${found}, expected ${expected}.`);
  }
  return print(mapNode(parsed.node, (node) => filtered(node, filters)));
}

function filtered(node: Node, filters: readonly AdHocFilter[]): Node {
  if (node.kind !== 'selector') return node;
  const isThere = ({ label, operator, value }: AdHocFilter): boolean =>
    node.matchers.some((own) => own.label === label && own.operator === operator && own.value === value);
  const added: readonly Matcher[] = filters.filter((filter) => !isThere(filter));
  return { ...node, matchers: [...node.matchers, ...added] };
}

/** The matchers of a query for log lines. Loki selects streams in Prometheus' notation; what follows is left alone. */
export function streamMatchers(text: string): readonly AdHocFilter[] {
  const parsed = parse(/^\s*\{[^}]*\}/.exec(text)?.[0] ?? '');
  if (!parsed.ok || parsed.node.kind !== 'selector') return [];
  return parsed.node.matchers.flatMap(({ label, operator, value }) =>
    typeof value === 'string' ? [{ label, operator, value }] : [],
  );
}

/** Whether a sample has none of the labels that a filter refuses: a label that was summed away cannot be told. */
export function letsThrough(filters: readonly AdHocFilter[], labels: Labels): boolean {
  return filters.every(({ label, operator, value }) => {
    const found = labels[label];
    if (found === undefined) return true;
    const same = operator.endsWith('~') ? (anchored(value)?.test(found) ?? true) : value === found;
    return same !== operator.startsWith('!');
  });
}

/** What can be filtered by: the labels of samples with their values. */
export function labelsIn(series: readonly SampleSeries[]): Readonly<Record<string, readonly string[]>> {
  const values = new Map<string, Set<string>>();
  for (const [label, value] of series.flatMap(({ labels }) => Object.entries(labels))) {
    values.set(label, (values.get(label) ?? new Set()).add(value));
  }
  return Object.fromEntries([...values].sort().map(([label, found]) => [label, [...found].sort()]));
}
