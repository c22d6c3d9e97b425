import { rate, sum, topk } from 'plainsight/logql';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { accessLog, logql, shopLines, withLogPanel } from '../../../../test/support/shop-logs.ts';
import { logSeries } from './log-series.ts';

const requests = rate(shopLines.parse(accessLog), '5m');

describeRule(logSeries, {
  example: withLogPanel(requests),
  allows: [
    ['a sum', withLogPanel(sum(requests, { by: ['status'] }))],
    ['lines without a format', withLogPanel(rate(shopLines, '5m'))],
    ['labels that are chosen', withLogPanel(logql('rate({service="shop"} | logfmt | keep status [5m])'))],
    ['an absence', withLogPanel(logql('absent_over_time({service="shop"} | logfmt [5m])'))],
  ],
  finds: [
    ['the largest of all of them', withLogPanel(topk(5, requests)), {}],
    [
      'a side of a comparison',
      withLogPanel(logql('sum(rate({service="shop"} | json [5m])) / rate({service="shop"} | json [5m])')),
      { found: 'a series for each value of all that json reads from the lines' },
    ],
  ],
});
