/** A small system in two profiles: what is left out, how what is left is laid out, and what each query becomes. */
import { describe, expect, it } from 'vitest';
import { source, target } from '../../catalogue/metric.ts';
import { sum } from '../../promql/aggregate.ts';
import { div } from '../../promql/arithmetic.ts';
import { and, gt } from '../../promql/comparison.ts';
import { labelReplace } from '../../promql/labels.ts';
import { counter, gauge } from '../../promql/metric.ts';
import { print } from '../../promql/print.ts';
import { deriv, rate } from '../../promql/rate.ts';
import { dashboardRange } from '../../promql/window.ts';
import { count, perSecond, ratio } from '../../units/unit.ts';
import { alert } from '../alert.ts';
import { dashboard, queryVariable, row } from '../dashboard.ts';
import { model } from '../model.ts';
import { stat, timeseries } from '../panels.ts';
import { profiles } from '../profile.ts';
import { breaches, recorded, value } from '../read.ts';
import { metricQueries } from '../resolved.ts';
import { signal } from '../signal.ts';
import { unavailable } from '../signal-query.ts';
import { text } from '../text.ts';
import { resolve } from './resolve.ts';

const api = source(target('api', { labels: ['service'] }), { version: '' });
const requests_total = counter(api, {
  name: 'requests_total',
  help: '',
  unit: count('requests'),
  labels: { status: ['200'] },
  series: 1,
});
const jobs_waiting = gauge(api, { name: 'jobs_waiting', help: '', unit: count('jobs'), labels: {}, series: 1 });

const two = profiles('full', 'bare');
const words = { description: 'D.', whenEmpty: 'no data' } as const;

const signals = {
  requests: two.signal({
    ...words,
    id: 'requests',
    name: 'Requests',
    unit: perSecond('requests'),
    labels: ['service'],
    query: { full: ({ window, by }) => sum(rate(requests_total, window), { by }), bare: unavailable('no metrics') },
  }),
  errors: signal({
    ...words,
    id: 'errors',
    name: 'Errors',
    unit: ratio,
    whenEmpty: 'zero',
    query: ({ window }) =>
      div(sum(rate(requests_total.where({ status: /5../ }), window)), sum(rate(requests_total, window))),
  }),
  waiting: signal({
    ...words,
    id: 'waiting',
    name: 'Waiting',
    unit: count('jobs'),
    labels: ['job', 'service'],
    query: ({ by }) => sum(jobs_waiting, { by }),
    thresholds: { from: { warning: 10 } },
    recorded: { as: 'job_service:jobs_waiting:sum', group: 'queue', every: '30s' },
  }),
  share: signal({
    ...words,
    id: 'share',
    name: 'Share',
    unit: ratio,
    labels: ['service'],
    query: ({ by }) => div(sum(jobs_waiting, { by }), sum(jobs_waiting, { by })),
    recorded: { as: 'service:jobs_share:ratio', group: 'queue', every: '30s' },
  }),
  renamed: signal({
    ...words,
    id: 'renamed',
    name: 'Renamed',
    unit: count('jobs'),
    labels: ['service'],
    query: ({ by }) =>
      sum(labelReplace(jobs_waiting, { to: 'service', from: 'instance', matching: '(.*)', value: '$1' }), { by }),
  }),
};

const silent = [{ reason: 'b', given: [], at: '5m' }] as const;
const alerts = {
  QueueGrows: alert({
    when: and(
      breaches(signals.waiting, 'warning', { by: ['job', 'service'] }),
      gt(deriv(recorded(signals.waiting), '10m'), 0),
    ),
    severity: 'warning',
    summary: 'S.',
    description: (l, v) => text`${l.service} ${v}`,
    test: { fires: { given: [], at: '5m', labels: { job: 'a', service: 'b' }, says: '' }, silent },
  }),
  TooManyRequests: alert({
    when: gt(value(signals.requests, { by: ['service'], over: '2m' }), 100),
    severity: 'critical',
    group: 'requests',
    summary: 'S.',
    description: (l) => text`${l.service}`,
    test: { fires: { given: [], at: '5m', labels: { service: 'b' }, says: '' }, silent },
  }),
};

const service = queryVariable({ name: 'chosen', label: 'Service', of: jobs_waiting, values: 'service' });
const board = dashboard({
  uid: 'board',
  title: 'Board',
  description: 'D.',
  tags: ['t'],
  filter: { service },
  rows: [
    row('First', [
      [stat(signals.requests), stat(signals.errors), stat(signals.waiting)],
      [timeseries(signals.requests, { key: 'history', by: ['service'], over: dashboardRange })],
    ]),
    row(
      'Second',
      [
        [
          timeseries({
            key: 'both',
            title: 'Both',
            description: 'D.',
            queries: [signals.errors, signals.share],
          }),
          timeseries(signals.waiting, { key: 'by-job', by: ['job'] }),
          timeseries(signals.waiting, { key: 'finest', by: ['job', 'service'] }),
          timeseries(signals.renamed, { by: ['service'] }),
        ],
      ],
      { collapsed: true },
    ),
  ],
});

const system = model({
  profiles: two.names,
  signals: [signals],
  dashboards: [board],
  alerts: [alerts],
  jobs: [],
  scrapeInterval: '15s',
  evaluationInterval: '15s',
  site: { grafana: 'http://g', runbooks: 'http://r', alertmanager: 'alertmanager:9093' },
  runbooks: {},
  catalogue: [{ requests_total, jobs_waiting }],
});

