import { nativeHistogram, signal, source } from 'plainsight';
import * as panel from 'plainsight/panels';
import { nativeRate, histogramQuantile as quantileOf, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { panelOf, shop, shopTarget } from '../../../../test/support/shop.ts';
import { histogramQuantile } from './histogram-quantile.ts';

const modelWith = (query: string) => shop({ panels: [panelOf(query)] });

const native = nativeHistogram(source(shopTarget, { version: '' }), {
  name: 'native_seconds',
  help: '',
  unit: unit.seconds,
  labels: {},
  series: 1,
});
const slowest = signal({
  id: 'slowest',
  name: 'Slowest',
  description: 'Slowest requests.',
  unit: unit.seconds,
  query: ({ window }) => quantileOf(0.99, sum(nativeRate(native, window))),
  whenEmpty: 'no data',
});

describeRule(histogramQuantile, {
  example: modelWith('histogram_quantile(0.9, sum(rate(request_duration_seconds_bucket[$__rate_interval])))'),
  allows: [
    [
      'buckets with their bounds',
      modelWith('histogram_quantile(0.9, sum by (le) (rate(request_duration_seconds_bucket[$__rate_interval])))'),
    ],
    ['a native histogram', shop({ panels: [panel.stat(slowest)] })],
    ['what is not known', modelWith('histogram_quantile(0.9, elsewhere)')],
  ],
  finds: [
    [
      'the share below a bound, without the bounds',
      modelWith('histogram_fraction(0, 0.5, sum(rate(request_duration_seconds_bucket[$__rate_interval])))'),
      {
        found:
          'histogram_fraction() of `sum(rate(request_duration_seconds_bucket{job="shop"}[$__rate_interval]))`, without le',
      },
    ],
    [
      'the sum instead of the buckets',
      modelWith('histogram_quantile(0.9, rate(request_duration_seconds_sum[$__rate_interval]))'),
      {
        found: 'histogram_quantile() of `rate(request_duration_seconds_sum{job="shop"}[$__rate_interval])`, without le',
      },
    ],
  ],
});
