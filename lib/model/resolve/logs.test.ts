/** Signals that are read from log lines: in panels, in alerts, and beside signals that are read from metrics. */
import {
  alert,
  breaches,
  dashboard,
  type ModelInput,
  model,
  profiles,
  resolve,
  row,
  signal,
  text,
  value,
} from 'plainsight';
import { countedAs, countOverTime, rate as logRate, sum as logSum, pattern, stream } from 'plainsight/logql';
import * as panel from 'plainsight/panels';
import { and, gt, rate, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describe, expect, it } from 'vitest';
import { orders_total, shop, shopJob, shopTarget } from '../../../test/support/shop.ts';
import { queryVariable } from '../../index.ts';
import { print as logText } from '../../logql/print.ts';
import { up } from '../../promql/synthetic.ts';
import { logQueries, metricQueries, type ResolvedModel } from '../resolved.ts';
import { scaleTime } from '../steps/scale-time.ts';
import { withThresholds } from '../steps/with-thresholds.ts';

const lines = stream({ labels: ['service', 'level'], only: { project: 'shop' } });
const access = lines.where({ service: 'shop' }).parse(pattern('<method> <path> <status>', { status: 'number' }));

const { signal: either } = profiles('metrics', 'lines');
const requests = either({
  id: 'requests',
  name: 'Requests',
  description: 'Requests.',
  unit: unit.perSecond('orders'),
  labels: ['service'],
  query: {
    metrics: ({ window, by }) => sum(rate(orders_total, window), { by }),
    lines: ({ window, by }) => countedAs('orders', logSum(logRate(access, window), { by })),
  },
  whenEmpty: 'no data',
});
const failed = signal({
  id: 'failed',
  name: 'Failed requests',
  description: 'Failed.',
  unit: unit.count('lines'),
  labels: ['service'],
  query: ({ window, by }) => logSum(countOverTime(access.filter({ status: { '>=': 500 } }), window), { by }),
  thresholds: { from: { warning: 3 } },
  whenEmpty: 'zero',
});

const words = { summary: 'Requests fail.', description: () => text`They fail.`, test: { fires: [], silent: [] } };
const RequestsFail = alert({
  when: breaches(failed, 'warning', { by: ['service'], over: '10m' }),
  for: '5m',
  ...words,
});

function resolved(profile: string, change: Partial<ModelInput> = {}) {
  const board = dashboard({
    uid: 'shop',
    title: 'Shop',
    description: 'What is sold.',
    tags: ['shop'],
    filter: { service: queryVariable({ name: 'service', label: 'Service', of: up.of(shopTarget), values: 'service' }) },
    rows: [
      row('All', [
        [panel.timeseries(requests), panel.stat(failed)],
        [panel.logs({ key: 'lines', title: 'Lines', description: 'Lines.', lines: lines.where({ level: 'error' }) })],
      ]),
    ],
  });
  return resolve(
    model({
      profiles: ['metrics', 'lines'],
      signals: [{ requests, failed }],
      dashboards: [board],
      alerts: [{ RequestsFail }],
      jobs: [shopJob],
      scrapeInterval: '15s',
      evaluationInterval: '15s',
      site: shop().site,
      runbooks: {},
      catalogue: [{ orders_total }],
      ...change,
    }),
    profile,
  );
}

const panelsOf = ({ dashboards }: ResolvedModel) =>
  dashboards.flatMap(({ rows }) => rows.flatMap(({ panels }) => panels));
const logTexts = (of: ResolvedModel): readonly string[] => [
  ...panelsOf(of).flatMap((each) => logQueries(each).map(({ node }) => logText(node))),
  ...panelsOf(of).flatMap(({ logs }) => (logs === undefined ? [] : [logText(logs.node)])),
];
const FAILED = '| pattern "<method> <path> <status>" | status >= 500';
const CHOSEN = 'service=~"${service:regex}"';

describe('a panel', () => {
  it('asks Loki at the resolution of the screen, of the streams that a viewer has chosen', () => {
    expect(logTexts(resolved('metrics').model)).toEqual([
      `sum(count_over_time({project="shop", service="shop", ${CHOSEN}} ${FAILED} [$__auto])) or vector(0)`,
      `{project="shop", level="error", ${CHOSEN}}`,
    ]);
  });

  it('reads the source of its profile', () => {
    const [first] = panelsOf(resolved('metrics').model);
    expect(first && metricQueries(first).length).toBe(1);
    expect(logTexts(resolved('lines').model)[0]).toBe(
      `sum(rate({project="shop", service="shop", ${CHOSEN}} | pattern "<method> <path> <status>" [$__auto]))`,
    );
  });
});

describe('an alert', () => {
  const { model: made, problems } = resolved('metrics');

  it('is evaluated by Loki, at its literal window, and by nobody else', () => {
    expect(problems).toEqual([]);
    expect(made.groups).toEqual([]);
    expect(
      made.logGroups.map(({ name, rules }) => [name, rules.map((rule) => [rule.name, logText(rule.node)])]),
    ).toEqual([
      [
        'logs',
        [['RequestsFail', `sum by (service) (count_over_time({project="shop", service="shop"} ${FAILED} [10m])) >= 3`]],
      ],
    ]);
  });

  it('follows an environment', () => {
    const changed = scaleTime(0.5)(withThresholds(failed, { warning: 7 })(made));
    const [rule] = changed.logGroups.flatMap(({ rules }) => rules);
    expect(rule && logText(rule.node)).toBe(
      `sum by (service) (count_over_time({project="shop", service="shop"} ${FAILED} [5m])) >= 7`,
    );
    expect(rule?.for).toEqual({ ms: 150_000 });
    expect(rule?.untested).toContain('thresholds of failed');
  });
});

describe('what one query cannot ask', () => {
  const stated = { ...words, service: 'shop' };

  it.each([
    [
      'metrics and lines',
      alert({ ...stated, when: and(breaches(failed, 'warning'), gt(value(requests), 1)) }),
      'signal requests, which is read from metrics',
    ],
    [
      'a metric and lines',
      alert({ ...stated, when: and(breaches(failed, 'warning'), gt(sum(rate(orders_total, '5m')), 1)) }),
      'rate()',
    ],
  ])('%s', (_, Mixed, says) => {
    expect(resolved('metrics', { alerts: [{ Mixed }] }).problems.map(({ found }) => found)).toEqual([
      `${says} beside a signal that is read from log lines`,
    ]);
  });

  it('nor is recorded what Loki would have to send elsewhere', () => {
    const kept = signal({
      id: 'kept',
      name: 'Kept',
      description: 'Kept.',
      unit: unit.count('lines'),
      query: ({ window }) => logSum(countOverTime(access, window)),
      recorded: { as: 'shop:lines:count', group: 'shop', every: '1m' },
      whenEmpty: 'zero',
    });
    const { problems } = resolved('metrics', { signals: [{ requests, failed, kept }] });
    expect(problems.map(({ found }) => found)).toEqual([
      expect.stringContaining('signal kept is recorded, and read from log lines'),
    ]);
  });
});
