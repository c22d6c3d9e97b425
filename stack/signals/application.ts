/**
 * The path of a vote: accepted by `vote`, queued in Redis, taken by the worker, stored in PostgreSQL; and the requests
 * that people make.
 *
 * Without metrics of their own, the services are measured by what they leave behind: every accepted vote is one RPUSH,
 * every vote that is taken one LPOP, every stored vote one row.
 */
import { type ComputedSample, type Sample, unavailable } from 'plainsight';
import {
  add,
  allObservations,
  and,
  atMost,
  buckets,
  clampMin,
  countedAs,
  countOverTime,
  delta,
  div,
  type Expr,
  eq,
  gt,
  gte,
  histogramQuantile,
  increase,
  inUnit,
  max,
  maxOverTime,
  min,
  mul,
  not,
  or,
  rate,
  sub,
  sum,
  unless,
  type WindowLike,
} from 'plainsight/promql';
import type { Unit } from 'plainsight/units';
import * as unit from 'plainsight/units';
import { log_http_requests_total } from '../metrics/alloy.ts';
import {
  probe_duration_seconds,
  probe_http_duration_seconds,
  probe_http_status_code,
  probe_success,
} from '../metrics/blackbox.ts';
import {
  pg_scrape_collector_success,
  pg_stat_user_tables_n_tup_ins,
  pg_stat_user_tables_n_tup_upd,
  pg_stat_user_tables_seq_scan,
  pg_up,
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

/** Votes that vote was asked to take: what people wait for, unlike health checks and probes, which are GETs. */
const votesCast = http_requests_total.of(votingApp).where({ service: 'vote', method: 'POST' });

/** Today's images count nothing themselves: Alloy counts in vote's access log. result writes none. */
const requestsInLog = log_http_requests_total.where({ service: 'vote' });
const votesInLog = requestsInLog.where({ method: 'POST' });

/** 0 while Redis answers, else nothing. */
const zeroOfRedis = mul(max(eq(redis_up, 1)), 0);

/**
 * Calls per second of one Redis command. A restarted Redis forgets commands that were not used since: they are absent,
 * not 0, so that an alert on the rate would fall silent. While Redis answers, absent therefore reads as 0.
 */
function callsOf(cmd: 'rpush' | 'lpop', window: WindowLike): Expr<never, Unit<'votes', 'second'>> {
  const calls = countedAs('votes', sum(rate(redis_commands_total.where({ cmd }), window)));
  return or(calls, inUnit(unit.perSecond('votes'), zeroOfRedis, { reason: 'no calls while Redis answers' }));
}

/** How many calls of one Redis command there were in a time, with the same zero. */
function callsWithin(cmd: 'rpush' | 'lpop', window: WindowLike): Expr<never, Unit<'votes', ''>> {
  const calls = countedAs('votes', sum(increase(redis_commands_total.where({ cmd }), window)));
  return or(calls, inUnit(unit.count('votes'), zeroOfRedis, { reason: 'no calls while Redis answers' }));
}

/**
 * 0 while PostgreSQL answers and its tables can be read, else nothing. Where the table `votes` is gone its series are
 * absent, not 0, and nobody stores or reads votes; where its statistics cannot be read nobody knows.
 */
const zeroOfTables = mul(
  unless(max(eq(pg_up, 1)), eq(min(pg_scrape_collector_success.where({ collector: 'stat_user_tables' })), 0)),
  0,
);

export const requests = signal({
  id: 'requests',
  name: 'Requests',
  description:
    'HTTP requests per second that vote and result answered. A sudden fall to nothing while people vote means that they cannot reach the service: look at the service status first.',
  unit: unit.perSecond('requests'),
  labels: ['service', 'status'],
  query: {
    instrumented: ({ window, by }) => sum(rate(httpRequests, window), { by }),
    stock: ({ window, by }) => sum(rate(requestsInLog, window), { by }),
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
    stock: ({ window, by }) => {
      const all = sum(rate(requestsInLog, window), { by });
      return div(or(sum(rate(requestsInLog.where({ status: /5../ }), window), { by }), mul(all, 0)), all);
    },
  },
  thresholds: { from: { warning: 0.01, critical: 0.05 }, reason: 'the objective is 99.5 % of votes accepted' },
  whenEmpty: 'no data',
});

export const voteErrors = signal({
  id: 'vote-errors',
  name: 'Votes that fail',
  description:
    'The share of votes that vote answered with a 5xx status; where nobody voted in the last minutes, that of the last hour. Each is a person who sees an error: look at Redis first, then at the logs of vote.',
  unit: unit.ratio,
  query: {
    instrumented: ({ window }) => or(gte(shareFailed(window), 0), shareFailed('1h')),
    stock: ({ window }) => or(gte(shareFailedInLog(window), 0), shareFailedInLog('1h')),
  },
  thresholds: { from: { warning: 0.01, critical: 0.05 }, reason: 'the objective is 99.5 % of votes accepted' },
  whenEmpty: 'not applicable',
  emptyText: 'No votes in the last hour',
  sample: { between: [0, 0.004] },
});

/** The share of votes answered with a 5xx status; NaN where nobody voted. */
function shareFailed(window: WindowLike): Expr<never, typeof unit.ratio> {
  const all = sum(rate(votesCast, window));
  return div(or(sum(rate(votesCast.where({ status: /5../ }), window)), mul(all, 0)), all);
}

/** The same, counted in vote's access log. */
function shareFailedInLog(window: WindowLike): Expr<never, typeof unit.ratio> {
  const all = sum(rate(votesInLog, window));
  return div(or(sum(rate(votesInLog.where({ status: /5../ }), window)), mul(all, 0)), all);
}

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
    description: `How many requests to ${service} took how long: the more it stands out, the more. Two bands are two kinds of requests; a band that climbs is a service that gets slower.`,
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
});

