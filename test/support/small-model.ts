/**
 * A resolved model that is small enough to read, made by hand: two jobs, one dashboard, one group of rules whose alert
 * fires and stays silent. Emitters are tried on it; a test exchanges the part that it is about.
 */

import { gauge, sharedGauge, source, target } from 'plainsight';
import { and, countedAs, deriv, gt, max } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import type { MetricFacts } from '../../lib/catalogue/metric.ts';
import type {
  GivenSeries,
  ResolvedAlert,
  ResolvedDashboard,
  ResolvedGroup,
  ResolvedModel,
  ResolvedPanel,
  ResolvedRecordingRule,
  SignalWords,
} from '../../lib/model/resolved.ts';
import { type ScrapeJob, scrapeJob } from '../../lib/model/scrape-job.ts';
import { text, valueHole } from '../../lib/model/text.ts';
import type { Node } from '../../lib/promql/node.ts';
import { duration } from '../../lib/units/duration.ts';
import type { Unit } from '../../lib/units/unit.ts';

const redisTarget = target('redis', ['service']);
const votingAppTarget = target('voting-app', ['group', 'service']);
const redis = source(redisTarget, { version: '1.88.0' });

export const redis_key_size = gauge(redis, {
  name: 'redis_key_size',
  help: 'The length of a key.',
  unit: unit.count('elements'),
  labels: { db: ['db0'], key: ['votes', 'other'] },
  series: 2,
});

export const probe_duration_seconds = gauge(redis, {
  name: 'probe_duration_seconds',
  help: '',
  unit: unit.seconds,
  labels: { path: ['/'] },
  series: 1,
});

export const up = sharedGauge({
  name: 'up',
  help: '',
  unit: unit.state({ 0: 'Down', 1: 'Up' }),
  labels: {},
  series: 1,
});

const recorded = gauge(source({ job: '', labels: ['job'] }, { version: '' }), {
  name: 'job:votes_waiting:max',
  help: '',
  unit: unit.count('votes'),
  labels: {},
  series: 1,
});

export const votesWaiting: SignalWords = {
  id: 'votes-waiting',
  name: 'Votes waiting',
  description: 'Votes that no worker has taken from Redis.',
  unit: unit.count('votes'),
  thresholds: { direction: 'above', at: { warning: 100, critical: 1000 } },
  whenEmpty: 'no data',
  emptyText: 'No data',
};

export const queue = countedAs('votes', max(redis_key_size.where({ db: 'db0', key: 'votes' }), { by: ['job'] }));

/** The plan's job, and an exporter with everything that a job can say. */
export const jobs: readonly ScrapeJob[] = [
  scrapeJob(votingAppTarget, {
    purpose: 'The services themselves.',
    static: [{ targets: ['vote:80', 'result:80', 'worker:80'], labels: { group: 'production' } }],
    relabel: [{ source_labels: ['__address__'], regex: '([^:]+):\\d+', target_label: 'service', replacement: '$1' }],
    sampleLimit: 5000,
    labelValueLengthLimit: 200,
  }),
  scrapeJob(redisTarget, {
    purpose: 'Redis, seen by its exporter:\nthe queue of votes is a list there.',
    static: [{ targets: ['redis-exporter:9121'], labels: { service: 'redis' } }],
    metricRelabel: [{ source_labels: ['__name__'], regex: 'go_.*', action: 'drop' }],
    path: '/scrape',
    params: { target: ['redis://redis:6379'], 'check-keys': ['votes', 'no'] },
    every: '30s',
    timeout: '5s',
    trackTimestampsStaleness: true,
  }),
];

export const recordingRule: ResolvedRecordingRule = {
  kind: 'recording',
  name: 'job:votes_waiting:max',
  node: queue.node,
  labels: ['job'],
  unit: unit.count('votes'),
  signal: votesWaiting,
  where: { what: 'recording rule job:votes_waiting:max' },
};

/** An input series. @example given(redis_key_size, { db: 'db0', key: 'votes' }, '0x10') */
export function given(
  metric: { readonly facts: MetricFacts },
  labels: Readonly<Record<string, string>>,
  values: string,
): GivenSeries {
  return { metric: metric.facts, name: metric.facts.name, labels, values };
}

