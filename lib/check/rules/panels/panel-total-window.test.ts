import { signal } from 'plainsight';
import * as panel from 'plainsight/panels';
import { dashboardRange, increase, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders_total, rawSignal, shop } from '../../../../test/support/shop.ts';
import { panelTotalWindow } from './panel-total-window.ts';

const total = signal({
  id: 'raw',
  name: 'Total',
  description: 'All orders.',
  unit: unit.count('orders'),
  query: ({ window }) => sum(increase(orders_total, window)),
  whenEmpty: 'zero',
});

describeRule(panelTotalWindow, {
  example: shop({ panels: [panel.stat(total)] }),
  allows: [
    ['the whole range', shop({ panels: [panel.stat(total, { over: dashboardRange })] })],
    ['a window that is named', shop({ panels: [panel.stat(total, { over: '1h' })] })],
    [
      'a rate, which is no total',
      shop({ panels: [panel.stat(rawSignal('sum(rate(orders_total[$__rate_interval]))'))] }),
    ],
    ['a graph, step by step', shop({ panels: [panel.timeseries(total)] })],
  ],
  finds: [
    [
      'the change of a gauge over one step',
      shop({ panels: [panel.stat(rawSignal('max(delta(queue_length[$__interval]))'))] }),
      { found: 'delta() over $__interval as a single number' },
    ],
  ],
});
