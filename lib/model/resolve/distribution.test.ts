/** A distribution that is recorded: what its rule writes, and what a heatmap reads of it. */
import { expect, test } from 'vitest';
import { source, target } from '../../catalogue/metric.ts';
import { sum } from '../../promql/aggregate.ts';
import { buckets } from '../../promql/histogram.ts';
import { histogram } from '../../promql/metric.ts';
import { print } from '../../promql/print.ts';
import { selectors } from '../../promql/walk.ts';
import { seconds } from '../../units/unit.ts';
import { dashboard, row } from '../dashboard.ts';
import { model } from '../model.ts';
import { heatmap } from '../panels.ts';
import { metricQueries } from '../resolved.ts';
import { distribution, type RecordingInput } from '../signal.ts';
import { resolve } from './resolve.ts';

const duration = histogram(source(target('api', { labels: ['service'] }), { version: '' }), {
  name: 'duration_seconds',
  help: '',
  unit: seconds,
  labels: {},
  series: 5,
  bounds: [0.1, 0.5],
});

function resolved(recorded?: RecordingInput) {
  const latency = distribution({
    id: 'latency',
    name: 'Latency',
    description: 'D.',
    unit: seconds,
    labels: ['service'],
    query: ({ window, by }) => sum(buckets(duration, window), { by: [...by, 'le'] }),
    ...(recorded === undefined ? {} : { recorded }),
  });
  const board = dashboard({
    uid: 'board',
    title: 'Board',
    description: 'D.',
    tags: ['t'],
    rows: [row('All', [[heatmap(latency), heatmap(latency, { key: 'split', by: ['service'] })]])],
  });
  const made = model({
    profiles: ['only'],
    signals: [{ latency }],
    dashboards: [board],
    alerts: [],
    jobs: [],
    scrapeInterval: '15s',
    evaluationInterval: '15s',
    site: { grafana: 'http://grafana.example', runbooks: 'http://runbooks.example', alertmanager: 'alertmanager:9093' },
    runbooks: {},
    catalogue: [{ duration }],
  });
  const { dashboards, groups } = resolve(made, 'only').model;
  const queries = dashboards.flatMap(({ rows }) => rows.flatMap(({ panels }) => panels.flatMap(metricQueries)));
  return { queries: queries.map(({ node }) => node), rules: groups.flatMap(({ rules }) => rules) };
}

const every = { as: 'service_le:duration_seconds_bucket:rate5m', group: 'requests', every: '30s' } as const;

test('what is not recorded is read from the histogram', () => {
  const { queries, rules } = resolved();
  expect(rules).toEqual([]);
  expect(queries.map((node) => print(node))).toEqual([
    'sum by (le) (rate(duration_seconds_bucket{job="api"}[$__rate_interval]))',
    'sum by (service, le) (rate(duration_seconds_bucket{job="api"}[$__rate_interval]))',
  ]);
});

test('the rule keeps the bounds, and a reader of fewer labels adds up bucket by bucket', () => {
  const { queries, rules } = resolved(every);
  const [rule] = rules;
  expect(rules.map(({ name, node }) => `${name} = ${print(node)}`)).toEqual([
    `${every.as} = sum by (service, le) (rate(duration_seconds_bucket{job="api"}[5m]))`,
  ]);
  expect(rule?.kind === 'recording' && rule.labels).toEqual(['le', 'service']);
  expect(queries.map((node) => print(node))).toEqual([`sum by (le) (${every.as})`, every.as]);
});

test('what was recorded still has the bounds of the histogram', () => {
  const [node] = resolved(every).queries;
  expect(node === undefined ? [] : selectors(node).map(({ facts }) => facts?.bounds)).toEqual([[0.1, 0.5]]);
});
