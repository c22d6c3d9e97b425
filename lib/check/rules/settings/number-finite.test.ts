import { signal } from 'plainsight';
import { stat } from 'plainsight/panels';
import { max } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import {
  alertOn,
  promql,
  queue_length,
  shop,
  withAlerts,
  withDashboard,
  withPanel,
} from '../../../../test/support/shop.ts';
import { numberFinite } from './number-finite.ts';

const panel = (change: Parameters<typeof withPanel>[1]) => withPanel(shop(), change);
const never = Number.POSITIVE_INFINITY;
const rawWords = {
  id: 'guessed',
  name: 'Guessed',
  description: 'Guessed.',
  unit: unit.count('orders'),
  query: () => max(queue_length),
  whenEmpty: 'no data',
} as const;

describeRule(numberFinite, {
  example: panel({ options: { max: Number.NaN } }),
  allows: [
    ['numbers', panel({ options: { max: 1e300 } })],
    ['an expression that says it', shop({ alerts: { Odd: alertOn(promql('queue_length > Inf')) } })],
  ],
  finds: [
    [
      'a limit of an alert',
      shop({ alerts: { Odd: alertOn(promql('queue_length > NaN')) } }),
      {
        where: 'alert Odd',
        found: '`queue_length{job="store"} > NaN`: compared or reckoned with NaN nothing is true, and nothing a number',
        remedy: 'correct the calculation, or leave it out',
      },
    ],
    ['decimals', panel({ decimals: never }), { found: 'decimals is Infinity' }],
    [
      'a mapping',
      panel({
        mappings: [
          { of: 1, text: 'a' },
          { of: { from: -never }, text: 'b' },
        ],
      }),
      { found: 'mappings[1].of.from is -Infinity' },
    ],
    [
      'an override',
      panel({ overrides: [{ query: 'orders', axis: { max: never } }] }),
      { found: 'overrides[0].axis.max is Infinity' },
    ],
    [
      'a limit of rows',
      panel({ transformations: [{ kind: 'limit', to: Number.NaN }] }),
      { found: 'transformations[0].to is NaN' },
    ],
    [
      'how many stand on a line',
      panel({ repeat: { variable: 'a', direction: 'horizontal', perLine: never } }),
      { found: 'repeat.perLine is Infinity' },
    ],
    ['an interval', panel({ minInterval: { ms: Number.NaN } }), { found: 'minInterval.ms is NaN' }],
    [
      'a dashboard',
      withDashboard(shop(), (dashboard) => ({ ...dashboard, refresh: { ms: Number.NaN } })),
      { where: 'dashboard shop', found: 'refresh.ms is NaN' },
    ],
    [
      'sample values of a signal',
      shop({ panels: [stat(signal({ ...rawWords, sample: { between: [0, never] } }))] }),
      { where: 'dashboard shop / panel guessed', found: 'sample.between[1] is Infinity' },
    ],
    ['an alert', withAlerts(shop(), { for: { ms: never } }), { where: 'alert QueueLong', found: 'for.ms is Infinity' }],
    [
      'the model',
      { ...shop(), scrapeInterval: { ms: Number.NaN } },
      { where: 'model', found: 'scrapeInterval.ms is NaN' },
    ],
  ],
});
