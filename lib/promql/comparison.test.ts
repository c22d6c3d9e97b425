import { expect, test } from 'vitest';
import { describePrinted, row } from '../../test/support/printed.ts';
import * as m from '../../test/types/catalogue.ts';
import { bytes, count, perSecond, ratio } from '../units/unit.ts';
import { max, sum } from './aggregate.ts';
import { and, eq, gt, gte, lt, lte, neq, or, orZero, unless } from './comparison.ts';
import { type AnyExpr, expr } from './expr.ts';
import { delta, rate } from './rate.ts';

const used = max(m.memory_bytes);
const waiting = max(m.key_size, { by: ['job'] });
const byCmd = sum(rate(m.commands_total, '5m'), { by: ['cmd'] });
const byCmdAndJob = sum(rate(m.commands_total, '5m'), { by: ['cmd', 'job'] });
const commands = perSecond('commands');

describePrinted('comparisons', [
  row(gt(used, 100), 'max(memory_bytes{job="redis"}) > 100', [], bytes),
  row(gte(used, 100), 'max(memory_bytes{job="redis"}) >= 100', [], bytes),
  row(lt(used, 100), 'max(memory_bytes{job="redis"}) < 100', [], bytes),
  row(lte(used, 100), 'max(memory_bytes{job="redis"}) <= 100', [], bytes),
  row(eq(used, 100), 'max(memory_bytes{job="redis"}) == 100', [], bytes),
  row(neq(used, 100), 'max(memory_bytes{job="redis"}) != 100', [], bytes),
  row(gt(waiting, 5, { bool: true }), 'max by (job) (key_size{job="redis"}) > bool 5', ['job'], ratio),
  row(gt(gt(used, 1), 2), 'max(memory_bytes{job="redis"}) > 1 > 2', [], bytes),
  row(gt(used, gt(used, 2)), 'max(memory_bytes{job="redis"}) > (max(memory_bytes{job="redis"}) > 2)', [], bytes),
  row(
    gt(byCmdAndJob, byCmd, { on: ['cmd'], groupLeft: [], bool: true }),
    'sum by (cmd, job) (rate(commands_total{job="redis"}[5m])) > bool on (cmd) group_left () sum by (cmd) (rate(commands_total{job="redis"}[5m]))',
    ['cmd', 'job'],
    ratio,
  ),
  row(
    gt(byCmdAndJob, byCmd, { ignoring: ['job'] }),
    'sum by (cmd, job) (rate(commands_total{job="redis"}[5m])) > ignoring (job) sum by (cmd) (rate(commands_total{job="redis"}[5m]))',
    ['cmd'],
    commands,
  ),
]);

describePrinted('sets', [
  row(
    and(gt(m.key_size, 100), gt(delta(m.key_size, '10m'), 0)),
    'key_size{job="redis"} > 100 and delta(key_size{job="redis"}[10m]) > 0',
    ['db', 'instance', 'job', 'key', 'service'],
    count('elements'),
  ),
  row(unless(used, used), 'max(memory_bytes{job="redis"}) unless max(memory_bytes{job="redis"})', [], bytes),
  row(
    and(byCmdAndJob, byCmd, { on: ['cmd'] }),
    'sum by (cmd, job) (rate(commands_total{job="redis"}[5m])) and on (cmd) sum by (cmd) (rate(commands_total{job="redis"}[5m]))',
    ['cmd', 'job'],
    commands,
  ),
  row(or(used, used), 'max(memory_bytes{job="redis"}) or max(memory_bytes{job="redis"})', [], bytes),
  row(
    or(byCmdAndJob, byCmd, { on: ['cmd'] }),
    'sum by (cmd, job) (rate(commands_total{job="redis"}[5m])) or on (cmd) sum by (cmd) (rate(commands_total{job="redis"}[5m]))',
    ['cmd'],
    commands,
  ),
  row(orZero(used), 'max(memory_bytes{job="redis"}) or vector(0)', [], bytes),
  row(
    and(or(used, used), used),
    '(max(memory_bytes{job="redis"}) or max(memory_bytes{job="redis"})) and max(memory_bytes{job="redis"})',
    [],
    bytes,
  ),
  row(
    or(used, and(used, used)),
    'max(memory_bytes{job="redis"}) or max(memory_bytes{job="redis"}) and max(memory_bytes{job="redis"})',
    [],
    bytes,
  ),
]);

/** A vector whose unit the compiler has lost sight of. */
const lost = ({ node, unit }: AnyExpr) => expr<never, typeof unit>(node, [], unit);

test.each([
  [() => gt(lost(used), lost(waiting)), 'gt(): bytes cannot be compared with elements.'],
  [() => or(lost(used), lost(waiting)), 'or(): bytes cannot be compared with elements.'],
])('different units are refused at run time too: %#', (act, message) => {
  expect(act).toThrow(new TypeError(message));
});
