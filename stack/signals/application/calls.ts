/** Commands of Redis, counted: an accepted vote is one RPUSH, a vote that is taken one LPOP. */

import {
  countedAs,
  type Expr,
  eq,
  increase,
  inUnit,
  max,
  mul,
  or,
  rate,
  sum,
  type WindowLike,
} from 'plainsight/promql';
import type { Unit } from 'plainsight/units';
import * as unit from 'plainsight/units';
import { redis_commands_total, redis_up } from '../../metrics/redis.ts';

/** 0 while Redis answers, else nothing. */
const zeroOfRedis = mul(max(eq(redis_up, 1)), 0);

/**
 * Calls per second of one Redis command. A restarted Redis forgets commands that were not used since: they are absent,
 * not 0, so that an alert on the rate would fall silent. While Redis answers, absent therefore reads as 0.
 */
export function callsOf(cmd: 'rpush' | 'lpop', window: WindowLike): Expr<never, Unit<'votes', 'second'>> {
  const calls = countedAs('votes', sum(rate(redis_commands_total.where({ cmd }), window)));
  return or(calls, inUnit(unit.perSecond('votes'), zeroOfRedis, { reason: 'no calls while Redis answers' }));
}

/** How many calls of one Redis command there were in a time, with the same zero. */
export function callsWithin(cmd: 'rpush' | 'lpop', window: WindowLike): Expr<never, Unit<'votes', ''>> {
  const calls = countedAs('votes', sum(increase(redis_commands_total.where({ cmd }), window)));
  return or(calls, inUnit(unit.count('votes'), zeroOfRedis, { reason: 'no calls while Redis answers' }));
}
