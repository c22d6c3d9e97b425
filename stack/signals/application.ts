/**
 * The path of a vote: accepted by `vote`, queued in Redis, taken by the worker, stored in PostgreSQL; and the requests
 * that people make.
 *
 * Without metrics of their own, the services are measured by what they leave behind: every accepted vote is one RPUSH,
 * every vote that is taken one LPOP, every stored vote one row.
 */
import { recorded, unavailable } from 'plainsight';
import {
  add,
  allObservations,
  atMost,
  buckets,
  clampMin,
  countedAs,
  delta,
  div,
  type Expr,
  eq,
  histogramQuantile,
  increase,
  inUnit,
  max,
  min,
  mul,
  not,
  or,
  rate,
  sub,
  sum,
  type WindowLike,
} from 'plainsight/promql';
import type { Unit } from 'plainsight/units';
import * as unit from 'plainsight/units';
import { probe_duration_seconds, probe_success } from '../metrics/blackbox.ts';
import {
  pg_stat_user_tables_n_tup_ins,
  pg_stat_user_tables_n_tup_upd,
  pg_stat_user_tables_seq_scan,
} from '../metrics/postgres.ts';
import { redis_commands_total, redis_key_size, redis_up } from '../metrics/redis.ts';
import { http_request_duration_seconds, http_requests_total } from '../metrics/shared.ts';
import { votes_total } from '../metrics/vote.ts';
import { vote_processing_duration_seconds, worker_errors_total } from '../metrics/worker.ts';
import { distribution, NO_METRICS, signal } from '../profiles.ts';
import { votingApp } from '../targets.ts';

const httpRequests = http_requests_total.of(votingApp).where({ service: ['vote', 'result'] });
const httpDurations = http_request_duration_seconds.of(votingApp).where({ service: ['vote', 'result'] });
/** Without the long polls of socket.io, which are meant to take long. */
const timedRequests = httpDurations.where({ route: not(/\/socket\.io.*|\/metrics/) });
const storedVotes = pg_stat_user_tables_n_tup_ins.where({ relname: 'votes' });
const changedVotes = pg_stat_user_tables_n_tup_upd.where({ relname: 'votes' });

/**
 * Calls per second of one Redis command. A restarted Redis forgets commands that were not used since: they are absent,
 * not 0, so that an alert on the rate would fall silent. While Redis answers, absent therefore reads as 0.
 */
function callsOf(cmd: 'rpush' | 'lpop', window: WindowLike): Expr<never, Unit<'votes', 'second'>> {
  const calls = countedAs('votes', sum(rate(redis_commands_total.where({ cmd }), window)));
  const zero = inUnit(unit.perSecond('votes'), mul(max(eq(redis_up, 1)), 0), {
    reason: 'no calls while Redis answers',
  });
  return or(calls, zero);
}

export const requests = signal({
  id: 'requests',
  name: 'Requests',
  description:
    'HTTP requests per second that vote and result answered. A sudden fall to nothing while people vote means that they cannot reach the service: look at the service status first.',
  unit: unit.perSecond('requests'),
  labels: ['service', 'status'],
  query: {
    instrumented: ({ window, by }) => sum(rate(httpRequests, window), { by }),
    stock: unavailable(NO_METRICS),
  },
  whenEmpty: 'no data',
});

export const requestErrors = signal({
  id: 'request-errors',
  name: 'Failed requests',
  description:
    'The share of requests that vote and result answered with a 5xx status. Above the line, read the logs of the service; a vote that cannot be queued is a 500 as well, so look at Redis.',
  unit: unit.ratio,
  labels: ['service'],
  query: {
    instrumented: ({ window, by }) => {
      const all = sum(rate(httpRequests, window), { by });
      // A service that never failed has no series of failures: 0, as long as it answers at all.
      return div(or(sum(rate(httpRequests.where({ status: /5../ }), window), { by }), mul(all, 0)), all);
    },
    stock: unavailable(NO_METRICS),
  },
  thresholds: { from: { warning: 0.01, critical: 0.05 }, reason: 'the objective is 99.5 % of votes accepted' },
  whenEmpty: 'no data',
});

const USUAL_LATENCY = { p50: [0.02, 0.06], p95: [0.09, 0.21], p99: [0.18, 0.42] } as const;

/** The φ-quantile of the time that requests took. */
function latency(phi: number, level: 'p50' | 'p95' | 'p99', name: string) {
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
    sample: { between: USUAL_LATENCY[level] },
  });
}

export const latencyMedian = latency(0.5, 'p50', 'Median latency');
export const latencyP95 = latency(0.95, 'p95', '95th percentile latency');
export const latencyP99 = latency(0.99, 'p99', '99th percentile latency');

