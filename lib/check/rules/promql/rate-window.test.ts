import { scrapeJob } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, shop, shopJob, shopTarget, storeJob } from '../../../../test/support/shop.ts';
import { rateWindow } from './rate-window.ts';

const few = (query: string) => shop({ alerts: { Few: alertOn(promql(query)) } });
const slowJob = scrapeJob(shopTarget, { purpose: 'Slow.', static: shopJob.static, every: '1m' });
const slow = (query: string) => shop({ jobs: [slowJob, storeJob], alerts: { Few: alertOn(promql(query)) } });

describeRule(rateWindow, {
  example: few('sum(rate(orders_total[20s])) < 1'),
  allows: [
    ['four intervals', few('sum(rate(orders_total[1m])) < 1')],
    ["Grafana's window", shop({ panels: [panelOf('sum(rate(orders_total[$__rate_interval]))')] })],
    ['a function of one sample', few('max_over_time(queue_length[20s]) > 1')],
    ['four steps of a subquery', few('delta(queue_length[4m:1m]) > 1')],
    ['four intervals of a slow job', slow('sum(rate(orders_total[4m])) < 1')],
  ],
  finds: [
    [
      'a subquery without a step, which has that of the evaluation',
      { ...few('resets((queue_length > bool 1)[1m:]) > 1'), evaluationInterval: { ms: 20_000 } },
      {
        found: 'resets() over 1m of a subquery, which has a sample every 20s: empty after one failed scrape',
        allowed: 'at least 1m20s, four intervals',
      },
    ],
    [
      'two intervals',
      few('sum(increase(orders_total[30s])) < 1'),
      { found: 'increase() over 30s of orders_total, which has a sample every 15s: empty after one failed scrape' },
    ],
    [
      "a slow job's metric",
      slow('sum(rate(orders_total[2m])) < 1'),
      {
        found: 'rate() over 2m of orders_total, which has a sample every 1m: empty after one failed scrape',
        allowed: 'at least 4m, four intervals',
      },
    ],
    [
      'a series that every job has, of one that is slow',
      slow('changes(up{job="shop"}[1m]) > 1'),
      {
        found: 'changes() over 1m of up, which has a sample every 1m: not always two',
        allowed: 'at least 4m, four intervals',
      },
    ],
    [
      'a recorded series',
      few('deriv(job:queue_length:max[3m]) > 0'),
      {
        found: 'deriv() over 3m of job:queue_length:max, which has a sample every 1m: empty after one failed scrape',
        allowed: 'at least 4m, four intervals',
      },
    ],
    [
      'a subquery',
      few('changes((queue_length > bool 1)[5m:2m]) > 1'),
      {
        found: 'changes() over 5m of a subquery, which has a sample every 2m: empty after one failed scrape',
        allowed: 'at least 8m, four intervals',
      },
    ],
  ],
});
