/**
 * Named conversions: where the arithmetic of units cannot know what a number means, the author says it, once and by
 * name, and the reader sees it.
 */
import { type AveragePer, averagePer as averagePerUnit, isNoUnit } from '../units/algebra.ts';
import type { Bytes, Microseconds, Milliseconds, Nanoseconds, Per, Percent, Thing, Unit } from '../units/unit.ts';
import { type Cores, cores, type Dimension, type Ratio, ratio, type Seconds, seconds } from '../units/unit.ts';
import { type AsUnit, binaryNode, type HasUnit } from './arithmetic.ts';
import { type AnyExpr, derived, type Expr, expr, type LabelsOf, labelsOf, type Refusal, type UnitOf } from './expr.ts';
import type { Matches } from './matching.ts';

function as<V extends AnyExpr, U extends Unit>(of: V, unit: U): Expr<LabelsOf<V>, U> {
  return expr(of.node, labelsOf<V>(of), unit);
}

function scaled<V extends AnyExpr, U extends Unit>(of: V, divisor: number, unit: U): Expr<LabelsOf<V>, U> {
  return derived(binaryNode('/', of, divisor), [of, divisor], unit);
}

/** Whether a vector's unit is per second. */
export type PerOf<V> = UnitOf<V> extends Unit<string, infer P> ? P : Per;

/** Refuses what is no count of things. */
export type Countable<V> =
  UnitOf<V> extends Unit<Dimension, '' | 'second'>
    ? Refusal<'this is no count of things, so it cannot be counted as something else'>
    : unknown;

/**
 * Says what counted things are: a Redis command `rpush` is an order. The number stays; the unit's thing changes.
 *
 * @example countedAs('orders', sum(rate(redis_commands_total, '5m'))).unit // orders/s
 */
export function countedAs<const T extends string, V extends AnyExpr>(
  thing: T & Thing<T>,
  of: V & Countable<V>,
): Expr<LabelsOf<V>, Unit<T, PerOf<V>>> {
  // `per` is the operand's own, which UnitOf<V> knows and the field's type forgets.
  return as(of, Object.freeze({ of: thing, per: of.unit.per as PerOf<V> }));
}

type Measured<U extends Unit> = AnyExpr & { readonly unit: U };

/**
 * The rate of CPU seconds, which is seconds per second, as the cores that are busy.
 *
 * @example asCores(sum(rate(node_cpu_seconds_total, '5m'))).unit // cores
 */
export function asCores<V extends Measured<Ratio>>(of: V): Expr<LabelsOf<V>, Cores> {
  return as(of, cores);
}

/** Milli-, micro- or nanoseconds divided so that they are seconds. @example inSeconds(redis_slowlog_last_usec) // redis_slowlog_last_usec{job="redis"} / 1000000 */
export function inSeconds<V extends Measured<Milliseconds | Microseconds | Nanoseconds>>(
  of: V,
): Expr<LabelsOf<V>, Seconds> {
  return scaled(of, DIVISOR[of.unit.of], seconds);
}

const DIVISOR = { milliseconds: 1e3, microseconds: 1e6, nanoseconds: 1e9 } as const;

/**
 * A percentage, 0 to 100, divided so that it is a ratio, 0 to 1.
 *
 * @example asRatio(shop_pool_used_percent) // shop_pool_used_percent{job="shop"} / 100
 */
export function asRatio<V extends Measured<Percent>>(of: V): Expr<LabelsOf<V>, Ratio> {
  return scaled(of, 100, ratio);
}

/**
 * A count of equally large pieces, such as 8 KiB pages, as bytes.
 *
 * @example inBytes(pg_shared_buffers_pages, 8192) // pg_shared_buffers_pages{job="postgres"} * 8192
 */
export function inBytes<V extends AnyExpr>(
  of: V & Countable<V>,
  each: number,
): Expr<LabelsOf<V>, Unit<'bytes', PerOf<V>>> {
  const unit = Object.freeze({ of: 'bytes', per: of.unit.per as PerOf<V> }) satisfies Bytes | Unit<'bytes'>;
  return derived(binaryNode('*', of, each), [of, each], unit);
}

/**
 * How much of `total` falls to one of `things`: CPU seconds per request, bytes per message. Same labels on both sides.
 *
 * @example averagePer(sum(rate(redis_commands_duration_seconds_total, '5m')), sum(rate(redis_commands_total, '5m'))).unit // seconds
 */
export function averagePer<A extends AnyExpr, B extends AnyExpr>(
  total: A,
  things: B & HasUnit<AveragePer<UnitOf<A>, UnitOf<B>>> & Matches<A, B, undefined>,
): Expr<LabelsOf<A>, AsUnit<AveragePer<UnitOf<A>, UnitOf<B>>>> {
  const unit = averagePerUnit(total.unit, things.unit);
  if (isNoUnit(unit)) throw new TypeError(`averagePer(): ${unit.noUnit}.`);
  // averagePer() of lib/units computes what AveragePer<> says.
  return derived(binaryNode('/', total, things), [total, things], unit as AsUnit<AveragePer<UnitOf<A>, UnitOf<B>>>);
}

/**
 * States a unit that the algebra cannot find. The last resort: the reason is kept for the reviewer.
 *
 * @example inUnit(unit.ratio, div(node_load1, 4), { reason: 'one task for each of four processors is full use' }).unit // ratio
 */
export function inUnit<U extends Unit, V extends AnyExpr>(
  unit: U,
  of: V,
  options: { readonly reason: string },
): Expr<LabelsOf<V>, U> {
  if (options.reason.trim() === '') throw new TypeError('inUnit(): give the reason why this number has this unit.');
  return as(of, unit);
}
