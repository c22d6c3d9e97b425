import { signal } from 'plainsight';
import * as panel from 'plainsight/panels';
import { absent, add, and, count } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, orders_total, panelOf, queue_length, shop } from '../../../../test/support/shop.ts';
import { vectorMatching } from './vector-matching.ts';

const modelWith = (query: string) => shop({ panels: [panelOf(query)] });

/** Typed, and refused only here: the compiler knows names of labels, and not that their values always differ. */
const typed = signal({
  id: 'typed',
  name: 'Typed',
  description: 'Of two jobs.',
  unit: unit.count('series'),
  labels: ['service'],
  query: ({ by }) => add(count(queue_length, { by }), count(orders_total, { by })),
  whenEmpty: 'no data',
});

describeRule(vectorMatching, {
  example: modelWith('queue_length / sum(queue_length)'),
  allows: [
    ['sides without labels', modelWith('sum(queue_length) / sum(orders_total)')],
    ['a label to match on', modelWith('queue_length * on (job) group_left () sum by (job) (queue_length)')],
    [
      'labels that are ignored',
      modelWith('queue_length / ignoring (queue) group_left () sum without (queue) (queue_length)'),
    ],
    ['a number', modelWith('queue_length * 2')],
    ['or, which puts together', modelWith('queue_length or vector(0)')],
    ['on nothing', modelWith('queue_length and on () sum(orders_total) > 0')],
    ['what is not known', modelWith('queue_length / elsewhere')],
    [
      'a label that is there on some',
      modelWith('label_replace(sum(up), "queue", "x", "job", "y") / sum(queue_length)'),
    ],
  ],
  finds: [
    [
      'two jobs, typed',
      shop({ panels: [panel.stat(typed, { by: ['service'] })] }),
      {
        where: 'dashboard shop / panel typed',
        found:
          '`count by (service) (queue_length{job="store"}) + count by (service) (orders_tota…` never matches: service is always store on the left and shop on the right',
      },
    ],
    [
      'absent(), whose result has the labels of its matchers',
      shop({ alerts: { A: alertOn(and(absent(queue_length), absent(orders_total))) } }),
      {
        where: 'alert A',
        found:
          '`absent(queue_length{job="store"}) and absent(orders_total{job="shop"})` never matches: job is always store on the left and shop on the right',
      },
    ],
    [
      'unless without effect',
      modelWith('queue_length unless on (queue) sum by (job) (queue_length)'),
      {
        found:
          '`queue_length{job="store"} unless on (queue) sum by (job) (queue_length{job="stor…` takes nothing away: only the left side has queue',
      },
    ],
    [
      'a recorded series',
      modelWith('job:queue_length:max > queue_length'),
      {
        found:
          '`job:queue_length:max > queue_length{job="store"}` never matches: only the right side has instance, queue and service',
      },
    ],
    [
      'values that a matcher pins',
      modelWith('queue_length{queue="a"} - queue_length{queue="b"}'),
      {
        found:
          '`queue_length{job="store",queue="a"} - queue_length{job="store",queue="b"}` never matches: queue is always a on the left and b on the right',
      },
    ],
  ],
});
