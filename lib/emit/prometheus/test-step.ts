/**
 * How often promtool evaluates the rules of a test file. Each evaluation takes all rules of the group, so at Prometheus'
 * own interval a test over a day would take seconds; nothing is seen between two steps that all times fall on.
 */
import type { ResolvedAlert } from '../../model/resolved.ts';
import type { Duration } from '../../units/duration.ts';

/** How far Prometheus looks back for a sample: with steps further apart a recorded series would have gaps. */
const LOOKBACK = 300_000;

/**
 * The largest step on which every given value, every wait and every question of the alerts' tests falls; five minutes at
 * most, and never less than the interval at which Prometheus evaluates.
 *
 * @example testStep([VoteQueueGrowing], duration('15s')) // 1m, where values come every minute and it waits ten
 */
export function testStep(alerts: readonly ResolvedAlert[], interval: Duration): Duration {
  const ms = alerts.flatMap(timesOf).reduce(greatestCommonDivisor, LOOKBACK);
  return ms < interval.ms ? interval : { ms };
}

function timesOf({ for: wait, keepFiringFor, test }: ResolvedAlert): readonly number[] {
  const asked = [...test.fires, ...test.silent].flatMap(({ every, at }) => [every.ms, at.ms]);
  return [wait?.ms ?? 0, keepFiringFor?.ms ?? 0, ...asked];
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
