import { nativeHistogram, source } from 'plainsight';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, shop, shopTarget } from '../../../../test/support/shop.ts';
import { metricKind } from './metric-kind.ts';

const native = nativeHistogram(source(shopTarget, { version: '' }), {
  name: 'native_seconds',
  help: '',
  unit: unit.seconds,
  labels: {},
  series: 1,
});
const ofGauge = (call: string, name: string) =>
  [
    `${name}() of a gauge`,
    shop({ panels: [panelOf(`max(${call})`)] }),
    { found: `${name}() of the gauge queue_length` },
  ] as const;
const ofCounter = (call: string, name: string) =>
  [
    `${name}() of a counter`,
    shop({ panels: [panelOf(`max(${call})`)] }),
    {
      found: `${name}() of the counter orders_total`,
      allowed: 'a gauge',
      remedy: 'for a counter use rate() or increase()',
    },
  ] as const;

describeRule(metricKind, {
  example: shop({ panels: [panelOf('max(rate(queue_length[$__rate_interval]))')] }),
  allows: [
    [
      'the rate of a native histogram',
      shop({ catalogue: { native }, panels: [panelOf('max(rate(native_seconds[$__rate_interval]))')] }),
    ],
    [
      'buckets',
      shop({ panels: [panelOf('sum by (le) (rate(request_duration_seconds_bucket[$__rate_interval]))', ['le'])] }),
    ],
    ['a recorded series', shop({ alerts: { A: alertOn(promql('deriv(job:queue_length:max[10m]) > 0')) } })],
    ['an unknown metric', shop({ panels: [panelOf('max(rate(elsewhere[5m]))')] })],
    ['what takes any', shop({ panels: [panelOf('max(changes(orders_total[1h]))')] })],
  ],
  finds: [
    ofGauge('irate(queue_length[5m])', 'irate'),
    ofGauge('increase(queue_length[5m])', 'increase'),
    ofCounter('delta(orders_total[5m])', 'delta'),
    ofCounter('idelta(orders_total[5m])', 'idelta'),
    ofCounter('predict_linear(orders_total[5m], 60)', 'predict_linear'),
    ofCounter('double_exponential_smoothing(orders_total[5m], 0.5, 0.5)', 'double_exponential_smoothing'),
    [
      'the change of a part of a histogram',
      shop({ panels: [panelOf('max(delta(request_duration_seconds_count[1h]))')] }),
      {
        found: 'delta() of the counter request_duration_seconds_count',
        allowed: 'a gauge',
        remedy: 'for a counter use rate() or increase()',
      },
    ],
    [
      'the derivative of a counter',
      shop({ alerts: { A: alertOn(promql('deriv(orders_total[10m]) > 0')) } }),
      {
        where: 'alert A',
        found: 'deriv() of the counter orders_total',
        allowed: 'a gauge',
        remedy: 'for a counter use rate() or increase()',
      },
    ],
  ],
});
