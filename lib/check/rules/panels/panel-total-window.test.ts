import { count, dashboardRange, increase, signal, stat, sum, timeseries } from '../../../../lib/index.ts';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders_total, shop } from '../../../../test/support/shop.ts';
import { panelTotalWindow } from './panel-total-window.ts';

const total = signal({
  id: 'raw',
  name: 'Total',
  description: 'All orders.',
  unit: count('orders'),
  query: ({ window }) => sum(increase(orders_total, window)),
  whenEmpty: 'zero',
});

describeRule(panelTotalWindow, {
  example: shop({ panels: [stat(total)] }),
  allows: [
    ['the whole range', shop({ panels: [stat(total, { over: dashboardRange })] })],
    ['a window that is named', shop({ panels: [stat(total, { over: '1h' })] })],
    ['a graph, step by step', shop({ panels: [timeseries(total)] })],
  ],
});
