import { rate, sum } from 'plainsight/logql';
import { variable } from 'plainsight/promql';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, recordedAs, shop } from '../../../../test/support/shop.ts';
import { logql, shopLines, withLogAlert } from '../../../../test/support/shop-logs.ts';
import { grafanaVariable } from './grafana-variable.ts';

const few = (query: string) => shop({ alerts: { Few: alertOn(promql(query)) } });

describeRule(grafanaVariable, {
  example: few('sum(rate(orders_total[$__rate_interval])) < 1'),
  allows: [
    ['a fixed window', few('sum(rate(orders_total[5m])) < 1')],
    ['a dollar within a text', few('queue_length{queue=~"a$|b"} > 1')],
    ['a panel', shop({ panels: [panelOf('sum(rate(orders_total[$__rate_interval]))')] })],
  ],
  finds: [
    [
      'a window and a value in a rule of Loki',
      withLogAlert(logql('sum(rate({service="$service"}[$__auto])) > 1')),
      { where: 'alert Lines', found: '$__auto in a rule' },
      { where: 'alert Lines', found: '$service in a rule' },
    ],
    [
      'a typed value in a rule of Loki',
      withLogAlert(sum(rate(shopLines.where({ service: variable('service') }), '5m'))),
      { where: 'alert Lines', found: '${service:regex} in a rule' },
    ],
    ['a matcher', few(`queue_length{queue=~"\${queue:regex}"} > 1`), { found: '${' + 'queue:regex} in a rule' }],
    ['an offset', few('max(queue_length offset -$w) > 1'), { found: '$w in a rule' }],
    ['a time', few('max(queue_length @ $t) > 1'), { found: '$t in a rule' }],
    ['a part of a window', few('sum(rate(orders_total[5m + $w])) < 1'), { found: '$w in a rule' }],
    ['a number', few('queue_length > $limit'), { found: '$limit in a rule' }],
    [
      'the step of a subquery, recorded',
      shop({ signals: { a: recordedAs('app:a:max', 'max_over_time(sum(queue_length)[5m:$__interval])') } }),
      { where: 'recording rule app:a:max', found: '$__interval in a rule' },
    ],
  ],
});