/** At ten requests an hour a single failure is 10 %: a share alone would page for it. */
const TOO_FEW = { from: { warning: 5 }, reason: 'fewer than five requests an hour are no pattern' };

export const failedVotes = signal({
  id: 'failed-votes',
  name: 'Votes that failed in an hour',
  description: 'Votes that vote answered with a 5xx status within an hour.',
  unit: unit.count('votes'),
  query: {
    instrumented: () => countedAs('votes', sum(increase(votesCast.where({ status: /5../ }), '1h'))),
    stock: () => countedAs('votes', sum(increase(votesInLog.where({ status: /5../ }), '1h'))),
  },
  thresholds: { from: { warning: 5 }, reason: 'fewer than five failures an hour are no pattern' },
  whenEmpty: 'zero',
  sample: { between: [0, 3] },
});

export const failedRequests = signal({
  id: 'failed-requests',
  name: 'Failed in an hour',
  description: 'Requests that vote and result answered with a 5xx status within an hour.',
  unit: unit.count('requests'),
  labels: ['service'],
  query: {
    instrumented: ({ by }) => sum(increase(httpRequests.where({ status: /5../ }), '1h'), { by }),
    stock: ({ by }) => sum(increase(requestsInLog.where({ status: /5../ }), '1h'), { by }),
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
  name: 'Pages up or down',
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
    'How long a probe of the page of vote and result takes, from inside the network; nothing is shown for a page that does not load. It asks neither Redis nor the database, so it stays fast while votes fail.',
  unit: unit.seconds,
  labels: ['service'],
  // A refused connection is fast: the time of a probe that failed is no time to load a page.
  query: ({ by }) => max(and(probe_duration_seconds, eq(probe_success, 1)), { by }),
  thresholds: { from: { warning: 0.5, critical: 2 } },
  whenEmpty: 'no data',
});

export const probePhases = signal({
  id: 'probe-phases',
  name: 'Time to load the page, by phase',
  description:
    'What the time of a probe was spent on: finding the address, connecting, waiting for the answer (processing), and reading it. Processing is the service itself; connecting is the network or a full queue of connections.',
  unit: unit.seconds,
  labels: ['service', 'phase'],
  query: ({ by }) => max(probe_http_duration_seconds.where({ phase: not('tls') }), { by }),
  whenEmpty: 'no data',
  sample: {
    between: [0.001, 0.004],
    of: { phase: { processing: [0.12, 0.24], connect: [0.001, 0.003], resolve: [0.001, 0.003] } },
  },
});

export const pageStatus = signal({
  id: 'page-status',
  name: 'HTTP status of the pages',
  description:
    'The HTTP status with which the pages of vote and result answer a probe: 200 is well, 0 is no answer at all, 500 and more is a failure of the service.',
  unit: unit.count('code'),
  labels: ['service'],
  query: ({ by }) => max(probe_http_status_code, { by }),
  whenEmpty: 'no data',
  sample: { between: [200, 200] },
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
  query: {
    instrumented: ({ window }) => callsOf('rpush', window),
    stock: unavailable('without metrics of vote, accepted votes are counted as Redis takes them: it is one number'),
  },
  whenEmpty: 'no data',
  sample: { from: [votesAccepted], as: (accepted) => accepted },
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
  sample: { from: [votesAccepted], as: (accepted) => 0.75 * accepted },
});

export const votesChanged = signal({
  id: 'votes-changed',
  name: 'Changed votes',
  description: 'Votes per second of people who had voted before: the insert fails and the row is updated.',
  unit: unit.perSecond('votes'),
  query: ({ window }) => countedAs('votes', sum(rate(changedVotes, window))),
  whenEmpty: 'no data',
  sample: { from: [votesAccepted], as: (accepted) => 0.25 * accepted },
});

export const votesDone = signal({
  id: 'votes-done',
  name: 'Votes stored',
  description:
    'Votes per second that reached PostgreSQL, new and changed. While votes wait and this is 0, the pipeline stands still: read the logs of the worker.',
  unit: unit.perSecond('votes'),
  // A failed insert of a voter who votes again is counted as well, so inserts alone are all votes.
  query: ({ window }) =>
    or(
      countedAs('votes', sum(rate(storedVotes, window))),
      inUnit(unit.perSecond('votes'), zeroOfTables, { reason: 'nothing is stored in a table that is not there' }),
    ),
  whenEmpty: 'no data',
  sample: { from: [votesAccepted], as: (accepted) => accepted },
});

export const queueWait = signal({
  id: 'queue-wait',
  name: 'Time a vote waits',
  description:
    'How long a vote that arrives now will wait until the worker takes it: the votes waiting over what the workers take per second. Above the line, start another worker. Without a worker there is no such time: WorkerNotPolling speaks.',
  unit: unit.seconds,
  query: ({ window }) =>
    div(countedAs('votes', max(redis_key_size.where({ db: 'db0', key: 'votes' }))), gt(callsOf('lpop', window), 0)),
  thresholds: {
    from: { warning: 60, critical: 300 },
    reason: 'people expect their vote in the result within a minute',
  },
  whenEmpty: 'not applicable',
  emptyText: 'Not until a worker runs',
  sample: { from: [queueLength, workerPolls], as: (waiting, polls) => waiting / polls },
});

export const workerSaturation = signal({
  id: 'worker-saturation',
  name: 'Worker saturation',
  description:
    'Votes that arrive, as a share of what the workers can take. At 100 % the queue grows: start another worker before that.',
  unit: unit.ratio,
  query: ({ window }) => div(callsOf('rpush', window), gt(callsOf('lpop', window), 0)),
  thresholds: { from: { warning: 0.7, critical: 0.9 } },
  whenEmpty: 'not applicable',
  emptyText: 'Not until a worker runs',
  sample: { from: [votesAccepted, workerPolls], as: (accepted, polls) => accepted / polls },
});

/** The scrape interval of 15 s as a share of two minutes. */
const SCRAPE_OF_TWO_MINUTES = 0.125;

/** How many times both exporters are scraped in half an hour, one of them missed at most. */
const NEARLY_ALL_SCRAPES = 119;

export const votesLost = signal({
  id: 'votes-lost',
  name: 'Votes lost',
  description:
    'Votes that were accepted in the last half hour and neither wait nor were stored. A few are rounding; hundreds are votes that a restart of Redis or of the worker lost. Nothing is shown unless the exporters of Redis and PostgreSQL were both read all through that half hour.',
  unit: unit.count('votes'),
  labels: [],
  query: () => {
    const arrived = callsWithin('rpush', '30m');
    const waiting = countedAs('votes', sum(delta(redis_key_size.where({ db: 'db0', key: 'votes' }), '30m')));
    const stored = countedAs('votes', sum(increase(storedVotes, '30m')));
    // A Redis that is down is still told by its exporter; where the exporter itself was away, the sums do not compare.
    const bothKnown = and(
      gte(min(countOverTime(redis_up, '30m')), NEARLY_ALL_SCRAPES),
      gte(min(countOverTime(storedVotes, '30m')), NEARLY_ALL_SCRAPES),
    );
    return and(sub(sub(arrived, waiting), stored), bothKnown);
  },
  whenEmpty: 'not applicable',
  emptyText: 'Not known',
  sample: { between: [-18, 26] },
});

export const lossAllowance = signal({
  id: 'votes-lost-allowance',
  name: 'Tolerance',
  description:
    'How many votes may seem lost though none is: Redis and PostgreSQL are asked at different moments, up to a scrape interval apart. More than this is a loss.',
  unit: unit.count('votes'),
  query: () => {
    const share = mul(callsWithin('rpush', '30m'), 0.01);
    // Of the busiest moment: when voting ends, what the two were asked in between still stands in the window.
    const busiest = maxOverTime(callsWithin('rpush', '2m'), '30m', { step: '1m' });
    return clampMin(add(share, mul(busiest, SCRAPE_OF_TWO_MINUTES)), 5);
  },
  whenEmpty: 'no data',
  sample: { from: [votesAccepted], as: (accepted) => Math.max(5, 33 * accepted) },
});

export const resultPolls = signal({
  id: 'result-polls',
  name: 'Result polls',
  description:
    'How often per second result reads the votes: about once for each result that runs. It leaves for good at the first lost database connection; nothing restarts it: `docker compose up -d result`.',
  unit: unit.perSecond('scans'),
  query: ({ window }) =>
    or(
      sum(rate(pg_stat_user_tables_seq_scan.where({ relname: 'votes' }), window)),
      inUnit(unit.perSecond('scans'), zeroOfTables, { reason: 'nobody reads a table that is not there' }),
    ),
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
