import {
  barGauge,
  count,
  dashboardRange,
  interval,
  max,
  maxOverTime,
  signal,
  timeseries,
} from '../../../../lib/index.ts';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { queue_length, shop } from '../../../../test/support/shop.ts';
import { instantInterval } from './instant-interval.ts';

const peak = signal({
  id: 'raw',
  name: 'Peak',
  description: 'The longest queue.',
  unit: count('orders'),
  query: ({ window }) => max(maxOverTime(queue_length, window)),
  whenEmpty: 'no data',
});

describeRule(instantInterval, {
  example: shop({ panels: [barGauge(peak, { over: interval })] }),
  allows: [
    ['the whole range', shop({ panels: [barGauge(peak, { over: dashboardRange })] })],
    ['a graph, step by step', shop({ panels: [timeseries(peak, { over: interval })] })],
  ],
});
