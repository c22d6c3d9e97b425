/** A query as a server is asked to learn its cost: with what Grafana would fill in, for a dashboard that shows an hour. */

import { call, type Matcher, type Node, numberNode, type SelectorNode, type WindowNode } from '../promql/node.ts';
import { fillIn } from '../promql/parse/mask.ts';
import { print } from '../promql/print.ts';
import { fixedSpan } from '../promql/span.ts';
import { mapNode, mapWindows, visit } from '../promql/walk.ts';
import { parsedPromql } from '../read/parsed-query.ts';

/** What to ask to learn what a query reads. */
export interface CostQuery {
  /** The query itself: a server says how many samples it read. */
  readonly samples: string;
  /** How many series it reads; undefined for a query that reads none, such as `vector(1)`. */
  readonly series?: string;
}

/**
 * What to ask about a query; undefined for one that cannot be parsed.
 *
 * @example costQuery('rate(orders_total{shop="$shop"}[$__rate_interval])')
 * // { samples: 'rate(orders_total{shop=~".+"}[1m])', series: '(count(last_over_time(orders_total{shop=~".+"}[1m])) or vector(0))' }
 */
export function costQuery(text: string): CostQuery | undefined {
  const parsed = parsedPromql(text);
  if (!parsed.ok) return undefined;
  const tree = filledIn(parsed.node);
  const counts = counted(tree);
  return { samples: print(tree), ...(counts.length > 0 && { series: counts.join(' + ') }) };
}

/** The tree without variables: labels have any value, spans those of an hour, other numbers are 1. */
export function filledIn(tree: Node): Node {
  const windows = mapWindows(tree, fixed);
  return mapNode(windows, (node) => {
    if (node.kind === 'number variable') return numberNode(SECONDS[nameOf(node.name)] ?? 1);
    return node.kind === 'selector' ? { ...node, matchers: Object.freeze(node.matchers.map(anyValue)) } : node;
  });
}

/** Seconds of a span: a variable's as far as it is Grafana's own, and a minute of any other. */
export function secondsOf(window: WindowNode): number {
  const span = fixedSpan(window);
  if (span !== undefined) return span.ms / 1000;
  return (window.kind === 'variable' ? SECONDS[nameOf(window.name)] : undefined) ?? OTHER_SPAN;
}

const OTHER_SPAN = 60;

/** What Grafana's own variables come to on a dashboard of an hour. */
const SECONDS: Readonly<Record<string, number>> = {
  __range: 3600,
  __range_s: 3600,
  __range_ms: 3_600_000,
  __rate_interval: 60,
  __rate_interval_ms: 60_000,
  __interval: 15,
  __interval_ms: 15_000,
};

/** `__range` of `$__range` and of `${__range}`. */
const nameOf = (variable: string): string => /\w+/.exec(variable)?.[0] ?? '';

function fixed(window: WindowNode): WindowNode {
  return window.kind === 'variable' ? { kind: 'duration', duration: { ms: secondsOf(window) * 1000 } } : window;
}

const HAS_VARIABLE = /\$\w|\$\{|\[\[/;

/** A condition with a variable in it holds for some value, whichever is chosen. */
function anyValue(matcher: Matcher): Matcher {
  const { label, operator, value } = matcher;
  if (typeof value === 'string' && !HAS_VARIABLE.test(value)) return matcher;
  if (operator === '=~' && typeof value === 'string') return { ...matcher, value: fillIn(value, () => '.*') };
  return { label, operator: '=~', value: operator === '=' ? '.+' : '.*' };
}

/** For each selector the number of its series, none of them an empty answer. */
function counted(tree: Node): readonly string[] {
  const counts: string[] = [];
  const count = (of: Node): void => {
    counts.push(`(${print({ kind: 'aggregate', operator: 'count', of })} or vector(0))`);
  };
  const ranges = new Set<SelectorNode>();
  visit(tree, (node) => {
    if (node.kind === 'range') {
      ranges.add(node.selector);
      count(call('last_over_time', node));
    }
    if (node.kind === 'selector' && !ranges.has(node)) count(node);
  });
  return counts;
}
