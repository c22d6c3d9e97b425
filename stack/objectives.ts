/**
 * What the voting app promises, over 30 days: votes are taken, pages are fast, and a vote counts soon. Each promise is
 * one definition, from which its recorded series, its error budget and its alerts follow.
 */
import { recorded, unavailable, value } from 'plainsight';
import {
  allObservations,
  atMost,
  countedAs,
  countOverTime,
  gt,
  increase,
  inUnit,
  max,
  mul,
  not,
  sum,
  sumOverTime,
} from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { log_http_requests_total } from './metrics/alloy.ts';
import { redis_key_size } from './metrics/redis.ts';
import { http_request_duration_seconds, http_requests_total } from './metrics/shared.ts';
import { NO_METRICS, objective, signal } from './profiles.ts';
import { workerPolls } from './signals/application.ts';
import { votingApp } from './targets.ts';

/**
 * Votes: health checks and probes only ever GET, and would hide that every vote fails. A vote that is refused with a 4xx
 * is its sender's mistake, and a flood of such must not hide failures either.
 */
const votes = http_requests_total
  .of(votingApp)
  .where({ service: 'vote', method: 'POST', route: '/', status: not(/4../) });

/** The same, counted in the lines of its access log; a vote is the only thing that is ever posted. */
const votesInLog = log_http_requests_total.where({ service: 'vote', method: 'POST', status: not(/4../) });

export const votesTaken = objective({
  id: 'vote-availability',
  name: 'Votes are taken',
  description:
    '99.5 % of the votes that people cast within 30 days are taken. Where fewer are, look at Redis first: vote answers 500 when it cannot queue a vote.',
  target: 0.995,
  unit: unit.count('requests'),
  labels: ['service'],
  events: {
    instrumented: {
      total: ({ window, by }) => sum(increase(votes, window), { by }),
      errors: ({ window, by }) => sum(increase(votes.where({ status: /5../ }), window), { by }),
    },
    stock: {
      total: ({ window, by }) => sum(increase(votesInLog, window), { by }),
      errors: ({ window, by }) => sum(increase(votesInLog.where({ status: /5../ }), window), { by }),
    },
  },
  group: 'vote-availability',
  sample: { labels: { service: ['vote'] } },
});

/** Without the long polls of socket.io, which are meant to take long, and what only machines ask for. */
const timed = http_request_duration_seconds
  .of(votingApp)
  .where({ service: ['vote', 'result'], route: not(/\/socket\.io.*|\/metrics|\/healthz/) });

export const pagesFast = objective({
  id: 'latency',
  name: 'Pages are fast',
  description:
    '99 % of the requests to vote and to result within 30 days are answered in less than half a second. Where fewer are, open the latency percentiles.',
  target: 0.99,
  unit: unit.count('observations'),
  labels: ['service'],
  events: {
    instrumented: {
      total: ({ window, by }) => sum(increase(allObservations(timed), window), { by }),
      good: ({ window, by }) => sum(increase(atMost(timed, 0.5), window), { by }),
    },
    stock: unavailable(NO_METRICS),
  },
  group: 'latency',
  sample: { labels: { service: ['vote', 'result'] } },
});

/** How long a vote may wait before it is late. */
const LATE_SECONDS = 30;

export const votesLate = signal({
  id: 'votes-late',
  name: 'Votes are late',
  description: `1 while more votes wait than the workers take within ${LATE_SECONDS} s, else 0: a vote that is cast then counts late. Start a worker, or a second one.`,
  unit: unit.ratio,
  query: () => {
    const waiting = countedAs('votes', max(redis_key_size.where({ db: 'db0', key: 'votes' })));
    const soonTaken = inUnit(unit.count('votes'), mul(value(workerPolls, { over: '2m' }), LATE_SECONDS), {
      reason: 'votes per second times seconds',
    });
    return gt(waiting, soonTaken, { bool: true });
  },
  recorded: { as: 'app:votes_late:bool', group: 'vote-freshness', every: '1m' },
  whenEmpty: 'no data',
  sample: { between: [0, 0] },
});

export const votesFresh = objective({
  id: 'vote-freshness',
  name: 'Votes in time',
  description:
    'In 99 % of the minutes of 30 days, a vote waits less than 30 s until a worker takes it. Where there are fewer such minutes, look at the worker, and at PostgreSQL when the worker is slow.',
  target: 0.99,
  unit: unit.count('samples'),
  events: {
    total: ({ window }) => countOverTime(recorded(votesLate), window),
    errors: ({ window }) =>
      inUnit(unit.count('samples'), sumOverTime(recorded(votesLate), window), {
        reason: 'each sample is 1 where votes were late',
      }),
  },
  group: 'vote-freshness',
});
