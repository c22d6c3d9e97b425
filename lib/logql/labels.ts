/** What writes labels of a log vector; those of lines are written by `labelFormat()`. */
import type { LabelsOf, Literal, UnitOf } from '../promql/expr.ts';
import type { Replacement } from '../promql/labels.ts';
import { type AnyLogVector, derived, type LogVector } from './vector.ts';

/**
 * Writes a label from part of another.
 *
 * @example
 * labelReplace(sum(rate(shopLogs, '5m'), { by: ['service'] }), {
 *   to: 'tier',
 *   from: 'service',
 *   matching: '(.*)-.*',
 *   value: '$1',
 * });
 * // label_replace(sum by (service) (rate({project="shop"}[5m])), "tier", "$1", "service", "(.*)-.*")
 */
export function labelReplace<V extends AnyLogVector, const N extends string>(
  of: V,
  { to, from, matching, value }: Replacement<LabelsOf<V>, N>,
): LogVector<LabelsOf<V> | N, UnitOf<V>> {
  const node = { kind: 'label replace', of: of.node, to, replacement: value, from, regexp: matching } as const;
  // AnyLogVector forgets the unit that V has.
  return derived(node, [of], of.unit as UnitOf<V>);
}

/**
 * Gives every series a label with a fixed value, for a vector that has lost it or never had it.
 *
 * @example
 * withLabel(sum(rate(shopLogs, '5m')), 'service', 'shop')
 * // label_replace(sum(rate({project="shop"}[5m])), "service", "shop", "", "")
 */
export function withLabel<V extends AnyLogVector, const N extends string>(
  of: V,
  label: N & Literal<N>,
  value: string,
): LogVector<LabelsOf<V> | N, UnitOf<V>> {
  const replacement = value.replaceAll('$', '$$$$');
  const node = { kind: 'label replace', of: of.node, to: label, replacement, from: '', regexp: '' } as const;
  // As in labelReplace().
  return derived(node, [of], of.unit as UnitOf<V>);
}