export const latencyDistribution = distribution({
  id: 'latency-distribution',
  name: 'Latency distribution',
  description:
    'How many requests took how long: the more it stands out, the more. Two bands are two kinds of requests; a band that climbs is a service that gets slower.',
  unit: unit.seconds,
  labels: ['service'],
  query: {
    instrumented: ({ window, by }) => sum(buckets(httpDurations, window), { by: [...by, 'le'] }),
    stock: unavailable(NO_METRICS),
  },
  recorded: { as: 'service_le:http_request_duration_seconds_bucket:rate5m', group: 'requests', every: '30s' },
});

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
});

/** At ten requests an hour a single failure is 10 %: a share alone would page for it. */
const TOO_FEW = { from: { warning: 5 }, reason: 'fewer than five requests an hour are no pattern' };

export const failedRequests = signal({
  id: 'failed-requests',
  name: 'Failed in an hour',
  description: 'Requests that vote and result answered with a 5xx status within an hour.',
  unit: unit.count('requests'),
  labels: ['service'],
  query: {
    instrumented: ({ by }) => sum(increase(httpRequests.where({ status: /5../ }), '1h'), { by }),
    stock: unavailable(NO_METRICS),
  },
  thresholds: TOO_FEW,
  whenEmpty: 'zero',
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
});

export const pageAnswers = signal({
  id: 'page-answers',
  name: 'Pages',
  description:
    'Whether the pages of vote and result can be loaded from inside the network. A failed one cannot be opened by anybody: `docker compose up -d <service>`.',
  unit: probe_success.unit,
  labels: ['service'],
  query: ({ by }) => min(probe_success, { by }),
  thresholds: { below: { critical: 1 }, reason: '1 is answered, 0 is failed' },
  whenEmpty: 'no data',
});

export const probeDuration = signal({
  id: 'probe-duration',
  name: 'Time to load the page',
  description:
    'How long a probe of the page of vote and result takes, from inside the network. It asks neither Redis nor the database, so it stays fast while votes fail.',
  unit: unit.seconds,
  labels: ['service'],
  query: ({ by }) => max(probe_duration_seconds, { by }),
  thresholds: { from: { warning: 0.5, critical: 2 } },
  whenEmpty: 'no data',
});

export const votesAccepted = signal({
  id: 'votes-accepted',
  name: 'Votes accepted',
  description:
    'Votes per second that went through vote into Redis. Nothing while people vote means that votes are being refused: look at Redis, and at the failed requests.',
  unit: unit.perSecond('votes'),
  query: {
    instrumented: ({ window }) => sum(rate(votes_total, window)),
    stock: ({ window }) => callsOf('rpush', window),
  },
  whenEmpty: 'no data',
  sample: { between: [3.2, 5.6] },
});

export const votesQueued = signal({
  id: 'votes-queued',
  name: 'Votes queued',
  description:
    'Votes per second that Redis took (RPUSH). It follows the accepted votes; less means that votes get lost.',
  unit: unit.perSecond('votes'),
  query: ({ window }) => callsOf('rpush', window),
  whenEmpty: 'no data',
  sample: { between: [3.2, 5.6] },
});

export const queueLength = signal({
  id: 'votes-waiting',
  name: 'Votes waiting',
  description:
    'Votes in the Redis list that the worker has not taken yet. Above the line and growing, the worker is overwhelmed or gone: start it, or start a second one.',
  unit: unit.count('votes'),
  labels: ['job'],
  query: ({ by }) => countedAs('votes', max(redis_key_size.where({ db: 'db0', key: 'votes' }), { by })),
  thresholds: { from: { warning: 100, critical: 1000 }, reason: 'one worker takes at most 10 votes/s' },
  recorded: { as: 'job:votes_waiting:max', group: 'vote-pipeline', every: '30s' },
  // The exporter lacks its flag, or Redis does not answer: that must not read as "0 waiting".
  whenEmpty: 'no data',
  sample: { between: [0, 30] },
});

export const workerPolls = signal({
  id: 'worker-polls',
  name: 'Worker capacity',
  description:
    'How often per second the workers ask Redis for a vote (LPOP), whether there is one or not: about 9 to 10 for each worker. It is what they can take at most; below 1 no worker is at work.',
  unit: unit.perSecond('votes'),
  query: ({ window }) => callsOf('lpop', window),
  thresholds: { below: { warning: 5, critical: 1 }, reason: 'a worker that runs polls about 9 to 10 times a second' },
  whenEmpty: 'no data',
  sample: { between: [9.2, 9.9] },
});

export const votesStored = signal({
  id: 'votes-stored',
  name: 'New voters',
  description: 'Votes of people who had not voted before, as rows inserted per second into the table votes.',
  unit: unit.perSecond('votes'),
  query: ({ window }) =>
    sub(countedAs('votes', sum(rate(storedVotes, window))), countedAs('votes', sum(rate(changedVotes, window)))),
  whenEmpty: 'no data',
  sample: { between: [2.4, 4.2] },
});

export const votesChanged = signal({
  id: 'votes-changed',
  name: 'Changed votes',
  description: 'Votes per second of people who had voted before: the insert fails and the row is updated.',
  unit: unit.perSecond('votes'),
  query: ({ window }) => countedAs('votes', sum(rate(changedVotes, window))),
  whenEmpty: 'no data',
  sample: { between: [0.8, 1.4] },
});

