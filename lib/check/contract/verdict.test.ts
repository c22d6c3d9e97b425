import { describe, expect, it } from 'vitest';
import { readingOf } from '../../catalogue/reading/reading.ts';
import type { Demand } from '../../model/demands.ts';
import { count, seconds } from '../../units/unit.ts';
import { LABEL_LOOK_ALIKES, LOOK_ALIKES } from './look-alikes.ts';
import { type Verdict, verdicts } from './verdict.ts';

const requests: Demand = {
  metric: 'http_requests_total',
  kind: 'counter',
  help: 'Requests.',
  unit: count('requests'),
  labels: [{ name: 'status', matched: ['=~ 5..'] }],
  bounds: [],
  readers: [{ kind: 'alert', name: 'HighErrorRate' }],
};
const duration: Demand = {
  ...requests,
  metric: 'http_request_duration_seconds',
  kind: 'histogram',
  unit: seconds,
  labels: [],
  bounds: [0.5],
};

function judged(demand: Demand, text: string): Omit<Verdict, 'demand'> {
  const outcome = readingOf('shop.prom', `${text}\n`);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  const [verdict] = verdicts([demand], outcome.value);
  if (verdict === undefined) throw new Error('no verdict');
  const { demand: _, ...rest } = verdict;
  return rest;
}

const buckets = (...bounds: readonly string[]): string =>
  [
    '# TYPE http_request_duration_seconds histogram',
    ...bounds.map((bound) => `http_request_duration_seconds_bucket{le="${bound}"} 1`),
    'http_request_duration_seconds_sum 1',
    'http_request_duration_seconds_count 1',
  ].join('\n');

describe('a demand', () => {
  it.each<[why: string, demand: Demand, text: string, fault: Verdict['fault'], found: string, remedy: string]>([
    [
      'is exposed and thrown away',
      { ...requests, droppedBy: 'shop' },
      '# TYPE http_requests_total counter\nhttp_requests_total{status="200"} 1',
      'missing',
      'nothing after the scrape: the job shop drops it',
      'take http_requests_total out of the metricRelabel of that job',
    ],
    [
      'is met',
      requests,
      '# TYPE http_requests_total counter\nhttp_requests_total{status="200"} 1',
      undefined,
      'a counter by status',
      '',
    ],
    [
      'is met in OpenMetrics, where the family has no _total',
      requests,
      '# TYPE http_requests counter\nhttp_requests_total{status="200"} 1\n# EOF',
      undefined,
      'a counter by status',
      '',
    ],
    ['is missing', requests, 'up 1', 'missing', 'no such metric', 'expose http_requests_total'],
    [
      'is there under the name of a library',
      requests,
      '# TYPE http_requests_received_total counter\nhttp_requests_received_total{code="200"} 1',
      'missing',
      'http_requests_received_total, as prometheus-net names it',
      expect.stringContaining('UseHttpMetrics'),
    ],
    [
      'is counted in a histogram alone',
      requests,
      buckets('0.5', '+Inf'),
      'missing',
      'http_request_duration_seconds, as express-prom-bundle names it',
      expect.stringContaining('Counter named http_requests_total'),
    ],
    [
      'is of another kind',
      requests,
      '# TYPE http_requests_total gauge\nhttp_requests_total{status="200"} 1',
      'wrong kind',
      'a gauge',
      'make it a counter in the client library',
    ],
    [
      'has no type',
      requests,
      'http_requests_total{status="200"} 1',
      'wrong kind',
      'no type',
      expect.stringContaining('# TYPE http_requests_total counter'),
    ],
    [
      'has no series yet',
      requests,
      '# HELP http_requests_total Requests.\n# TYPE http_requests_total counter\nup 1',
      'no series',
      'its type, and no series',
      expect.stringContaining('send it one request'),
    ],
    [
      'lacks a label',
      requests,
      '# TYPE http_requests_total counter\nhttp_requests_total 1',
      'label missing',
      'no labels',
      'add the label status',
    ],
    [
      'has the label under another name',
      requests,
      '# TYPE http_requests_total counter\nhttp_requests_total{method="GET",status_code="200"} 1',
      'label missing',
      'the labels method, status_code',
      'name the label status that is called status_code now',
    ],
    ['has its bucket', duration, buckets('0.1', '0.5', '+Inf'), undefined, 'a histogram', ''],
    [
      'lacks a bucket',
      duration,
      buckets('0.3', '1', '+Inf'),
      'bucket missing',
      'the buckets 0.3, 1',
      expect.stringContaining('add 0.5'),
    ],
  ])('%s', (_, demand, text, fault, found, remedy) => {
    expect(judged(demand, text)).toEqual({ ...(fault === undefined ? {} : { fault }), found, remedy });
  });
});

describe('the tables', () => {
  it('name no metric as a look-alike of itself', () => {
    expect(LOOK_ALIKES.filter(({ asked, found }) => asked === found)).toEqual([]);
    expect(Object.entries(LABEL_LOOK_ALIKES).filter(([label, others]) => others.includes(label))).toEqual([]);
  });
});
