import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, queueLength, shop, withPanel } from '../../../../test/support/shop.ts';
import type { Override } from '../../../model/field.ts';
import type { AxisOptions } from '../../../panels/options.ts';
import { panelNumbers } from './panel-numbers.ts';

const number = (change: Parameters<typeof withPanel>[1]) => withPanel(shop(), change);
const options = (of: object) => number({ options: of });
const axis = (of: AxisOptions) => options(of);
const override = (of: Partial<Override>) => number({ overrides: [{ query: 'orders', ...of } as Override] });
const inOverride = { where: 'dashboard shop / panel orders / override of query orders' };
const swap = (low: string, high: string) => ({
  allowed: `a ${low} below ${high}`,
  remedy: 'swap them, or leave one out',
});
const powers = {
  allowed: 'an axis of powers has values above 0 only',
  remedy: 'leave it out, or take the linear scale',
};

describeRule(panelNumbers, {
  example: number({ decimals: -1 }),
  allows: [
    ['15 decimals', number({ decimals: 15 })],
    ['the ends', options({ fill: 0, lineWidth: 10, rowHeight: 1, bucketCount: 1, most: 1 })],
    ['what is left open', axis({})],
    ['an axis', axis({ min: -1, softMin: 0, softMax: 1, max: 2 })],
    ['powers of ten', axis({ scale: 'log10', min: 0.1, max: 1000 })],
    ['a linear axis below zero', axis({ scale: 'linear', max: 0 })],
    ['an override', override({ fill: 100, axis: { min: 0, max: 1 } })],
    [
      'ranges of values',
      number({
        mappings: [
          { of: { from: 1, to: 1 }, text: 'a' },
          { of: { to: -1 }, text: 'b' },
          { of: {}, text: 'c' },
        ],
      }),
    ],
    ['panels that share a line', number({ repeat: { variable: 'a', direction: 'horizontal', perLine: 6 } })],
    ['no number, which is found elsewhere', options({ fill: Number.NaN, min: Number.NaN, max: 0 })],
  ],
  finds: [
    ['half a decimal', number({ decimals: 1.5 }), { found: 'decimals 1.5' }],
    ['16 decimals', number({ decimals: 16 }), { found: 'decimals 16' }],
    ['opacity over 100', options({ fill: 101 }), { found: 'fill 101', allowed: 'a number from 0 to 100' }],
    [
      'a line of less than nothing',
      options({ lineWidth: -1 }),
      { found: 'lineWidth -1', allowed: 'a number from 0 to 10' },
    ],
    [
      'a bar higher than its row',
      options({ rowHeight: 90 }),
      { found: 'rowHeight 90', allowed: 'a number from 0 to 1' },
    ],
    ['a bucket of nothing', options({ bucketSize: 0 }), { found: 'bucketSize 0', allowed: 'a number above 0' }],
    ['no bucket', options({ bucketCount: 0 }), { found: 'bucketCount 0', allowed: 'a whole number from 1' }],
    ['half an alert', options({ most: 0.5 }), { found: 'most 0.5', allowed: 'a whole number from 1' }],
    [
      'a column that nobody can read',
      shop({
        panels: [panel.table(queueLength, { key: 'table', by: ['job'], columns: [{ field: 'job', width: 0 }] })],
      }),
      { where: 'dashboard shop / panel table', found: 'width of a column 0', allowed: 'at least 20 pixels' },
    ],
    [
      'no rows',
      number({ transformations: [{ kind: 'limit', to: 0 }] }),
      { found: 'limit of rows 0', allowed: 'a whole number from 1' },
    ],
    [
      'five panels on a line',
      number({ repeat: { variable: 'a', direction: 'horizontal', perLine: 5 } }),
      { found: 'perLine 5', allowed: '1, 2, 3, 4, 6, 8, 12 or 24' },
    ],
    [
      'no interval',
      shop({ panels: [panel.stat(orders, { key: 'a', minInterval: '0s' })] }),
      { where: 'dashboard shop / panel a', found: 'minInterval 0s', allowed: 'a time above zero' },
    ],
    [
      'a range that runs backward',
      number({ mappings: [{ of: { from: 2, to: 1 }, text: 'a' }] }),
      { found: 'a text for values from 2 to 1', allowed: '`from` up to `to`', remedy: 'swap them' },
    ],
    ['a scale that runs backward', axis({ min: 1, max: 0 }), { found: 'min 1 and max 0', ...swap('min', 'max') }],
    ['a scale of one value', options({ min: 1, max: 1 }), { found: 'min 1 and max 1', ...swap('min', 'max') }],
    [
      'soft ends',
      axis({ softMin: 2, softMax: 1 }),
      { found: 'softMin 2 and softMax 1', ...swap('softMin', 'softMax') },
    ],
    [
      'a soft end below the hard one',
      axis({ min: 5, softMax: 1 }),
      { found: 'min 5 and softMax 1', ...swap('min', 'softMax') },
    ],
    ['powers from zero', axis({ scale: 'log10', min: 0 }), { found: 'min 0 on the scale log10', ...powers }],
    ['powers below zero', axis({ scale: 'log2', softMin: -1 }), { found: 'softMin -1 on the scale log2', ...powers }],
    [
      'opacity of one line',
      override({ fill: -1 }),
      { ...inOverride, found: 'fill -1', allowed: 'a number from 0 to 100' },
    ],
    [
      'the axis of one line',
      override({ axis: { min: 2, max: 1 } }),
      { ...inOverride, found: 'min 2 and max 1', ...swap('min', 'max') },
    ],
    [
      'series by name',
      number({ overrides: [{ series: /a/, fill: 200 }] }),
      {
        where: 'dashboard shop / panel orders / override of /a/',
        found: 'fill 200',
        allowed: 'a number from 0 to 100',
      },
    ],
  ],
});