const waiting = { db: 'db0', job: 'redis', instance: 'redis-exporter:9121', key: 'votes', service: 'redis' };

export const alert: ResolvedAlert = {
  kind: 'alert',
  name: 'VoteQueueGrowing',
  node: and(gt(recorded, 100), gt(deriv(recorded, '10m'), 0)).node,
  labels: ['job'],
  for: duration('10m'),
  keepFiringFor: duration('2m'),
  severity: 'warning',
  ruleLabels: { severity: 'warning', service: 'worker' },
  summary: 'Votes are piling up in Redis.',
  description: text`${valueHole(unit.count('votes'))} votes wait in Redis and the number grows.`,
  panel: { dashboard: 'small-queue', id: 417 },
  signals: [votesWaiting],
  test: {
    fires: [
      {
        given: [given(redis_key_size, waiting, '200+20x40')],
        every: duration('1m'),
        at: duration('15m'),
        labels: { job: 'redis' },
        says: '500 votes wait in Redis and the number grows.',
      },
    ],
    silent: [
      {
        reason: 'a full queue that shrinks',
        given: [given(redis_key_size, waiting, '900-20x40')],
        every: duration('1m'),
        at: duration('15m'),
      },
    ],
  },
  excuses: [],
  where: { what: 'alert VoteQueueGrowing' },
};

/** A panel with one query. */
export function panel(id: number, key: string, node: Node, unit: Unit): ResolvedPanel {
  return {
    id,
    key,
    kind: 'stat',
    title: 'Votes waiting',
    description: votesWaiting.description,
    grid: { x: 0, y: 1, w: 24, h: 4 },
    queries: [{ key, node, labels: ['job'], unit, legend: { pieces: [] }, format: 'instant', signal: votesWaiting }],
    unit,
    mappings: [],
    overrides: [],
    links: [],
    transformations: [],
    options: {},
    excuses: [],
    where: { what: `panel ${key}` },
  };
}

export const dashboard: ResolvedDashboard = {
  kind: 'dashboard',
  uid: 'small-queue',
  title: 'Small / Queue | waiting',
  description: 'Whether votes wait.',
  tags: ['small'],
  rows: [
    {
      title: 'Health',
      id: 1,
      collapsed: false,
      y: 0,
      panels: [panel(417, 'votes-waiting', recorded.node, unit.count('votes'))],
    },
  ],
  variables: [
    { kind: 'datasource', type: 'prometheus', name: 'datasource', label: 'Data source' },
    {
      kind: 'query',
      name: 'service',
      label: 'Service',
      metric: up.of(redisTarget).facts,
      of: 'service',
      node: up.of(redisTarget).node,
      several: true,
    },
  ],
  annotations: [{ name: 'Restarts', node: gt(probe_duration_seconds, 1).node, title: 'Slow', colour: 'orange' }],
  links: [],
  from: 'now-6h',
  to: 'now',
  refresh: duration('30s'),
  timezone: 'browser',
  filter: {},
  excuses: [],
  where: { what: 'dashboard small-queue' },
};

/** A group of rules. */
export function group(name: string, rules: ResolvedGroup['rules']): ResolvedGroup {
  return { name, rules };
}

/** The model, with some of its parts exchanged. */
export function smallModel(parts: Partial<ResolvedModel> = {}): ResolvedModel {
  return {
    profile: 'instrumented',
    dashboards: [dashboard],
    groups: [{ ...group('queue', [alert, recordingRule]), every: duration('30s') }],
    jobs,
    scrapeInterval: duration('15s'),
    evaluationInterval: duration('15s'),
    site: { grafana: 'http://localhost:3000', runbooks: 'http://localhost:3000/runbooks/' },
    runbooks: { VoteQueueGrowing: '# VoteQueueGrowing\n\nStart a worker.\n\n' },
    leftOut: [
      { what: 'panel', name: 'Requests', dashboard: 'small-queue', reasons: ['result writes no access log'] },
      { what: 'alert', name: 'ResultErrors', reasons: ['result writes no access log', 'nor has it | metrics'] },
    ],
    catalogue: new Map([redis_key_size, probe_duration_seconds].map(({ facts }) => [facts.name, facts])),
    ...parts,
  };
}
