import { profiles, requirement, signal, unavailable } from 'plainsight';
import { rate, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, orders_total, shop } from '../../../../test/support/shop.ts';
import { requirementShown } from './requirement-shown.ts';

const failed = signal({
  id: 'failed',
  name: 'Failed requests',
  description: 'Failed.',
  unit: unit.perSecond('orders'),
  query: ({ window }) => sum(rate(orders_total, window)),
  whenEmpty: 'zero',
});
const plain = profiles('plain');
const nowhere = plain.signal({
  id: 'nowhere',
  name: 'Nowhere',
  description: 'Nowhere.',
  unit: unit.perSecond('orders'),
  query: { plain: unavailable('no exporter has it') },
  whenEmpty: 'zero',
});

const asked = (asks: string, ...shownBy: Parameters<typeof requirement>[1]['shownBy']) =>
  shop({ requirements: [requirement(asks, { part: 'Application', shownBy })] });

describeRule(requirementShown, {
  example: asked('How many requests fail', failed),
  finds: [
    [
      'none of several signals',
      asked('How many requests fail', failed, nowhere),
      { found: 'no panel shows "Failed requests"' },
    ],
  ],
  allows: [
    ['a signal on a dashboard', asked('How many orders', orders)],
    ['one of several', asked('How many orders', failed, orders)],
    ['what the profile cannot have, with its reason', asked('What nobody knows', nowhere)],
  ],
});
