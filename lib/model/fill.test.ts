import { describe, expect, it } from 'vitest';
import { source, target } from '../catalogue/metric.ts';
import { sum } from '../promql/aggregate.ts';
import { div } from '../promql/arithmetic.ts';
import { orZeroNode } from '../promql/comparison.ts';
import type { AnyVector } from '../promql/expr.ts';
import { buckets, histogramQuantile } from '../promql/histogram.ts';
import { counter, histogram } from '../promql/metric.ts';
import { maxOverTime } from '../promql/over-time.ts';
import { print } from '../promql/print.ts';
import { rate } from '../promql/rate.ts';
import { markSplit } from '../promql/split.ts';
import { rateInterval, readersWindow } from '../promql/window.ts';
import { count, seconds } from '../units/unit.ts';
import { fill } from './fill.ts';

const api = source(target('api', ['service']), { version: '' });
const requests = counter(api, {
  name: 'requests_total',
  help: '',
  unit: count('requests'),
  labels: { route: [], status: [] },
  series: 1,
});
const latency = histogram(api, {
  name: 'latency_seconds',
  help: '',
  unit: seconds,
  labels: { route: [] },
  series: 1,
  bounds: [0.1, 1],
});

const by = markSplit(['route', 'service']);
const all = rate(requests, readersWindow);

const QUERIES: Readonly<Record<string, AnyVector>> = {
  sum: sum(all, { by }),
  ratio: div(sum(rate(requests.where({ status: /5../ }), readersWindow), { by }), sum(all, { by })),
  quantile: histogramQuantile(0.9, sum(buckets(latency, readersWindow), { by: [...by, 'le'] })),
  ownLabel: sum(all, { by: [...by, 'status'] }),
  ownWindow: sum(rate(requests, '1h'), { by }),
  joined: div(sum(all, { by }), sum(all, { by }), { on: by }),
  subquery: maxOverTime(sum(all, { by }), readersWindow, { step: '1m' }),
};

const R = '[$__rate_interval]';

describe('fill', () => {
  it.each([
    ['sum', ['route', 'service'], `sum by (route, service) (rate(requests_total${R}))`],
    ['sum', ['service'], `sum by (service) (rate(requests_total${R}))`],
    ['sum', [], `sum(rate(requests_total${R}))`],
    [
      'ratio',
      ['route'],
      `sum by (route) (rate(requests_total{status=~"5.."}${R})) / sum by (route) (rate(requests_total${R}))`,
    ],
    ['quantile', [], `histogram_quantile(0.9, sum by (le) (rate(latency_seconds_bucket${R})))`],
    ['ownLabel', [], `sum by (status) (rate(requests_total${R}))`],
    ['ownWindow', [], 'sum(rate(requests_total[1h]))'],
    [
      'joined',
      ['route'],
      `sum by (route) (rate(requests_total${R})) / on (route) sum by (route) (rate(requests_total${R}))`,
    ],
    ['subquery', [], `max_over_time(sum(rate(requests_total${R}))[$__rate_interval:1m])`],
  ])('%s by %j', (name, kept, expected) => {
    const tree = QUERIES[name]?.node;
    if (tree === undefined) throw new Error(`no query ${name}`);
    expect(print(fill(tree, { by: kept, window: rateInterval.node }))).toBe(expected);
  });

  it('says zero where nothing happened', () => {
    const tree = fill(sum(all).node, { by: [], window: { kind: 'duration', duration: { ms: 60_000 } } });
    expect(print(orZeroNode(tree))).toBe('sum(rate(requests_total[1m])) or vector(0)');
  });

  it('is refused by print() while it is open', () => {
    expect(() => print(sum(all).node)).toThrow(/window is not filled in/);
  });
});
