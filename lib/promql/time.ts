/** Points in time and the calendar (UTC), and the step between vectors and scalars. */
import { count, type Seconds, seconds, type Timestamp, type Unit, timestamp as unixTime } from '../units/unit.ts';
import type { NoLabels } from './comparison.ts';
import type { UnitOf } from './expr.ts';
import {
  type AnyExpr,
  type AnyVector,
  derived,
  type Expr,
  expr,
  type LabelsOf,
  type Scalar,
  scalarOf,
  unitOf,
} from './expr.ts';
import { call, numberNode } from './node.ts';

/** The time of the evaluation. @example sub(time(), pg_start_time_seconds) // time() - pg_start_time_seconds{job="postgres"} */
export function time(): Scalar<Timestamp> {
  return scalarOf(call('time'), unixTime);
}

/**
 * `$__range_s`: how many seconds the dashboard shows.
 *
 * @example
 * div(increase(http_requests_total, dashboardRange), dashboardRangeSeconds)
 * // increase(http_requests_total{job="shop"}[$__range]) / $__range_s
 */
export const dashboardRangeSeconds: Scalar<Seconds> = scalarOf(
  { kind: 'number variable', name: '$__range_s' },
  seconds,
);
/**
 * `$__rate_interval_ms` in whole milliseconds is not offered: use `rateInterval` as a window.
 *
 * @example
 * div(increase(http_requests_total, interval), intervalSeconds)
 * // increase(http_requests_total{job="shop"}[$__interval]) / ($__interval_ms / 1000)
 */
export const intervalSeconds: Scalar<Seconds> = scalarOf(
  {
    kind: 'binary',
    operator: '/',
    left: { kind: 'number variable', name: '$__interval_ms' },
    right: { kind: 'number', value: 1000 },
  },
  seconds,
);

/** When each sample was taken. Any vector. @example timestamp(up.of(redis)) // timestamp(up{job="redis"}) */
export function timestamp<V extends AnyVector>(of: V): Expr<LabelsOf<V>, Timestamp> {
  return derived(call('timestamp', of.node), [of], unixTime);
}

/** A number as a vector without labels. @example vector(1, unit.count('alerts')) // vector(1) */
export function vector<U extends Unit>(value: number | Scalar<U>, unit: U): Expr<never, U> {
  return expr(call('vector', typeof value === 'number' ? numberNode(value) : value.node), [], unit);
}

/**
 * The value of a vector's only series; NaN when there is none.
 *
 * @example scalar(max(redis_memory_used_bytes)) // scalar(max(redis_memory_used_bytes{job="redis"}))
 */
export function scalar<V extends AnyExpr>(of: V & NoLabels<V>): Scalar<UnitOf<V>> {
  return scalarOf(call('scalar', of.node), unitOf<V>(of));
}

interface AtTime extends AnyExpr {
  readonly unit: Timestamp;
}

type Calendar<T extends string> = {
  (): Expr<never, Unit<T, ''>>;
  <V extends AtTime>(of: V): Expr<LabelsOf<V>, Unit<T, ''>>;
};

function calendar<const T extends string>(name: string, unit: Unit<T, ''>): Calendar<T> {
  // Without an argument the function reads the clock and the result has no labels: the two signatures say so.
  return ((of?: AtTime) =>
    of === undefined ? expr(call(name), [], unit) : derived(call(name, of.node), [of], unit)) as Calendar<T>;
}

/**
 * The minute of the hour, 0 to 59, now or at a given time.
 *
 * @example minute(pg_start_time_seconds) // minute(pg_start_time_seconds{job="postgres"})
 */
export const minute: Calendar<'minutes'> = calendar('minute', count('minutes'));
/** The hour of the day, 0 to 23. @example hour(pg_start_time_seconds) // hour(pg_start_time_seconds{job="postgres"}) */
export const hour: Calendar<'hours'> = calendar('hour', count('hours'));
/**
 * The day of the week, 0 (Sunday) to 6.
 *
 * @example dayOfWeek(pg_start_time_seconds) // day_of_week(pg_start_time_seconds{job="postgres"})
 */
export const dayOfWeek: Calendar<'days'> = calendar('day_of_week', count('days'));
/** The day of the month, 1 to 31. @example dayOfMonth(pg_start_time_seconds) // day_of_month(pg_start_time_seconds{job="postgres"}) */
export const dayOfMonth: Calendar<'days'> = calendar('day_of_month', count('days'));
/** The day of the year, 1 to 366. @example dayOfYear(pg_start_time_seconds) // day_of_year(pg_start_time_seconds{job="postgres"}) */
export const dayOfYear: Calendar<'days'> = calendar('day_of_year', count('days'));
/**
 * How many days the month has, 28 to 31.
 *
 * @example daysInMonth(pg_start_time_seconds) // days_in_month(pg_start_time_seconds{job="postgres"})
 */
export const daysInMonth: Calendar<'days'> = calendar('days_in_month', count('days'));
/** The month, 1 to 12. @example month(pg_start_time_seconds) // month(pg_start_time_seconds{job="postgres"}) */
export const month: Calendar<'months'> = calendar('month', count('months'));
/** The year. @example year(pg_start_time_seconds) // year(pg_start_time_seconds{job="postgres"}) */
export const year: Calendar<'years'> = calendar('year', count('years'));
