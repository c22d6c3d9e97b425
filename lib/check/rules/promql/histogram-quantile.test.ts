import {
  nativeHistogram,
  nativeRate,
  histogramQuantile as quantileOf,
  seconds,
  signal,
  source,
  stat,
  sum,
} from '../../../../lib/index.ts';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { panelOf, shop, shopTarget } from '../../../../test/support/shop.ts';
import { histogramQuantile } from './histogram-quantile.ts';

const panel = (query: string) => shop({ panels: [panelOf(query)] });

const native = nativeHistogram(source(shopTarget, { version: '' }), {
  name: 'native_seconds',
  help: '',
  unit: seconds,
  labels: {},
  series: 1,
});
const slowest = signal({
  id: 'slowest',
  name: 'Slowest',
  description: 'Slowest requests.',
  unit: seconds,
  query: ({ window }) => quantileOf(0.99, sum(nativeRate(native, window))),
  whenEmpty: 'no data',
});

describeRule(histogramQuantile, {
  example: panel('histogram_quantile(0.9, sum(rate(request_duration_seconds_bucket[$__rate_interval])))'),
  allows: [
    [
      'buckets with their bounds',
      panel('histogram_quantile(0.9, sum by (le) (rate(request_duration_seconds_bucket[$__rate_interval])))'),
    ],
    ['a native histogram', shop({ panels: [stat(slowest)] })],
    ['what is not known', panel('histogram_quantile(0.9, elsewhere)')],
  ],
  finds: [
    [
      'the sum instead of the buckets',
      panel('histogram_quantile(0.9, rate(request_duration_seconds_sum[$__rate_interval]))'),
      { found: 'histogram_quantile() of `rate(request_duration_seconds_sum[$__rate_interval])`, without le' },
    ],
  ],
});
