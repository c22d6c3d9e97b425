import { describePrinted, row } from '../../test/support/printed.ts';
import * as m from '../../test/types/catalogue.ts';
import { perSecond, ratio, seconds } from '../units/unit.ts';
import { sum } from './aggregate.ts';
import * as q from './histogram.ts';
import { increase, rate } from './rate.ts';

const own = ['instance', 'job', 'route', 'service'] as const;
const observations = perSecond('observations');
const native = sum(q.nativeRate(m.native_seconds, '5m'), { by: ['route'] });

describePrinted('histograms and summaries', [
  row(q.buckets(m.latency_seconds, '5m'), 'rate(latency_seconds_bucket{job="redis"}[5m])', [...own, 'le'], seconds),
  row(q.nativeRate(m.native_seconds, '5m'), 'rate(native_seconds{job="redis"}[5m])', own, seconds),
  row(
    q.histogramQuantile(0.99, sum(q.buckets(m.latency_seconds, '5m'), { by: ['route', 'le'] })),
    'histogram_quantile(0.99, sum by (route, le) (rate(latency_seconds_bucket{job="redis"}[5m])))',
    ['route'],
    seconds,
  ),
  row(
    q.histogramQuantile(0.99, native),
    'histogram_quantile(0.99, sum by (route) (rate(native_seconds{job="redis"}[5m])))',
    ['route'],
    seconds,
  ),
  row(
    q.histogramFraction(0, 0.5, native),
    'histogram_fraction(0, 0.5, sum by (route) (rate(native_seconds{job="redis"}[5m])))',
    ['route'],
    ratio,
  ),
  row(
    q.histogramFraction(0, 0.5, sum(q.buckets(m.latency_seconds, '5m'), { by: ['le', 'route'] })),
    'histogram_fraction(0, 0.5, sum by (le, route) (rate(latency_seconds_bucket{job="redis"}[5m])))',
    ['route'],
    ratio,
  ),
  row(
    q.histogramCount(native),
    'histogram_count(sum by (route) (rate(native_seconds{job="redis"}[5m])))',
    ['route'],
    observations,
  ),
  row(
    q.histogramSum(native),
    'histogram_sum(sum by (route) (rate(native_seconds{job="redis"}[5m])))',
    ['route'],
    ratio,
  ),
  row(
    q.histogramAvg(native),
    'histogram_avg(sum by (route) (rate(native_seconds{job="redis"}[5m])))',
    ['route'],
    seconds,
  ),
  row(q.countRate(m.latency_seconds, '5m'), 'rate(latency_seconds_count{job="redis"}[5m])', own, observations),
  row(q.sumRate(m.latency_seconds, '5m'), 'rate(latency_seconds_sum{job="redis"}[5m])', own, ratio),
  row(
    q.countRate(m.call_summary_seconds, '5m'),
    'rate(call_summary_seconds_count{job="redis"}[5m])',
    own,
    observations,
  ),
  row(
    q.histogramAverage(m.latency_seconds, '5m'),
    'sum(rate(latency_seconds_sum{job="redis"}[5m])) / sum(rate(latency_seconds_count{job="redis"}[5m]))',
    [],
    seconds,
  ),
  row(
    q.histogramAverage(m.latency_seconds, '5m', { by: ['route'] }),
    'sum by (route) (rate(latency_seconds_sum{job="redis"}[5m])) / sum by (route) (rate(latency_seconds_count{job="redis"}[5m]))',
    ['route'],
    seconds,
  ),
  row(
    rate(q.atMost(m.latency_seconds, 0.5), '5m'),
    'rate(latency_seconds_bucket{job="redis",le="0.5"}[5m])',
    own,
    observations,
  ),
  row(
    rate(q.atMost(m.latency_seconds, 1), '5m'),
    'rate(latency_seconds_bucket{job="redis",le=~"1|1\\\\.0"}[5m])',
    own,
    observations,
  ),
  row(
    rate(q.atMost(m.latency_seconds, 0.5).where({ route: '/' }), '5m'),
    'rate(latency_seconds_bucket{job="redis",le="0.5",route="/"}[5m])',
    own,
    observations,
  ),
  row(
    increase(q.allObservations(m.latency_seconds.where({ route: '/' })), '1h'),
    'increase(latency_seconds_count{job="redis",route="/"}[1h])',
    own,
    { of: 'observations', per: '' },
  ),
  row(q.summaryQuantile(m.call_summary_seconds, 0.9), 'call_summary_seconds{job="redis",quantile="0.9"}', own, seconds),
]);
