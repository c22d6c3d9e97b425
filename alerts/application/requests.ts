/** Alerts on the requests to vote and result: how many fail, and how many are slow. */
import { alert, breaches, series, text } from 'plainsight';
import { and } from 'plainsight/promql';
import { log_http_requests_total } from '../../stack/metrics/alloy.ts';
import { http_request_duration_seconds, http_requests_total } from '../../stack/metrics/shared.ts';
import { composeProject } from '../../stack/services.ts';
import * as app from '../../stack/signals/application.ts';
import { votingApp } from '../../stack/targets.ts';

/** As vote counts its requests itself, and as its access log does. */
const answered = (method: 'GET' | 'POST', status: string, values: string) => [
  series(
    http_requests_total.of(votingApp),
    { group: 'production', service: 'vote', method, route: '/', status },
    values,
  ),
  series(
    log_http_requests_total,
    {
      service: 'vote',
      exported_service: 'vote',
      project: composeProject,
      container: `${composeProject}-vote-1`,
      stream: 'stdout',
      method,
      status,
    },
    values,
  ),
];

export const HighErrorRate = alert({
  when: and(breaches(app.voteErrors, 'critical'), breaches(app.failedVotes, 'warning')),
  for: '5m',
  severity: 'critical',
  service: 'vote',
  group: 'requests',
  summary: 'Many votes are refused.',
  description: (_l, v) => text`vote fails to take ${v} of the votes: people see an error.`,
  test: {
    fires: [
      {
        given: [...answered('POST', '200', '0+48x30'), ...answered('POST', '500', '0+12x30')],
        at: '20m',
        labels: {},
        says: 'vote fails to take 20% of the votes: people see an error.',
      },
      {
        // Every vote fails, twenty an hour; health check, probe and the voters' own GETs are answered.
        given: [
          ...answered('GET', '200', '0+9x70'),
          ...answered('POST', '500', '0x3 1x2 2x2 3x2 4x2 5x2 6x2 7x2 8x2 9x40'),
        ],
        at: '25m',
        labels: {},
        says: 'vote fails to take 100% of the votes: people see an error.',
      },
      {
        // Six votes an hour: in most five minutes there is none.
        given: [
          ...answered('POST', '200', '0 0x100'),
          ...answered('POST', '500', '0x9 1x9 2x9 3x9 4x9 5x9 6x9 7x9 8x9 9x9'),
        ],
        at: '75m',
        labels: {},
        says: 'vote fails to take 100% of the votes: people see an error.',
      },
    ],
    silent: [
      {
        reason: 'two failures among a few votes at night',
        given: [...answered('POST', '200', '0+1x5 5x5 6x40'), ...answered('POST', '500', '0x10 1x3 2x40')],
        at: '17m',
      },
      {
        reason: 'a request without a vote is refused, which is the visitor to blame',
        given: [...answered('POST', '200', '0+48x30'), ...answered('POST', '400', '0+12x30')],
        at: '20m',
      },
      {
        reason: 'pages that fail are no votes: ProbeFailed speaks',
        given: [...answered('POST', '200', '0+48x30'), ...answered('GET', '500', '0+48x30')],
        at: '20m',
      },
      {
        reason: 'an outage that is over: the votes of the last minutes were taken',
        given: [...answered('POST', '200', '0x20 0+12x30'), ...answered('POST', '500', '0+12x20 240x30')],
        at: '32m',
      },
      {
        reason: 'three of a hundred: the objective of accepted votes has alerts of its own',
        given: [...answered('POST', '200', '0+388x60'), ...answered('POST', '500', '0+12x60')],
        at: '1h',
      },
    ],
  },
});

/** Requests of one route: all of them, and those that were answered within half a second. */
function timed(service: 'vote' | 'result', route: string, all: string, fast: string) {
  const of = http_request_duration_seconds.of(votingApp);
  const labels = { group: 'production', service, method: 'GET', route, status: '200' };
  return [
    series(of, labels, all, { part: '_count' }),
    series(of, labels, fast, { part: '_bucket', le: '0.5' }),
    series(of, labels, all, { part: '_bucket', le: '+Inf' }),
  ];
}

export const HighLatency = alert({
  when: and(
    breaches(app.fastRequests, 'warning', { by: ['service'] }),
    breaches(app.slowRequests, 'warning', { by: ['service'] }),
  ),
  for: '10m',
  group: 'requests',
  summary: 'Many requests take more than half a second.',
  description: (l, v) => text`Only ${v} of the requests to ${l.service} are answered within half a second.`,
  test: {
    fires: {
      given: timed('vote', '/', '0+60x30', '0+54x30'),
      at: '20m',
      labels: { service: 'vote' },
      says: 'Only 90% of the requests to vote are answered within half a second.',
    },
    silent: [
      {
        reason: 'three slow requests at night, when there is one a minute',
        given: timed('vote', '/', '0+1x30', '0+1x4 4 5+1x2 7 8+1x2 10 11+1x14'),
        at: '16m',
      },
      {
        reason: 'long polls of socket.io are meant to take half a minute',
        given: [...timed('result', '/', '0+60x30', '0+60x30'), ...timed('result', '/socket.io/', '0+60x30', '0x30')],
        at: '20m',
      },
    ],
  },
});
