import { signal, value } from 'plainsight';
import * as panel from 'plainsight/panels';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, orders, promql, shop } from '../../../../test/support/shop.ts';
import { coarserQuery } from './coarser-query.ts';

/** A signal by service; the query is told the grouping that its reader asks for. */
const spread = (query: (by: string) => string) =>
  signal({
    id: 'spread',
    name: 'Spread',
    description: 'How far the queues are apart.',
    unit: unit.count('orders'),
    labels: ['service'] as readonly string[],
    query: ({ by }) => promql(query(by.length === 0 ? '' : `by (${by.join()})`), by),
    whenEmpty: 'no data',
  });
const total = (query: (by: string) => string) => shop({ panels: [panel.stat(spread(query))] });
const split = (query: (by: string) => string) =>
  shop({ panels: [panel.timeseries(spread(query), { by: ['service'] })] });

const hidden = (by: string) => `max ${by} (queue_length) or max ${by} (request_duration_seconds_count)`;

describeRule(coarserQuery, {
  example: total((by) => `max ${by} (queue_length) - min ${by} (queue_length)`),
  allows: [
    ['the same by its finest split', split((by) => `max ${by} (queue_length) - min ${by} (queue_length)`)],
    ['what is aggregated last', total((by) => `max ${by} (queue_length - queue_length offset 1h)`)],
    ['sums', total((by) => `sum ${by} (queue_length) - sum ${by} (queue_length offset 1h)`)],
    ['a quotient of sums', total((by) => `sum ${by} (queue_length) / count ${by} (queue_length)`)],
    ['a default', total((by) => `max ${by} (queue_length) or vector(0)`)],
    ['either of two by the finest split', split(hidden)],
    [
      'the same metric in two forms',
      total((by) => `max ${by} (queue_length{queue="a"}) or max ${by} (queue_length{queue="b"})`),
    ],
    ['another signal', shop({ panels: [panel.stat(orders)] })],
  ],
  finds: [
    [
      'a quotient of largest values',
      total((by) => `max ${by} (queue_length) / max ${by} (queue_length offset 1d)`),
      {
        found:
          '`max(queue_length{job="store"}) / max(queue_length{job="store"} offset 1d)`, read without service: each side may be of another one',
      },
    ],
    [
      'largest values that are compared, in an alert',
      shop({
        signals: { spread: spread((by) => `max ${by} (queue_length) > max ${by} (queue_length offset 1d)`) },
        alerts: {
          Apart: alertOn(value(spread((by) => `max ${by} (queue_length) > max ${by} (queue_length offset 1d)`))),
        },
      }),
      {
        where: 'alert Apart',
        found:
          '`max(queue_length{job="store"}) > max(queue_length{job="store"} offset 1d)`, read without service: each side may be of another one',
      },
    ],
    [
      'what hides the other where labels are equal',
      total(hidden),
      {
        found:
          '`max(queue_length{job="store"}) or max(request_duration_seconds_count{job="shop"}…`, read without service: where the left side has an answer, the right side is not shown',
        allowed: 'both sides under one aggregation, or split by a label that tells them apart',
        remedy: 'aggregate what or puts together, max(a or b), or show the panel by service',
      },
    ],
  ],
});
