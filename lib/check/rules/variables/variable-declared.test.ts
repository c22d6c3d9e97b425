import { queryVariable } from 'plainsight';
import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, orders, panelOf, promql, queue_length, shop } from '../../../../test/support/shop.ts';
import { variableDeclared } from './variable-declared.ts';

const service = queryVariable({ name: 'service', label: 'Service', of: queue_length, values: 'service' });
const dashboard = { filter: { service } };
const none = { allowed: 'datasource' };
const note = (markdown: string) => panel.text({ key: 'note', title: '', description: '', markdown });

describeRule(variableDeclared, {
  example: shop({ dashboard, panels: [panelOf('max(queue_length{service=~"$servce"})')] }),
  allows: [
    ['an amount in a title', shop({ dashboard: { title: 'Sales in $US, $5 and $EUR_total' } })],
    ['an amount in a text', shop({ panels: [note('of $US')] })],
    ["Grafana's own", shop({ panels: [panelOf('rate(orders_total[$__rate_interval]) * $__range_s', ['service'])] })],
    ['an amount of money', shop({ panels: [note('It costs $5.')] })],
    ['a dollar in a rule', shop({ alerts: { Odd: alertOn(promql('queue_length{queue=~"a$b"} > 1')) } })],
    ['one that is declared', shop({ dashboard, panels: [panelOf('max(queue_length{service=~"$service"})')] })],
  ],
  finds: [
    [
      'a slip of the pen in a title',
      shop({ dashboard: { filter: { service }, title: 'Orders of $sevice' } }),
      { where: 'dashboard shop', found: '$sevice in the title, which this dashboard does not declare' },
    ],
    [
      'a window',
      shop({ panels: [panelOf('max(max_over_time(queue_length[$span]))')] }),
      {
        found: '$span in the query, which this dashboard does not declare',
        remedy: 'declare it in `variables` or `filter`',
        ...none,
      },
    ],
    [
      'a number',
      shop({ panels: [panelOf('max(queue_length) > $limit')] }),
      {
        found: '$limit in the query, which this dashboard does not declare',
        remedy: 'declare it in `variables` or `filter`',
        ...none,
      },
    ],
    [
      'a repeated panel',
      shop({ panels: [panel.stat(orders, { key: 'a', repeat: { variable: 'shop', direction: 'horizontal' } })] }),
      {
        where: 'dashboard shop / panel a',
        found: '$shop in the repetition, which this dashboard does not declare',
        remedy: 'declare it in `variables` or `filter`',
        ...none,
      },
    ],
    [
      'a text, twice in it, once told',
      shop({ panels: [note(`of \${region:text} and $region`)] }),
      {
        where: 'dashboard shop / panel note',
        found: '$region in the text, which this dashboard does not declare',
        remedy: 'declare it in `variables` or `filter`',
        ...none,
      },
    ],
  ],
});
