import { signal } from 'plainsight';
import * as panel from 'plainsight/panels';
import { dashboardRange, interval, max, maxOverTime } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { queue_length, shop } from '../../../../test/support/shop.ts';
import { instantInterval } from './instant-interval.ts';

const peak = signal({
  id: 'raw',
  name: 'Peak',
  description: 'The longest queue.',
  unit: unit.count('orders'),
  query: ({ window }) => max(maxOverTime(queue_length, window)),
  whenEmpty: 'no data',
});

describeRule(instantInterval, {
  example: shop({ panels: [panel.barGauge(peak, { over: interval })] }),
  allows: [
    ['the whole range', shop({ panels: [panel.barGauge(peak, { over: dashboardRange })] })],
    ['a graph, step by step', shop({ panels: [panel.timeseries(peak, { over: interval })] })],
  ],
});