const full = resolve(system, 'full');
const bare = resolve(system, 'bare');

function panels({ model: { dashboards } }: typeof full) {
  return dashboards.flatMap(({ rows }) => rows.flatMap((each) => each.panels));
}

function queries(key: string): readonly string[] {
  const panel = panels(full).find((each) => each.key === key);
  return panel === undefined ? [] : metricQueries(panel).map(({ node }) => print(node));
}

it('has one tree for what both profiles ask, filters and recorded series included', () => {
  const inFull = new Map(panels(full).map((panel) => [panel.key, metricQueries(panel)]));
  const asked = panels(bare).filter(({ key }) => key !== 'both');
  expect(asked.map(({ key }) => key)).toEqual(['errors', 'waiting', 'by-job', 'finest', 'renamed']);
  for (const panel of asked) {
    for (const [index, { node }] of metricQueries(panel).entries()) {
      expect(node).toBe(inFull.get(panel.key)?.[index]?.node);
    }
  }
  const rules = ({ model: { groups } }: typeof full) => groups.flatMap((group) => group.rules);
  for (const { name, node } of rules(bare)) expect(node).toBe(rules(full).find((rule) => rule.name === name)?.node);
});

const chosen = 'service=~"${chosen:regex}"';

describe('queries', () => {
  it.each([
    [
      'requests',
      [`sum(rate(requests_total{job="api",${chosen}}[$__rate_interval]))`],
      'a filter on what can be split by its label',
    ],
    ['history', [`sum by (service) (rate(requests_total{job="api",${chosen}}[$__range]))`], "the line's own window"],
    [
      'errors',
      [
        'sum(rate(requests_total{job="api",status=~"5.."}[$__rate_interval])) / sum(rate(requests_total{job="api"}[$__rate_interval])) or vector(0)',
      ],
      'no filter on what cannot be split, and zero where nothing happened',
    ],
    ['waiting', [`sum(job_service:jobs_waiting:sum{${chosen}})`], 'a recorded sum summed once more'],
    ['by-job', [`sum by (job) (job_service:jobs_waiting:sum{${chosen}})`], 'by fewer labels'],
    ['finest', [`job_service:jobs_waiting:sum{${chosen}}`], 'the recorded series themselves'],
    [
      'renamed',
      ['sum by (service) (label_replace(jobs_waiting{job="api"}, "service", "$1", "instance", "(.*)"))'],
      'no filter below a label_replace that writes the label',
    ],
  ])('%s', (key, expected, _why) => {
    expect(queries(key)).toEqual(expected);
  });

  it('asks again where a recorded quotient cannot be aggregated', () => {
    expect(queries('both')[1]).toBe(`sum(jobs_waiting{job="api",${chosen}}) / sum(jobs_waiting{job="api",${chosen}})`);
  });
});

describe('rules', () => {
  it('records the finest split, and puts an alert into the group of what it reads', () => {
    expect(
      full.model.groups.map(({ name, every, rules }) => [name, every?.ms, rules.map((rule) => rule.name)]),
    ).toEqual([
      ['queue', 30_000, ['job_service:jobs_waiting:sum', 'service:jobs_share:ratio', 'QueueGrows']],
      ['requests', undefined, ['TooManyRequests']],
    ]);
  });

  it("fills the alert's own window in", () => {
    const rule = full.model.groups[1]?.rules[0];
    expect(rule && print(rule.node)).toBe('sum by (service) (rate(requests_total{job="api"}[2m])) > 100');
  });

  it('links an alert to the graph of its signal, and names several as a problem', () => {
    expect(full.problems.map(({ rule, found }) => [rule, found])).toEqual([
      ['alert-panel', '2 panels show its signals: board/by-job, board/finest'],
    ]);
  });
});

describe('a profile without a source', () => {
  it('leaves out what reads it, and says why', () => {
    expect(bare.model.leftOut.map(({ what, name, reasons }) => [what, name, reasons])).toEqual([
      ['panel', 'Requests', ['no metrics']],
      ['panel', 'Requests', ['no metrics']],
      ['alert', 'TooManyRequests', ['no metrics']],
    ]);
  });

  it('closes the gap in the line and in the row', () => {
    expect(
      panels(full)
        .slice(0, 4)
        .map(({ key, grid }) => [key, grid.x, grid.w, grid.y]),
    ).toEqual([
      ['requests', 0, 8, 1],
      ['errors', 8, 8, 1],
      ['waiting', 16, 8, 1],
      ['history', 0, 24, 5],
    ]);
    expect(
      panels(bare)
        .slice(0, 3)
        .map(({ key, grid }) => [key, grid.x, grid.w, grid.y]),
    ).toEqual([
      ['errors', 0, 12, 1],
      ['waiting', 12, 12, 1],
      ['both', 0, 6, 6],
    ]);
  });

  it('keeps the ids of what stays', () => {
    const ids = new Map(panels(full).map(({ key, id }) => [key, id]));
    expect(panels(bare).every(({ key, id }) => ids.get(key) === id)).toBe(true);
  });
});

it('knows its profiles', () => {
  expect(() => resolve(system, 'none')).toThrow("there is no profile 'none'; there are full, bare");
});
