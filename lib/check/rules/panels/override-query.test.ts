import { profiles, unavailable } from 'plainsight';
import * as panel from 'plainsight/panels';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { queueLength, shop, withPanel } from '../../../../test/support/shop.ts';
import type { LeftOut } from '../../../model/resolved.ts';
import { overrideQuery } from './override-query.ts';

const gone = profiles('plain').signal({
  id: 'gone',
  name: 'Gone',
  description: 'Not here.',
  unit: unit.count('orders'),
  query: { plain: unavailable('no source') },
  whenEmpty: 'no data',
});
const both = panel.timeseries({
  key: 'both',
  title: 'Both',
  description: 'Both.',
  queries: [queueLength, gone],
  overrides: [{ query: 'gone', colour: 'blue' }],
});

/** The panel in a profile that leaves something out, with an override for a query that is not among it. */
const leavingOut = (left: Partial<LeftOut>) => {
  const model = withPanel(shop(), { overrides: [{ query: 'order', colour: 'blue' }] });
  return {
    ...model,
    leftOut: [{ what: 'query', dashboard: 'shop', name: 'Orders: Gone', reason: 'x', ...left } as LeftOut],
  };
};

describeRule(overrideQuery, {
  example: withPanel(shop(), { overrides: [{ query: 'order', colour: 'blue' }] }),
  allows: [
    ['a query that this panel lost', leavingOut({})],
    ['a query that there is', withPanel(shop(), { overrides: [{ query: 'orders', colour: 'blue' }] })],
    ['series by their name', withPanel(shop(), { overrides: [{ series: /^5/, colour: 'red' }] })],
    ['a query that the profile leaves out', shop({ panels: [both] })],
  ],
  finds: [
    [
      'a flag with which every second series is passed over',
      withPanel(shop(), { overrides: [{ series: /shop/gi, colour: 'red' }] }),
      {
        found: 'an override for the series /shop/gi, with the flags gi',
        allowed: 'no flags but i, m and s',
        remedy: 'leave the others out: /shop/i',
      },
    ],
    [
      'a flag that Grafana cannot read',
      withPanel(shop(), { overrides: [{ series: /shop/u, colour: 'red' }] }),
      {
        found: 'an override for the series /shop/u, with the flag u',
        allowed: 'no flags but i, m and s',
        remedy: 'leave the others out: /shop/',
      },
    ],
    ['a query of a panel of another dashboard that lost one', leavingOut({ dashboard: 'store' }), {}],
    ['a query of another panel that lost one', leavingOut({ name: 'Queue: Gone' }), {}],
    ['a query beside a panel that is left out as a whole', leavingOut({ what: 'panel' }), {}],
    [
      'a query that there is not, beside a panel that lost one',
      withPanel(shop({ panels: [both] }), { overrides: [{ query: 'order', colour: 'blue' }] }),
      {},
    ],
    [
      'a line of a panel that shows nothing',
      withPanel(shop(), { queries: [], overrides: [{ query: 'order', colour: 'blue' }] }),
      { allowed: 'the key of one of its queries: none', remedy: 'remove the override, or add the query' },
    ],
  ],
});
