/** Named conversions: what a number of lines stands for, said once and by name. */
import type { AsUnit, HasUnit } from '../promql/arithmetic.ts';
import type { Countable, PerOf } from '../promql/convert.ts';
import type { LabelsOf, UnitOf } from '../promql/expr.ts';
import type { Matches } from '../promql/matching.ts';
import { type AveragePer, averagePer as averagePerUnit, isNoUnit } from '../units/algebra.ts';
import type { Thing, Unit } from '../units/unit.ts';
import { binaryNode } from './arithmetic.ts';
import { type AnyLogVector, derived, type LogVector, logVector } from './vector.ts';

function as<V extends AnyLogVector, U extends Unit>(of: V, unit: U): LogVector<LabelsOf<V>, U> {
  // AnyLogVector forgets the labels that V has.
  return logVector(of.node, of.labels.names as readonly LabelsOf<V>[], unit);
}

/**
 * Says what lines stand for: a line of an access log is a request. The number stays; the unit's thing changes.
 *
 * @example countedAs('requests', sum(rate(shopLogs.parse(accessLog), '5m'))).unit // requests/s
 */
export function countedAs<const T extends string, V extends AnyLogVector>(
  thing: T & Thing<T>,
  of: V & Countable<V>,
): LogVector<LabelsOf<V>, Unit<T, PerOf<V>>> {
  // `per` is the operand's own, which UnitOf<V> knows and the field's type forgets.
  return as<V, Unit<T, PerOf<V>>>(of, Object.freeze({ of: thing, per: of.unit.per as PerOf<V> }));
}

/**
 * How much of `total` falls to one of `things`: bytes per line. Same labels on both sides.
 *
 * @example averagePer(sum(bytesRate(shopLogs, '5m')), sum(rate(shopLogs, '5m'))).unit // bytes
 */
export function averagePer<A extends AnyLogVector, B extends AnyLogVector>(
  total: A,
  things: B & HasUnit<AveragePer<UnitOf<A>, UnitOf<B>>> & Matches<A, B, undefined>,
): LogVector<LabelsOf<A>, AsUnit<AveragePer<UnitOf<A>, UnitOf<B>>>> {
  const unit = averagePerUnit(total.unit, things.unit);
  if (isNoUnit(unit)) throw new TypeError(`averagePer(): ${unit.noUnit}.`);
  // averagePer() of lib/units computes what AveragePer<> says.
  return derived(binaryNode('/', total, things), [total, things], unit as AsUnit<AveragePer<UnitOf<A>, UnitOf<B>>>);
}

/**
 * States a unit that the algebra cannot find. The last resort: the reason is kept for the reviewer.
 *
 * @throws TypeError without a reason.
 * @example inUnit(unit.ratio, sum(rate(shopLogs, '5m')), { reason: 'one line a second is full use' }).unit // ratio
 */
export function inUnit<U extends Unit, V extends AnyLogVector>(
  unit: U,
  of: V,
  options: { readonly reason: string },
): LogVector<LabelsOf<V>, U> {
  if (options.reason.trim() === '') throw new TypeError('inUnit(): give the reason why this number has this unit.');
  return as(of, unit);
}