export const votesDone = signal({
  id: 'votes-done',
  name: 'Votes stored',
  description:
    'Votes per second that reached PostgreSQL, new and changed. While votes wait and this is 0, the pipeline stands still: read the logs of the worker.',
  unit: unit.perSecond('votes'),
  // A failed insert of a voter who votes again is counted as well, so inserts alone are all votes.
  query: ({ window }) => countedAs('votes', sum(rate(storedVotes, window))),
  whenEmpty: 'no data',
  sample: { between: [3.2, 5.6] },
});

export const queueWait = signal({
  id: 'queue-wait',
  name: 'Time a vote waits',
  description:
    'How long a vote that arrives now will wait until the worker takes it: the votes waiting over what the workers take per second. Above the line, start another worker.',
  unit: unit.seconds,
  query: ({ window }) =>
    div(
      countedAs('votes', max(redis_key_size.where({ db: 'db0', key: 'votes' }))),
      clampMin(callsOf('lpop', window), 0.1),
    ),
  thresholds: {
    from: { warning: 60, critical: 300 },
    reason: 'people expect their vote in the result within a minute',
  },
  whenEmpty: 'no data',
  sample: { between: [0, 3] },
});

export const workerSaturation = signal({
  id: 'worker-saturation',
  name: 'Worker saturation',
  description:
    'Votes that arrive, as a share of what the workers can take. At 100 % the queue grows: start another worker before that.',
  unit: unit.ratio,
  query: ({ window }) => div(callsOf('rpush', window), clampMin(callsOf('lpop', window), 0.1)),
  thresholds: { from: { warning: 0.7, critical: 0.9 } },
  whenEmpty: 'no data',
  sample: { between: [0.36, 0.54] },
});

export const votesLost = signal({
  id: 'votes-lost',
  name: 'Votes lost',
  description:
    'Votes that were accepted in the last half hour and neither wait nor were stored. A few are rounding; hundreds are votes that a restart of Redis or of the worker lost.',
  unit: unit.count('votes'),
  labels: [],
  query: () =>
    sub(
      sub(
        countedAs('votes', sum(increase(redis_commands_total.where({ cmd: 'rpush' }), '30m'))),
        sum(delta(recorded(queueLength), '30m')),
      ),
      countedAs('votes', sum(increase(storedVotes, '30m'))),
    ),
  whenEmpty: 'no data',
  sample: { between: [-18, 26] },
});

export const lossAllowance = signal({
  id: 'votes-lost-allowance',
  name: 'Within accuracy',
  description:
    'How many votes may seem lost though none is: Redis and PostgreSQL are asked at different moments, up to a scrape interval apart. More than this is a loss.',
  unit: unit.count('votes'),
  query: ({ window }) => {
    const accepted = redis_commands_total.where({ cmd: 'rpush' });
    const share = mul(countedAs('votes', sum(increase(accepted, '30m'))), 0.01);
    const betweenScrapes = inUnit(unit.count('votes'), mul(sum(rate(accepted, window)), 15), {
      reason: 'the votes of 15 s, which is the scrape interval',
    });
    return clampMin(add(share, betweenScrapes), 5);
  },
  whenEmpty: 'no data',
  sample: { between: [132, 141] },
});

export const resultPolls = signal({
  id: 'result-polls',
  name: 'Result polls',
  description:
    'How often per second result reads the votes: about once for each result that runs. It leaves for good at the first lost database connection; nothing restarts it: `docker compose up -d result`.',
  unit: unit.perSecond('scans'),
  query: ({ window }) => sum(rate(pg_stat_user_tables_seq_scan.where({ relname: 'votes' }), window)),
  thresholds: { below: { warning: 0.9, critical: 0.5 }, reason: 'result reads the count once a second' },
  whenEmpty: 'no data',
});

export const processingTime = signal({
  id: 'processing-time',
  name: 'Time to store a vote',
  description: '95 % of the votes were stored faster, as the worker measures it. When it rises, look at PostgreSQL.',
  unit: unit.seconds,
  query: {
    instrumented: ({ window }) =>
      histogramQuantile(0.95, sum(buckets(vote_processing_duration_seconds, window), { by: ['le'] })),
    stock: unavailable(NO_METRICS),
  },
  thresholds: { from: { warning: 0.1, critical: 1 } },
  whenEmpty: 'no data',
});

export const workerErrors = signal({
  id: 'worker-errors',
  name: 'Worker errors',
  description: 'Errors per second in the worker. Read its logs: a lost database ends it, and nothing restarts it.',
  unit: unit.perSecond('errors'),
  query: {
    instrumented: ({ window }) => sum(rate(worker_errors_total, window)),
    stock: unavailable(NO_METRICS),
  },
  thresholds: { from: { warning: 0.1, critical: 1 } },
  whenEmpty: 'no data',
});
