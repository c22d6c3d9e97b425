import { describeRule } from '../../../../test/support/rule-cases.ts';
import { panelOf, shop } from '../../../../test/support/shop.ts';
import { quantileRange } from './quantile-range.ts';

const panel = (query: string) => shop({ panels: [panelOf(query)] });

describeRule(quantileRange, {
  example: panel('quantile(95, queue_length)'),
  allows: [
    ['a share', panel('quantile(0.95, queue_length)')],
    ['all', panel('quantile_over_time(1, queue_length[1h])')],
    ['the least', panel('quantile(0, queue_length)')],
    ["a viewer's choice", panel('quantile($share, queue_length)')],
  ],
  finds: [
    [
      'one over time',
      panel('quantile_over_time(99, queue_length[1h])'),
      { found: 'quantile_over_time() with 99', remedy: 'write 0.99 for 99 %' },
    ],
    [
      'all, in per cent',
      panel('quantile(100, queue_length)'),
      { found: 'quantile() with 100', remedy: 'write 1 for 100 %' },
    ],
    [
      'less than nothing',
      panel('histogram_quantile(-1, rate(request_duration_seconds_bucket[$__rate_interval]))'),
      { found: 'histogram_quantile() with -1', remedy: 'give the share as a number from 0 to 1' },
    ],
  ],
});
