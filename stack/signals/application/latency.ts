/** How long vote and result take to answer. */

import { type ComputedSample, type Sample, unavailable } from 'plainsight';
import {
  allObservations,
  atMost,
  buckets,
  countedAs,
  div,
  histogramQuantile,
  increase,
  not,
  rate,
  sub,
  sum,
} from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { http_request_duration_seconds } from '../../metrics/shared.ts';
import { distribution, NO_METRICS, signal } from '../../profiles.ts';
import { votingApp } from '../../targets.ts';
import { ANSWERED_IN_AN_HOUR, TOO_FEW } from './requests.ts';

const httpDurations = http_request_duration_seconds.of(votingApp).where({ service: ['vote', 'result'] });

/** Without the long polls of socket.io, which are meant to take long. */
const timedRequests = httpDurations.where({ route: not(/\/socket\.io.*|\/metrics/) });

/** Only the pages are timed: the worker answers nobody. */
const timed = { service: ['vote', 'result'] } as const;

/** The φ-quantile of the time that requests took. */
function latency(phi: number, level: 'p50' | 'p95' | 'p99', name: string, sample: Sample | ComputedSample) {
  return signal({
    id: `latency-${level}`,
    name,
    description: `${name}: ${phi * 100} % of the requests to vote and result were answered faster. When it rises without more requests, look at Redis (vote) or PostgreSQL (result).`,
    unit: unit.seconds,
    labels: ['service'],
    query: {
      instrumented: ({ window, by }) =>
        histogramQuantile(phi, sum(buckets(timedRequests, window), { by: [...by, 'le'] })),
      stock: unavailable(NO_METRICS),
    },
    thresholds: { from: { warning: 0.5, critical: 2 }, reason: 'the objective is 99 % under 0.5 s' },
    // Buckets of every route over a day are slow to read.
    recorded: { as: `service:http_request_duration_seconds:${level}_rate5m`, group: 'requests', every: '30s' },
    whenEmpty: 'no data',
    sample: { ...sample, labels: timed },
  });
}

export const latencyMedian = latency(0.5, 'p50', 'Median latency', { between: [0.02, 0.06] });

export const latencyP95 = latency(0.95, 'p95', '95th percentile latency', {
  from: [latencyMedian],
  as: (median) => 3.4 * median,
});

export const latencyP99 = latency(0.99, 'p99', '99th percentile latency', {
  from: [latencyP95],
  as: (p95) => 1.9 * p95,
});

/** One service at a time: buckets of services with other bounds do not add up. */
function distributionOf(service: 'vote' | 'result') {
  const durations = http_request_duration_seconds.of(votingApp).where({ service });
  return distribution({
    id: `latency-distribution-${service}`,
    name: `Latency distribution of ${service}`,
    description: `How many requests to ${service} took how long: the stronger the colour, the more requests. Two bands are two kinds of requests; a band that climbs is a service that gets slower.`,
    unit: unit.seconds,
    labels: ['service'],
    query: {
      instrumented: ({ window, by }) => sum(buckets(durations, window), { by: [...by, 'le'] }),
      stock: unavailable(NO_METRICS),
    },
    recorded: {
      as: `service_le:${service}_http_request_duration_seconds_bucket:rate5m`,
      group: 'requests',
      every: '30s',
    },
  });
}

export const latencyDistributionOfVote = distributionOf('vote');

export const latencyDistributionOfResult = distributionOf('result');

export const fastRequests = signal({
  id: 'fast-requests',
  name: 'Requests under 0.5 s',
  description:
    'The share of requests that vote and result answered within half a second: the latency objective. Below the line, open the latency percentiles.',
  unit: unit.ratio,
  labels: ['service'],
  query: {
    instrumented: ({ window, by }) =>
      div(
        sum(rate(atMost(timedRequests, 0.5), window), { by }),
        sum(rate(allObservations(timedRequests), window), { by }),
      ),
    stock: unavailable(NO_METRICS),
  },
  thresholds: { below: { warning: 0.99, critical: 0.95 }, reason: 'the objective is 99 % under 0.5 s' },
  whenEmpty: 'no data',
  sample: { between: [0.995, 0.998], labels: timed },
});

export const slowRequests = signal({
  id: 'slow-requests',
  name: 'Slow in an hour',
  description: 'Requests that vote and result took more than half a second to answer within an hour.',
  unit: unit.count('requests'),
  labels: ['service'],
  query: {
    instrumented: ({ by }) =>
      sub(
        countedAs('requests', sum(increase(allObservations(timedRequests), '1h'), { by })),
        countedAs('requests', sum(increase(atMost(timedRequests, 0.5), '1h'), { by })),
      ),
    stock: unavailable(NO_METRICS),
  },
  thresholds: TOO_FEW,
  whenEmpty: 'no data',
  sample: { from: [fastRequests], as: (fast) => Math.round((1 - fast) * ANSWERED_IN_AN_HOUR), labels: timed },
});
