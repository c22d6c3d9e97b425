import { expect, it } from 'vitest';
import { group, recordingRule } from '../../../test/support/small-model.ts';
import { allTargets, source, target } from '../../catalogue/metric.ts';
import { scrapeJob } from '../../model/scrape-job.ts';
import { sum } from '../../promql/aggregate.ts';
import { or } from '../../promql/comparison.ts';
import { expr } from '../../promql/expr.ts';
import { buckets, countRate } from '../../promql/histogram.ts';
import { counter, gauge, histogram } from '../../promql/metric.ts';
import type { Node } from '../../promql/node.ts';
import { rate } from '../../promql/rate.ts';
import { up } from '../../promql/synthetic.ts';
import { count, perSecond, seconds, type Unit } from '../../units/unit.ts';
import { estimator } from './cardinality.ts';

const web = target('web', { labels: ['service', 'zone'] });
const other = target('other');
const jobs = [
  scrapeJob(web, {
    purpose: '',
    static: [
      { targets: ['a:1', 'b:1'], labels: { zone: 'x' } },
      { targets: ['c:1'], labels: { zone: 'y' } },
    ],
  }),
  scrapeJob(other, { purpose: '', static: [{ targets: ['d:1'] }] }),
];

const from = source(web, { version: '1' });
const requests = counter(from, {
  name: 'requests_total',
  help: '',
  unit: count('requests'),
  labels: { path: ['/', '/a', '/b', '/c'], status: ['200', '500'] },
  series: 8,
});
const latency = histogram(from, {
  name: 'latency_seconds',
  help: '',
  unit: seconds,
  labels: { path: ['/', '/a'] },
  series: 12,
  bounds: [0.1, 0.5, 1],
});
const unseen = gauge(from, { name: 'unseen', help: '', unit: count('things'), labels: { kind: [] }, series: 0 });
const all = allTargets();
const unknown: Node = { kind: 'selector', metric: 'unknown', matchers: [] };

it.each<readonly [string, Node, readonly string[], number, number]>([
  ['every series of every instance', rate(requests, '5m').node, ['instance', 'path', 'status'], 24, 24],
  ['an aggregate', sum(rate(requests, '5m')).node, [], 24, 1],
  ['a split by own labels', sum(rate(requests, '5m'), { by: ['path'] }).node, ['path'], 24, 4],
  ['a matcher that pins a label', rate(requests.where({ path: '/' }), '5m').node, ['path', 'status'], 6, 2],
  ['a label that a job states', sum(rate(requests, '5m'), { by: ['zone'] }).node, ['zone'], 24, 2],
  ['a label that relabelling adds', sum(rate(requests, '5m'), { by: ['service'] }).node, ['service'], 24, 3],
  ['buckets', sum(buckets(latency, '5m'), { by: ['le'] }).node, [], 24, 1],
  ['the count of a histogram', countRate(latency, '5m').node, ['path'], 6, 2],
  ['a family of every job', up.of(all).node, ['job', 'instance'], 4, 4],
  ['a metric that no scrape showed', unseen.node, ['kind'], 1, 1],
  ['a metric that nobody knows', unknown, ['a'], 1, 1],
  ['no metric at all', { kind: 'number', value: 1 }, [], 0, 1],
])('estimates %s', (_, node, labels, reads, answers) => {
  expect(estimator({ jobs, groups: [] })(node, labels)).toEqual({ reads, answers });
});

it('counts a recorded series as what its rule answers with', () => {
  const recorded: Node = { kind: 'selector', metric: 'path:requests:rate5m', matchers: [] };
  const rule = {
    ...recordingRule,
    name: 'path:requests:rate5m',
    node: or(sum(rate(requests, '5m'), { by: ['path'] }), raised(recorded)).node,
    labels: ['path'],
  };
  const estimate = estimator({ jobs, groups: [group('g', [rule])] });
  expect(estimate(recorded, ['path'])).toEqual({ reads: 4, answers: 4 });
  expect(estimate(recorded, [])).toEqual({ reads: 4, answers: 1 });
});

/** A rule that reads its own past: the estimate has to end all the same. */
const raised = (node: Node) => expr<'path', Unit<'requests', 'second'>>(node, ['path'], perSecond('requests'));
