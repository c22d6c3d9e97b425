/** Alerts on the requests to vote and result: how many fail, and how many are slow. */
import { alert, breaches, series, text } from 'plainsight';
import { and } from 'plainsight/promql';
import { http_request_duration_seconds, http_requests_total } from '../../stack/metrics/shared.ts';
import * as app from '../../stack/signals/application.ts';
import { votingApp } from '../../stack/targets.ts';

const answered = (status: string, values: string) =>
  series(
    http_requests_total.of(votingApp),
    { group: 'production', service: 'vote', method: 'POST', route: '/', status },
    values,
  );

export const HighErrorRate = alert({
  when: and(
    breaches(app.requestErrors, 'critical', { by: ['service'] }),
    breaches(app.failedRequests, 'warning', { by: ['service'] }),
  ),
  for: '5m',
  severity: 'critical',
  group: 'requests',
  summary: 'Many requests fail.',
  description: (l, v) => text`${l.service} fails to answer ${v} of its requests.`,
  test: {
    fires: {
      given: [answered('200', '0+48x30'), answered('500', '0+12x30')],
      at: '20m',
      labels: { service: 'vote' },
      says: 'vote fails to answer 20% of its requests.',
    },
    silent: [
      {
        reason: 'two failures among a few requests at night',
        given: [answered('200', '0+1x5 5x5 6x40'), answered('500', '0x10 1x3 2x40')],
        at: '17m',
      },
      {
        reason: 'a request without a vote is refused, which is the visitor to blame',
        given: [answered('200', '0+48x30'), answered('400', '0+12x30')],
        at: '20m',
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
