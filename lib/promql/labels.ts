/** Functions that make or copy labels. */

import {
  type AnyExpr,
  derived,
  type Expr,
  expr,
  type LabelsOf,
  type Literal,
  labelsOf,
  type UnitOf,
  unitOf,
} from './expr.ts';
import { matchers, type Where } from './matcher.ts';
import type { Gauge } from './metric.ts';
import type { BinaryNode, Matcher } from './node.ts';
import { call, stringNode } from './node.ts';

/** What `labelReplace()` needs besides the vector. */
export interface Replacement<L extends string, N extends string> {
  /** The label that is written. */
  readonly to: N & Literal<N>;
  /** The label that is read. */
  readonly from: L;
  /** A regular expression over the whole value. */
  readonly matching: string;
  /** The new value, with `$1` for the first group. */
  readonly value: string;
}

/**
 * Writes a label from part of another.
 *
 * @example labelReplace(redis_up, { to: 'host', from: 'instance', matching: '(.*):.*', value: '$1' })
 * // label_replace(redis_up{job="redis"}, "host", "$1", "instance", "(.*):.*")
 */
export function labelReplace<V extends AnyExpr, const N extends string>(
  of: V,
  { to, from, matching, value }: Replacement<LabelsOf<V>, N>,
): Expr<LabelsOf<V> | N, UnitOf<V>> {
  const node = call('label_replace', of.node, ...[to, value, from, matching].map(stringNode));
  return derived(node, [of], unitOf<V>(of));
}

/**
 * Gives every series a label with a fixed value, for a vector that has lost it or never had it.
 *
 * @example withLabel(absent(redis_up), 'service', 'redis') // label_replace(absent(redis_up{job="redis"}), "service", "redis", "", "")
 */
export function withLabel<V extends AnyExpr, const N extends string>(
  of: V,
  label: N,
  value: string,
): Expr<LabelsOf<V> | N, UnitOf<V>> {
  const literal = value.replaceAll('$', '$$$$');
  const node = call('label_replace', of.node, ...[label, literal, '', ''].map(stringNode));
  return derived(node, [of], unitOf<V>(of));
}

/**
 * Writes a label from several others, with a separator between.
 *
 * @example
 * labelJoin(redis_key_size, { to: 'list', from: ['db', 'key'], separator: '/' })
 * // label_join(redis_key_size{job="redis"}, "list", "/", "db", "key")
 */
export function labelJoin<V extends AnyExpr, const N extends string>(
  of: V,
  {
    to,
    from,
    separator,
  }: { readonly to: N & Literal<N>; readonly from: readonly LabelsOf<V>[]; readonly separator: string },
): Expr<LabelsOf<V> | N, UnitOf<V>> {
  const node = call('label_join', of.node, ...[to, separator, ...from].map(stringNode));
  return derived(node, [of], unitOf<V>(of));
}

/**
 * Copies labels of an info metric, whose value is always 1, to a vector by way of a join.
 *
 * @example joinInfo(max(node_load1, { by: ['instance'] }), shop_build_info, { on: ['instance'], add: ['version'] })
 * // max by (instance) (node_load1{job="node"}) * on (instance) group_left (version) shop_build_info{job="shop"}
 */
export function joinInfo<
  V extends AnyExpr,
  M extends string,
  const K extends LabelsOf<V> & M,
  const C extends Exclude<M, K>,
>(
  of: V,
  info: Gauge<M>,
  { on, add }: { readonly on: readonly K[]; readonly add: readonly C[] },
): Expr<LabelsOf<V> | C, UnitOf<V>> {
  const node: BinaryNode = {
    kind: 'binary',
    operator: '*',
    left: of.node,
    right: info.node,
    matching: { kind: 'on', labels: on, group: { side: 'left', include: add } },
  };
  return derived(node, [of, info], unitOf<V>(of));
}

/**
 * Prometheus' own `info()`: labels of the info metrics that share the identifying labels, `job` among them. Needs
 * experimental functions.
 *
 * @example withInfo(rate(http_requests_total, '5m'), shop_build_info, { add: ['version'] })
 * // info(rate(http_requests_total{job="shop"}[5m]), {__name__="shop_build_info",version=~".+"})
 */
export function withInfo<V extends AnyExpr, M extends string, const C extends M>(
  of: V,
  info: Gauge<M>,
  { add, where = {} }: { readonly add: readonly C[]; readonly where?: Where<M> },
): Expr<LabelsOf<V> | C, UnitOf<V>> {
  const named: Matcher = { label: '__name__', operator: '=', value: info.facts.name };
  const present = add.map((label): Matcher => ({ label, operator: '=~', value: '.+' }));
  const selector = { kind: 'selector', metric: '', matchers: [named, ...matchers(where), ...present] } as const;
  return expr<LabelsOf<V> | C, UnitOf<V>>(call('info', of.node, selector), [...labelsOf<V>(of), ...add], unitOf<V>(of));
}
