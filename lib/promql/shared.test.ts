import { expect, test } from 'vitest';
import { describePrinted, row } from '../../test/support/printed.ts';
import { allTargets, target } from '../catalogue/metric.ts';
import { count, perSecond, ratio, seconds, state } from '../units/unit.ts';
import { sum } from './aggregate.ts';
import { buckets, histogramQuantile, summaryQuantile } from './histogram.ts';
import { rate } from './rate.ts';
import * as q from './shared.ts';
import { ALERTS, up } from './synthetic.ts';

const redis = target('redis', { labels: ['service'] });
const any = allTargets();
const shape = { help: '', labels: { cpu: [] }, series: 1 } as const;
const cpu = q.sharedCounter({ ...shape, name: 'process_cpu_seconds_total', unit: seconds });
const threads = q.sharedGauge({ ...shape, name: 'threads', unit: count('threads') });
const build = q.sharedInfo({ ...shape, name: 'build_info', unit: count('builds') });
const waits = q.sharedHistogram({ ...shape, name: 'waits_seconds', unit: seconds, bounds: [1] });
const pauses = q.sharedSummary({ ...shape, name: 'pauses_seconds', unit: seconds, bounds: [0.5] });

const own = ['cpu', 'instance', 'job', 'service'] as const;

describePrinted('shared families', [
  row(rate(cpu.of(redis), '5m'), 'rate(process_cpu_seconds_total{job="redis"}[5m])', own, ratio),
  row(threads.of(redis), 'threads{job="redis"}', own, count('threads')),
  row(threads.of(redis).where({ cpu: '0' }), 'threads{cpu="0",job="redis"}', own, count('threads')),
  row(build.of(redis), 'build_info{job="redis"}', own, count('builds')),
  row(
    histogramQuantile(0.9, sum(buckets(waits.of(redis), '5m'), { by: ['le'] })),
    'histogram_quantile(0.9, sum by (le) (rate(waits_seconds_bucket{job="redis"}[5m])))',
    [],
    seconds,
  ),
  row(summaryQuantile(pauses.of(redis), 0.5), 'pauses_seconds{job="redis",quantile="0.5"}', own, seconds),
  row(up.of(redis), 'up{job="redis"}', ['instance', 'job', 'service'], state({ 0: 'Down', 1: 'Up' })),
  row(up.of(any), 'up', ['instance', 'job'], state({ 0: 'Down', 1: 'Up' })),
  row(
    sum(rate(cpu.of(redis), '5m'), { by: ['service'] }),
    'sum by (service) (rate(process_cpu_seconds_total{job="redis"}[5m]))',
    ['service'],
    ratio,
  ),
  row(
    ALERTS.of(any).where({ alertstate: 'firing' }),
    'ALERTS{alertstate="firing"}',
    ['alertname', 'alertstate', 'instance', 'job', 'severity'],
    count('alerts'),
  ),
]);

test('a shared family says what it is before it is bound', () => {
  expect([cpu, threads, build, waits, pauses].map(({ facts }) => facts.kind)).toEqual([
    ...['counter', 'gauge', 'info', 'histogram', 'summary'],
  ]);
  expect(cpu.facts.name).toBe('process_cpu_seconds_total');
  expect(rate(cpu.of(redis), '5m').unit).not.toEqual(perSecond('seconds' as never));
});
