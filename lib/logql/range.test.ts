import { describe, expect, test } from 'vitest';
import { describeLogs, numbers } from '../../test/support/printed-logs.ts';
import { lines, orders, requests } from '../../test/types/logs.ts';
import { dashboardRange, interval, intervalVariable } from '../promql/window.ts';
import { bytes, count, perSecond, ratio, seconds } from '../units/unit.ts';
import * as q from './over-time.ts';
import * as l from './range.ts';

const streams = ['project', 'service', 'stream'] as const;
const said = '{project="shop"}';
const json = '{project="shop", service="worker"} | json';
const parsed =
  '{project="shop", service="shop", stream="stdout"} | pattern `<ip> - - [<_>] "<method> <path> <_>" <status> <size> <_>`';
const read = [...streams, 'ip', 'method', 'path', 'status'] as const;
const others = [...streams, 'level', 'heap', 'status', 'items'] as const;

describeLogs('what a number of lines becomes', [
  numbers(l.countOverTime(lines, '5m'), `count_over_time(${said}[5m])`, streams, count('lines')),
  numbers(
    l.countOverTime(lines.contains('a'), '5m', { offset: '1d' }),
    `count_over_time(${said} |= "a" [5m] offset 1d)`,
    streams,
    count('lines'),
  ),
  numbers(l.rate(lines, l.auto), `rate(${said}[$__auto])`, streams, perSecond('lines')),
  numbers(l.rate(lines, interval), `rate(${said}[$__interval])`, streams, perSecond('lines')),
  numbers(l.rate(lines, dashboardRange), `rate(${said}[$__range])`, streams, perSecond('lines')),
  numbers(l.rate(lines, intervalVariable('w')), `rate(${said}[$w])`, streams, perSecond('lines')),
  numbers(l.bytesOverTime(lines, '1h'), `bytes_over_time(${said}[1h])`, streams, bytes),
  numbers(l.bytesRate(lines, '1h'), `bytes_rate(${said}[1h])`, streams, perSecond('bytes')),
  numbers(l.rate(requests.unwrap('size'), '5m'), `rate(${parsed} | unwrap size [5m])`, read, perSecond('bytes')),
  numbers(
    l.rate(orders.unwrap('took').withoutErrors(), '5m'),
    `rate(${json} | unwrap duration(took) | __error__="" [5m])`,
    others,
    ratio,
  ),
  numbers(
    l.rateCounter(requests.unwrap('size'), '5m'),
    `rate_counter(${parsed} | unwrap size [5m])`,
    read,
    perSecond('bytes'),
  ),
  numbers(
    l.absentOverTime(lines.where({ service: 'a', stream: /std.*/ }), '5m'),
    `absent_over_time({project="shop", service="a", stream=~"std.*"}[5m])`,
    ['project', 'service'],
    count('series'),
  ),
]);

const took = orders.unwrap('took');
const duration = `${json} | unwrap duration(took) [5m]`;

describeLogs('what a value becomes', [
  numbers(q.avgOverTime(took, '5m'), `avg_over_time(${duration})`, others, seconds),
  numbers(q.minOverTime(took, '5m', { by: [] }), `min_over_time(${duration}) by ()`, [], seconds),
  numbers(q.maxOverTime(took, '5m', { by: ['level'] }), `max_over_time(${duration}) by (level)`, ['level'], seconds),
  numbers(
    q.firstOverTime(took, '5m', { without: ['level', 'heap'], offset: '1h' }),
    `first_over_time(${duration} offset 1h) without (level, heap)`,
    [...streams, 'status', 'items'],
    seconds,
  ),
  numbers(q.lastOverTime(took, '5m', { offset: '1h' }), `last_over_time(${duration} offset 1h)`, others, seconds),
  numbers(q.stddevOverTime(took, '5m'), `stddev_over_time(${duration})`, others, seconds),
  numbers(q.stdvarOverTime(took, '5m', { by: [] }), `stdvar_over_time(${duration}) by ()`, [], count('variance')),
  numbers(q.sumOverTime(took, '5m', { offset: '1h' }), `sum_over_time(${duration} offset 1h)`, others, seconds),
  numbers(
    q.quantileOverTime(0.99, orders.unwrap('heap'), '5m', { by: ['service'] }),
    `quantile_over_time(0.99, ${json} | unwrap bytes(heap) [5m]) by (service)`,
    ['service'],
    bytes,
  ),
]);

describe('refused at run time too', () => {
  const over = 2 as number;
  test.each<readonly [string, () => unknown, string]>([
    ['a quantile above 1', () => q.quantileOverTime(over, took, '5m'), 'between 0 and 1'],
    ['a quantile that is none', () => q.quantileOverTime(Number.NaN, took, '5m'), 'between 0 and 1'],
    ['a window that reaches nowhere', () => l.rate(lines, '0s'), 'longer than 0'],
    ['a window that is none', () => l.rate(lines, '5x' as '5m'), 'not a duration'],
  ])('%s', (_, make, says) => {
    expect(make).toThrow(says);
  });
});
