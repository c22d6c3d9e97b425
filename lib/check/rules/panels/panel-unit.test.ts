import * as panel from 'plainsight/panels';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, queueLength, shop, withFirstPanel, withPanel } from '../../../../test/support/shop.ts';
import { panelUnit } from './panel-unit.ts';

const table = panel.table({
  key: 'all',
  title: 'All',
  description: 'All.',
  queries: [orders, queueLength],
});
const override = { query: 'orders', unit: orders.unit };

describeRule(panelUnit, {
  example: withFirstPanel(shop(), ({ unit: _unit, ...panel }) => panel),
  allows: [
    ['a table of several units', shop({ panels: [table] })],
    ['a line whose unit is named', withPanel(shop(), { unit: unit.seconds, overrides: [override] })],
  ],
  finds: [
    [
      'a line of another unit, whose override is about something else',
      withPanel(shop(), { unit: unit.seconds, overrides: [{ query: 'orders', colour: 'red' }] }),
      {
        where: 'dashboard shop / panel orders / query orders',
        found: 'orders/s on a panel of seconds',
        allowed: 'queries of one unit, or an override that names the other',
        remedy: "convert it to seconds, or say overrides: [{ query: 'orders', unit: … }]",
      },
    ],
    [
      'a line of another unit',
      withPanel(shop(), { unit: unit.seconds }),
      {
        where: 'dashboard shop / panel orders / query orders',
        found: 'orders/s on a panel of seconds',
        allowed: 'queries of one unit, or an override that names the other',
        remedy: "convert it to seconds, or say overrides: [{ query: 'orders', unit: … }]",
      },
    ],
  ],
});
