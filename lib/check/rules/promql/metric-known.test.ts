import { gauge, signal, source } from 'plainsight';
import * as panel from 'plainsight/panels';
import { max } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, shop, storeTarget } from '../../../../test/support/shop.ts';
import { metricKnown } from './metric-known.ts';

const forgotten = gauge(source(storeTarget, { version: '' }), {
  name: 'store_items',
  help: '',
  unit: unit.count('items'),
  labels: {},
  series: 1,
});
const items = signal({
  id: 'items',
  name: 'Items',
  description: 'Items in store.',
  unit: unit.count('items'),
  query: () => max(forgotten),
  whenEmpty: 'no data',
});

describeRule(metricKnown, {
  example: shop({ panels: [panelOf('max(queue_lenght)')] }),
  allows: [
    [
      "Prometheus' own series",
      shop({ alerts: { Down: alertOn(promql('up == 0')), Firing: alertOn(promql('count(ALERTS) > 9')) } }),
    ],
    [
      'parts of a histogram',
      shop({ panels: [panelOf('sum(rate(request_duration_seconds_count[$__rate_interval]))')] }),
    ],
    ['a recorded series', shop({ panels: [panelOf('max(job:queue_length:max)')] })],
    ['all series of a job', shop({ panels: [panelOf('count({job="shop"})')] })],
    ['a variable', shop({ panels: [panelOf('max($metric{job="shop"})')] })],
  ],
  finds: [
    [
      'an alert over nothing',
      shop({ alerts: { Odd: alertOn(promql('requests_total > 1')) } }),
      {
        where: 'alert Odd',
        found: 'the metric requests_total, which is not in the catalogue',
        remedy: 'add it from what the exporter exposes: npx plainsight metrics',
      },
    ],
    [
      'a typed metric of a file that the model does not list',
      shop({ panels: [panel.stat(items)] }),
      {
        where: 'dashboard shop / panel items',
        found: 'the metric store_items, which is not in the catalogue',
        remedy: 'add it from what the exporter exposes: npx plainsight metrics',
      },
    ],
    [
      'two in one query',
      shop({ panels: [panelOf('max(store_up) + max(store_down)')] }),
      {
        found: 'the metric store_up, which is not in the catalogue',
        remedy: 'add it from what the exporter exposes: npx plainsight metrics',
      },
      {
        found: 'the metric store_down, which is not in the catalogue',
        remedy: 'add it from what the exporter exposes: npx plainsight metrics',
      },
    ],
  ],
});
