import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, shop } from '../../../../test/support/shop.ts';
import { labelKnown } from './label-known.ts';

describeRule(labelKnown, {
  example: shop({ panels: [panelOf('max(queue_length{qeue="orders"})')] }),
  allows: [
    ['the name of the metric as a label', shop({ panels: [panelOf('max(queue_length{__name__="queue_length"})')] })],
    [
      'labels of the metric and its target',
      shop({ panels: [panelOf('max(queue_length{queue="orders",job="store"})')] }),
    ],
    [
      'the bound of a bucket',
      shop({ panels: [panelOf('rate(request_duration_seconds_bucket{le="0.5"}[$__rate_interval])', ['le'])] }),
    ],
    ['series without a label', shop({ panels: [panelOf('max(queue_length{shelf=""})')] })],
    ['what is not known', shop({ panels: [panelOf('max(elsewhere{shelf="1"})')] })],
    ['labels that some jobs add', shop({ alerts: { Down: alertOn(promql('up{service="shop"} == 0')) } })],
  ],
  finds: [
    [
      'a label that a recording rule drops',
      shop({ alerts: { A: alertOn(promql('job:queue_length:max{queue="orders"} > 1')) } }),
      {
        where: 'alert A',
        found: 'job:queue_length:max is matched by queue, a label that its series do not have',
        allowed: 'job',
        remedy: 'remove the matcher',
      },
    ],
  ],
});
