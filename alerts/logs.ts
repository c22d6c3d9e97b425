/** Alerts on log lines, which Loki evaluates: too many errors, and none at all. */
import { alert, breaches, lines, text } from 'plainsight';
import { logs } from '../stack/logs.ts';
import { composeProject } from '../stack/services.ts';
import * as signals from '../stack/signals/logs.ts';

const written = (service: 'vote' | 'db', level: 'error' | 'info', given: Parameters<typeof lines>[2]) =>
  lines(
    logs,
    { service, container: `${composeProject}-${service}-1`, stream: service === 'vote' ? 'stdout' : 'stderr', level },
    given,
  );

const FULL = '2026-11-27 12:05:00.500 UTC [70] FATAL:  sorry, too many clients already';
const DUPLICATE =
  '2026-11-27 12:00:00.123 UTC [65] ERROR:  duplicate key value violates unique constraint "votes_id_key"';
const PROBE = '172.18.0.3 - - [27/Nov/2026:12:00:05 +0000] "GET / HTTP/1.1" 200 1505 "-" "Blackbox-Exporter/0.28.0"';

export const LogErrorRate = alert({
  when: breaches(signals.logErrors, 'warning', { by: ['service'], over: '5m' }),
  for: '5m',
  group: 'logs',
  summary: 'A service writes many errors.',
  description: (l, v) => text`${l.service} writes ${v} errors a second: its lines say which.`,
  test: {
    fires: {
      given: [written('db', 'error', [{ every: '4s', text: FULL }])],
      at: '20m',
      labels: { service: 'db' },
      says: 'db writes 0.25 errors a second: its lines say which.',
    },
    silent: [
      {
        reason: 'people who vote again: each is an ERROR of PostgreSQL that Alloy knows to be none',
        given: [written('db', 'info', [{ every: '1s', text: DUPLICATE }])],
        at: '20m',
      },
      {
        reason: 'one burst within a minute, which is over',
        given: [written('db', 'error', [{ every: '1s', from: '5m', until: '6m', text: FULL }])],
        at: '14m',
      },
    ],
  },
});

export const LogsSilent = alert({
  when: breaches(signals.silence, 'warning', { by: ['service'] }),
  for: '1m',
  group: 'logs',
  summary: 'No log line of a service arrives.',
  description: (l) => text`${l.service} has written no line for a quarter of an hour, or its lines do not arrive.`,
  test: {
    fires: {
      given: [written('vote', 'info', [{ every: '15s', until: '10m', text: PROBE }])],
      at: '30m',
      labels: { service: 'vote' },
      says: 'vote has written no line for a quarter of an hour, or its lines do not arrive.',
    },
    silent: [
      {
        reason: 'a night without votes: the probe is a line every 15 seconds',
        given: [written('vote', 'info', [{ every: '15s', text: PROBE }])],
        at: '30m',
      },
      {
        reason: 'a break of ten minutes, as a deployment may make',
        given: [
          written('vote', 'info', [
            { every: '15s', until: '10m', text: PROBE },
            { every: '15s', from: '20m', text: PROBE },
          ]),
        ],
        at: '21m',
      },
    ],
  },
});
