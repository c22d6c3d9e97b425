import { describeRule } from '../../../../test/support/rule-cases.ts';
import { panelOf, shop } from '../../../../test/support/shop.ts';
import { groupingLabel } from './grouping-label.ts';

const panel = (query: string) => shop({ panels: [panelOf(query)] });

describeRule(groupingLabel, {
  example: panel('max by (service) (sum(queue_length))'),
  allows: [
    ['a label that is kept', panel('max by (service) (sum by (service, queue) (queue_length))')],
    [
      'a label that is written',
      panel('max by (host) (label_replace(queue_length, "host", "$1", "instance", "(.*):.*"))'),
    ],
    ['a label that values become', panel('sum by (v) (count_values("v", queue_length))')],
    ['a copied label', panel('sum by (job) (up) * on (job) group_left (queue) queue_length')],
    ['what is not known', panel('sum by (shelf) (elsewhere)')],
  ],
  finds: [
    [
      'a copied label that is not there',
      panel('up * on (job) group_left (queue) sum by (job) (queue_length)'),
      {
        found:
          '`up{job=~"shop|store"} * on (job) group_left (queue) sum by (job) (queue_length{j…` copies queue from a side that does not have it',
        allowed: 'labels of that side: job',
        remedy: 'keep it on that side, or remove it from the group',
      },
    ],
    [
      'a bucket that is gone',
      panel('sum by (le) (rate(request_duration_seconds_sum[$__rate_interval]))'),
      {
        found:
          '`sum by (le) (rate(request_duration_seconds_sum{job="shop"}[$__rate_interval]))` groups by le, which its operand does not have',
        allowed: 'labels that are left: instance, job, route and service',
        remedy: "keep it in the inner aggregation: sum(…, { by: ['le'] })",
      },
    ],
  ],
});
