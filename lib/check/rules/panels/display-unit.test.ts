import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop, withPanel } from '../../../../test/support/shop.ts';
import { displayUnit } from './display-unit.ts';

describeRule(displayUnit, {
  example: withPanel(shop(), { display: 'percent' }),
  allows: [
    ['an override of something else', withPanel(shop(), { overrides: [{ query: 'orders', unit: unit.seconds }] })],
    ['another unit of the same scale', withPanel(shop(), { display: 'short' })],
    [
      'an override in its own unit',
      withPanel(shop(), { overrides: [{ query: 'orders', unit: unit.seconds, display: 's' }] }),
    ],
  ],
  finds: [
    [
      'a line in its own unit',
      withPanel(shop(), { unit: unit.seconds, overrides: [{ query: 'orders', display: 's' }] }),
      { where: 'dashboard shop / panel orders / query orders', found: 'orders/s shown as s' },
    ],
    [
      'series by their name, in the unit of the panel',
      withPanel(shop(), { overrides: [{ series: /^5/, display: 'percent' }] }),
      { where: 'dashboard shop / panel orders / series /^5/' },
    ],
    [
      'milliseconds for seconds',
      withPanel(shop(), { overrides: [{ query: 'orders', unit: unit.seconds, display: 'ms' }] }),
      {
        where: 'dashboard shop / panel orders / query orders',
        found: 'seconds shown as ms',
        allowed: 's, dtdurations or clocks',
        remedy: 'leave `display` out for "s", or convert the value first',
      },
    ],
  ],
});
