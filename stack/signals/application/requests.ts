/** The requests that people make of vote and result: how many, and how many fail. */

import { countedAs, div, type Expr, gte, increase, mul, or, rate, sum, type WindowLike } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { log_http_requests_total } from '../../metrics/alloy.ts';
import { http_requests_total } from '../../metrics/shared.ts';
import { signal } from '../../profiles.ts';
import { votingApp } from '../../targets.ts';

const httpRequests = http_requests_total.of(votingApp).where({ service: ['vote', 'result'] });

/** Votes that vote was asked to take: what people wait for, unlike health checks and probes, which are GETs. */
const votesCast = http_requests_total.of(votingApp).where({ service: 'vote', method: 'POST' });

/** Today's images count nothing themselves: Alloy counts in vote's access log. result writes none. */
const requestsInLog = log_http_requests_total.where({ service: 'vote' });

const votesInLog = requestsInLog.where({ method: 'POST' });

/** At ten requests an hour a single failure is 10 %: a share alone would page for it. */
export const TOO_FEW = { from: { warning: 5 }, reason: 'fewer than five requests an hour are no pattern' };

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
  sample: { between: [0, 1], of: { service: { vote: [4, 9] } } },
});

/** In pictures: what vote and result answer in an hour, each. */
export const ANSWERED_IN_AN_HOUR = 2.2 * 3600;

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
  sample: {
    between: [0, 0.02],
    of: { status: { 200: [1.9, 2.5], 500: { from: [failedRequests], as: (failed) => failed / 3600 } } },
  },
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
  sample: { from: [failedRequests], as: (failed) => failed / ANSWERED_IN_AN_HOUR },
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
  // As many as the requests to vote that fail, of 0.93 votes a second.
  sample: { between: [0.0012, 0.0027] },
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
