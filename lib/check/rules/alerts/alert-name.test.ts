import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, shop } from '../../../../test/support/shop.ts';
import { alertName } from './alert-name.ts';

const named = (name: string) => shop({ alerts: { [name]: alertOn(promql('sum(orders_total) < 1')) } });

describeRule(alertName, {
  example: named('few_orders'),
  allows: [
    ['CamelCase', named('FewOrders')],
    ['an abbreviation at its end', named('ContainerOOM')],
    ['digits', named('Http5xx')],
  ],
  finds: [
    [
      'one word in capitals',
      named('FEW'),
      {
        where: 'alert FEW',
        found: 'the name FEW',
        remedy: 'rename the constant to Few, and its runbook with it',
      },
    ],
    [
      'all capitals',
      named('FEW ORDERS'),
      {
        where: 'alert FEW ORDERS',
        found: 'the name FEW ORDERS',
        remedy: 'rename the constant to FewOrders, and its runbook with it',
      },
    ],
    [
      'a small letter first',
      named('fewOrders'),
      {
        where: 'alert fewOrders',
        found: 'the name fewOrders',
        remedy: 'rename the constant to FewOrders, and its runbook with it',
      },
    ],
  ],
});
