import { expect, test } from 'vitest';
import { describePrinted, row } from '../../test/support/printed.ts';
import * as m from '../../test/types/catalogue.ts';
import { bytes, cores, count, perSecond, ratio, seconds } from '../units/unit.ts';
import { max, sum } from './aggregate.ts';
import { asCores, asRatio, averagePer, countedAs, inBytes, inSeconds, inUnit } from './convert.ts';
import { type AnyExpr, expr } from './expr.ts';
import { increase, rate } from './rate.ts';

const commands = sum(rate(m.commands_total, '5m'), { by: ['cmd'] });
const calls = sum(rate(m.calls_total, '5m'), { by: ['cmd'] });
const busy = sum(rate(m.cpu_seconds_total, '5m'));
const lag = max(m.lag_milliseconds);

describePrinted('named conversions', [
  row(
    countedAs('votes', commands),
    'sum by (cmd) (rate(commands_total{job="redis"}[5m]))',
    ['cmd'],
    perSecond('votes'),
  ),
  row(countedAs('votes', max(m.key_size)), 'max(key_size{job="redis"})', [], count('votes')),
  row(asCores(busy), 'sum(rate(cpu_seconds_total{job="redis"}[5m]))', [], cores),
  row(inSeconds(lag), 'max(lag{job="redis"}) / 1000', [], seconds),
  row(asRatio(max(m.fill_percent)), 'max(fill{job="redis"}) / 100', [], ratio),
  row(inBytes(max(m.key_size), 8192), 'max(key_size{job="redis"}) * 8192', [], bytes),
  row(
    inBytes(commands, 512),
    'sum by (cmd) (rate(commands_total{job="redis"}[5m])) * 512',
    ['cmd'],
    perSecond('bytes'),
  ),
  row(
    averagePer(busy, sum(rate(m.calls_total, '5m'))),
    'sum(rate(cpu_seconds_total{job="redis"}[5m])) / sum(rate(calls_total{job="redis"}[5m]))',
    [],
    seconds,
  ),
  row(
    averagePer(commands, calls),
    'sum by (cmd) (rate(commands_total{job="redis"}[5m])) / sum by (cmd) (rate(calls_total{job="redis"}[5m]))',
    ['cmd'],
    count('commands'),
  ),
  row(
    averagePer(sum(increase(m.commands_total, '1h')), sum(increase(m.calls_total, '1h'))),
    'sum(increase(commands_total{job="redis"}[1h])) / sum(increase(calls_total{job="redis"}[1h]))',
    [],
    count('commands'),
  ),
  row(inUnit(ratio, max(m.key_size), { reason: 'a test' }), 'max(key_size{job="redis"})', [], ratio),
]);

const lost = ({ node, unit }: AnyExpr) => expr<never, typeof unit>(node, [], unit);

test('what has no meaning is refused at run time too', () => {
  expect(() => averagePer(lost(max(m.memory_bytes)), lost(busy))).toThrow(
    new TypeError('averagePer(): an average per ratio has no unit.'),
  );
  expect(() => inUnit(ratio, lag, { reason: ' ' })).toThrow(
    new TypeError('inUnit(): give the reason why this number has this unit.'),
  );
});
