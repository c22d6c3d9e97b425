import { signal } from 'plainsight';
import * as panel from 'plainsight/panels';
import { buckets, histogramQuantile, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, request_duration_seconds, shop } from '../../../../test/support/shop.ts';
import { quantileThreshold } from './quantile-threshold.ts';

const quantile = 'histogram_quantile(0.99, sum by (le) (rate(request_duration_seconds_bucket[5m])))';
const slow = (comparison: string) => shop({ alerts: { Slow: alertOn(promql(comparison)) } });
const shown = (critical: number) =>
  shop({
    panels: [
      panel.stat(
        signal({
          id: 'slow',
          name: 'Slow requests',
          description: 'How long the slowest of a hundred takes.',
          unit: unit.seconds,
          labels: [],
          query: ({ window }) =>
            histogramQuantile(0.99, sum(buckets(request_duration_seconds, window), { by: ['le'] })),
          thresholds: { from: { critical } },
          whenEmpty: 'no data',
        }),
      ),
    ],
  });

describeRule(quantileThreshold, {
  example: slow(`${quantile} > 5`),
  allows: [
    ['a limit within the bounds', slow(`${quantile} > 0.5`)],
    ['the last bound itself, where reaching it will do', slow(`${quantile} >= 1`)],
    ['a limit from below', slow(`${quantile} < 5`)],
    ['a panel that turns red at the last bound', shown(1)],
    ['what is no quantile', slow('max(queue_length) > 5')],
    ['a histogram that nobody knows', slow('histogram_quantile(0.9, sum by (le) (rate(other_bucket[5m]))) > 50')],
  ],
  finds: [
    ['a limit on the left', slow(`5 < ${quantile}`), {}],
    [
      'the largest of several',
      slow('max(histogram_quantile(0.9, sum by (le, job) (rate(request_duration_seconds_bucket[5m])))) >= 2'),
      {
        found: 'a limit of 2 for a quantile of request_duration_seconds, whose last bound is 1',
        allowed: 'a limit of at most 1',
      },
    ],
    [
      'the last bound, where it has to be exceeded',
      slow(`${quantile} > 1`),
      { found: 'a limit of 1 for a quantile of request_duration_seconds, whose last bound is 1' },
    ],
    ['a condition on it', slow(`${quantile} > 5 and on () queue_length > 1`), {}],
    [
      'a panel that never turns red',
      shown(2.5),
      {
        where: 'dashboard shop / panel slow',
        found: 'a limit of 2.5 for a quantile of request_duration_seconds, whose last bound is 1',
        allowed: 'a limit of at most 1',
      },
    ],
  ],
});
