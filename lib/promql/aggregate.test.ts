import { expect, test } from 'vitest';
import { describePrinted, row } from '../../test/support/printed.ts';
import * as m from '../../test/types/catalogue.ts';
import { bytes, count, perSecond, seconds } from '../units/unit.ts';
import * as q from './aggregate.ts';
import { buckets, nativeRate } from './histogram.ts';
import { rate } from './rate.ts';

const each = rate(m.commands_total, '5m');
const commands = perSecond('commands');
const all = ['cmd', 'instance', 'job', 'service'] as const;

describePrinted('aggregations', [
  row(q.sum(each), 'sum(rate(commands_total{job="redis"}[5m]))', [], commands),
  row(q.sum(each, { by: ['cmd'] }), 'sum by (cmd) (rate(commands_total{job="redis"}[5m]))', ['cmd'], commands),
  row(
    q.sum(each, { by: ['job', 'cmd'] }),
    'sum by (job, cmd) (rate(commands_total{job="redis"}[5m]))',
    ['cmd', 'job'],
    commands,
  ),
  row(q.sum(each, { by: [] }), 'sum(rate(commands_total{job="redis"}[5m]))', [], commands),
  row(
    q.sum(each, { without: ['cmd', 'job'] }),
    'sum without (cmd, job) (rate(commands_total{job="redis"}[5m]))',
    ['instance', 'service'],
    commands,
  ),
  row(q.sum(each, { without: [] }), 'sum without () (rate(commands_total{job="redis"}[5m]))', all, commands),
  row(q.avg(m.memory_bytes, { by: ['job'] }), 'avg by (job) (memory_bytes{job="redis"})', ['job'], bytes),
  row(q.min(m.memory_bytes), 'min(memory_bytes{job="redis"})', [], bytes),
  row(q.max(m.memory_bytes), 'max(memory_bytes{job="redis"})', [], bytes),
  row(q.stddev(m.memory_bytes), 'stddev(memory_bytes{job="redis"})', [], bytes),
  row(q.stdvar(m.memory_bytes), 'stdvar(memory_bytes{job="redis"})', [], count('variance')),
  row(
    q.count(m.commands_total, { by: ['cmd'] }),
    'count by (cmd) (commands_total{job="redis"})',
    ['cmd'],
    count('series'),
  ),
  row(q.group(m.commands_total), 'group(commands_total{job="redis"})', [], count('series')),
  row(
    q.quantile(0.9, m.memory_bytes, { by: ['job'] }),
    'quantile by (job) (0.9, memory_bytes{job="redis"})',
    ['job'],
    bytes,
  ),
  row(
    q.countValues('version', m.memory_bytes, { by: ['job'] }),
    'count_values by (job) ("version", memory_bytes{job="redis"})',
    ['job', 'version'],
    count('series'),
  ),
  row(q.topk(5, each), 'topk(5, rate(commands_total{job="redis"}[5m]))', all, commands),
  row(
    q.bottomk(5, each, { by: ['cmd'] }),
    'bottomk by (cmd) (5, rate(commands_total{job="redis"}[5m]))',
    all,
    commands,
  ),
  row(q.limitk(5, each), 'limitk(5, rate(commands_total{job="redis"}[5m]))', all, commands),
  row(
    q.sum(buckets(m.latency_seconds, '5m'), { by: ['le', 'route'] }),
    'sum by (le, route) (rate(latency_seconds_bucket{job="redis"}[5m]))',
    ['le', 'route'],
    seconds,
  ),
  row(q.avg(nativeRate(m.native_seconds, '5m')), 'avg(rate(native_seconds{job="redis"}[5m]))', [], seconds),
]);

test('buckets and native histograms stay what they are', () => {
  expect(q.sum(buckets(m.latency_seconds, '5m'), { by: ['le'] }).type).toMatch(/^buckets/);
  expect(q.sum(nativeRate(m.native_seconds, '5m')).type).toMatch(/^native histograms/);
  expect(q.sum(each).type).toBe('instant vector');
});
