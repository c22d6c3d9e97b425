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
  thresholds: { from: { warning: 100, critical: 10 } },
  whenEmpty: 'no data',
});
const limits = (direction: 'from' | 'below', warning: number, critical: number) =>
  withPanel(shop(), { thresholds: { direction, at: { warning, critical } } });

describeRule(thresholds, {
  example: limits('from', 100, 10),
  allows: [
    // A signal has only the levels that it names.
    [
      'one level',
      withPanel(shop(), {
        thresholds: { direction: 'from', at: { warning: 5 } as { warning: number; critical: number } },
      }),
    ],
    ['both in order', limits('from', 10, 100)],
    ['both in order downwards', limits('below', 100, 10)],
    ['less than nothing', limits('below', 1, 0)],
  ],
  finds: [
    [
      'no end',
      limits('from', 10, Number.POSITIVE_INFINITY),
      { found: 'critical from Infinity, which is no number', allowed: 'a number', remedy: 'give critical a number' },
    ],
    [
      'those of a signal once, wherever it is shown',
      shop({ signals: { odd }, panels: [panel.stat(odd), panel.timeseries(odd, { key: 'again' })] }),
      { where: 'dashboard shop / panel odd' },
    ],
    [
      'two equal',
      limits('from', 10, 10),
      { found: 'from 10 it is a warning and critical at once', remedy: 'warn earlier, or not at all' },
    ],
    [
      'downwards, the wrong way round',
      limits('below', 10, 100),
      {
        found: 'below 10 it is a warning, and below 100 critical',
        allowed: 'a critical threshold that is less than the warning',
        remedy: 'swap the two numbers, or set `from` where large values are bad',
      },
    ],
    [
      'nothing',
      limits('from', 0, 100),
      {
        found: 'warning from 0, which a count breaches when there is nothing',
        allowed: 'a limit that a healthy value has not reached',
        remedy: 'write `from: 1` of what is counted, and of anything else the smallest value that is a concern',
      },
    ],
    [
      'no number',
      limits('from', Number.NaN, 100),
      { found: 'warning from NaN, which is no number', allowed: 'a number', remedy: 'give warning a number' },
    ],
  ],
});
