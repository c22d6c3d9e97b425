import { describe, expect, test } from 'vitest';
import { describePrinted, row } from '../../test/support/printed.ts';
import * as m from '../../test/types/catalogue.ts';
import { bytes, count, perSecond, ratio, seconds, timestamp } from '../units/unit.ts';
import { max, sum } from './aggregate.ts';
import { add, div, mod, mul, neg, pow, sub } from './arithmetic.ts';
import { countedAs } from './convert.ts';
import type { AnyExpr } from './expr.ts';
import { expr } from './expr.ts';
import { rate } from './rate.ts';
import { scalar, time } from './time.ts';

const used = max(m.memory_bytes);
const byJob = max(m.memory_bytes, { by: ['job'] });
const started = max(m.start_time_seconds);
const commands = sum(rate(m.commands_total, '5m'));
const byCmd = sum(rate(m.commands_total, '5m'), { by: ['cmd'] });
const uptime = sub(time(), started);

describePrinted('arithmetic', [
  row(add(used, used), 'max(memory_bytes{job="redis"}) + max(memory_bytes{job="redis"})', [], bytes),
  row(add(used, 5), 'max(memory_bytes{job="redis"}) + 5', [], bytes),
  row(
    add(started, uptime),
    'max(start_time_seconds{job="redis"}) + (time() - max(start_time_seconds{job="redis"}))',
    [],
    timestamp,
  ),
  row(uptime, 'time() - max(start_time_seconds{job="redis"})', [], seconds),
  row(
    sub(byJob, scalar(used)),
    'max by (job) (memory_bytes{job="redis"}) - scalar(max(memory_bytes{job="redis"}))',
    ['job'],
    bytes,
  ),
  row(sub(time(), time()), 'time() - time()', [], seconds),
  row(mul(byJob, 2), 'max by (job) (memory_bytes{job="redis"}) * 2', ['job'], bytes),
  row(mul(2, byJob), '2 * max by (job) (memory_bytes{job="redis"})', ['job'], bytes),
  row(mul(2, 3), '2 * 3', [], ratio),
  row(
    mul(commands, uptime),
    'sum(rate(commands_total{job="redis"}[5m])) * (time() - max(start_time_seconds{job="redis"}))',
    [],
    count('commands'),
  ),
  row(div(used, used), 'max(memory_bytes{job="redis"}) / max(memory_bytes{job="redis"})', [], ratio),
  row(
    div(used, uptime),
    'max(memory_bytes{job="redis"}) / (time() - max(start_time_seconds{job="redis"}))',
    [],
    perSecond('bytes'),
  ),
  row(div(1, max(m.hit_ratio)), '1 / max(hits{job="redis"})', [], ratio),
  row(
    div(max(m.key_size), countedAs('elements', commands)),
    'max(key_size{job="redis"}) / sum(rate(commands_total{job="redis"}[5m]))',
    [],
    seconds,
  ),
  row(
    div(byCmd, commands, { on: [], groupLeft: [] }),
    'sum by (cmd) (rate(commands_total{job="redis"}[5m])) / on () group_left () sum(rate(commands_total{job="redis"}[5m]))',
    ['cmd'],
    ratio,
  ),
  row(mod(used, 1024), 'max(memory_bytes{job="redis"}) % 1024', [], bytes),
  row(pow(max(m.hit_ratio, { by: ['job'] }), 2), 'max by (job) (hits{job="redis"}) ^ 2', ['job'], ratio),
  row(pow(neg(max(m.hit_ratio)), 2), '(-max(hits{job="redis"})) ^ 2', [], ratio),
  row(neg(byJob), '-max by (job) (memory_bytes{job="redis"})', ['job'], bytes),
  row(mul(add(used, 1), 2), '(max(memory_bytes{job="redis"}) + 1) * 2', [], bytes),
  row(sub(used, sub(used, 1)), 'max(memory_bytes{job="redis"}) - (max(memory_bytes{job="redis"}) - 1)', [], bytes),
  row(sub(sub(used, used), 1), 'max(memory_bytes{job="redis"}) - max(memory_bytes{job="redis"}) - 1', [], bytes),
]);

/** A vector whose unit the compiler has lost sight of. */
const lost = ({ node, unit }: AnyExpr) => expr<never, typeof unit>(node, [], unit);

describe('units that have no result are refused at run time too', () => {
  test.each([
    [
      () => add(lost(used), lost(started)),
      'add(): bytes + timestamp: only the same unit can be added; convert one side first.',
    ],
    [
      () => sub(lost(used), lost(started)),
      'sub(): bytes - timestamp: only the same unit can be subtracted; convert one side first.',
    ],
    [() => mul(lost(used), lost(used)), 'mul(): bytes × bytes has no unit: say what it means with inUnit().'],
    [
      () => div(lost(used), lost(commands)),
      'div(): bytes ÷ commands/s has no unit: say what it means with averagePer(), countedAs() or inUnit().',
    ],
  ])('%#', (act, message) => {
    expect(act).toThrow(new TypeError(message));
  });

  test('a number ÷ a quantity', () => {
    // The compiler would refuse it.
    const divide = div as (left: number, right: AnyExpr) => unknown;
    expect(() => divide(1, used)).toThrow(new TypeError('div(): a number ÷ a quantity has no unit.'));
  });
});
