import { signal } from 'plainsight';
import * as panel from 'plainsight/panels';
import { max } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { queue_length, shop, withPanel } from '../../../../test/support/shop.ts';
import { thresholds } from './thresholds.ts';

const odd = signal({
  id: 'odd',
  name: 'Odd',
  description: 'Odd.',
  unit: unit.count('orders'),
  query: () => max(queue_length),
  thresholds: { above: { warning: 100, critical: 10 } },
  whenEmpty: 'no data',
});
const limits = (direction: 'above' | 'below', warning: number, critical: number) =>
  withPanel(shop(), { thresholds: { direction, at: { warning, critical } } });

describeRule(thresholds, {
  example: limits('above', 100, 10),
  allows: [
    // A signal has only the levels that it names.
    [
      'one level',
      withPanel(shop(), {
        thresholds: { direction: 'above', at: { warning: 5 } as { warning: number; critical: number } },
      }),
    ],
    ['both in order', limits('above', 10, 100)],
    ['both in order downwards', limits('below', 100, 10)],
  ],
  finds: [
    [
      'no end',
      limits('above', 10, Number.POSITIVE_INFINITY),
      { found: 'critical above Infinity, which is no number', remedy: 'give critical a number' },
    ],
    [
      'those of a signal once, wherever it is shown',
      shop({ signals: { odd }, panels: [panel.stat(odd), panel.timeseries(odd, { key: 'again' })] }),
      { where: 'dashboard shop / panel odd' },
    ],
    [
      'two equal',
      limits('above', 10, 10),
      { found: 'above 10 is a warning and critical at once', remedy: 'warn earlier, or not at all' },
    ],
    [
      'downwards, the wrong way round',
      limits('below', 10, 100),
      {
        found: 'below 10 is a warning, and below 100 critical',
        allowed: 'a critical threshold below the warning',
        remedy: 'swap the two numbers, or set `above` where large values are bad',
      },
    ],
    [
      'no number',
      limits('above', Number.NaN, 100),
      { found: 'warning above NaN, which is no number', remedy: 'give warning a number' },
    ],
  ],
});
