/**
 * The voting app's logs: how they are read, what is masked, and what is counted in them where the services have no
 * metrics of their own.
 */
import type { LogCollection, LogStore } from 'plainsight';
import { request } from '../logs.ts';
import { composeProject } from '../services.ts';
import { site } from '../site.ts';

export const logStore: LogStore = {
  retention: '14d',
  // 60 GB of text over 14 days are 50 kB/s: some 400 lines a second, around the clock. Loki packs text to a fifth or less.
  gigabytes: 60,
  burstMegabytes: 8,
  port: 3100,
  alertmanager: site.alertmanager,
  evaluationInterval: '1m',
};

/** What gunicorn is told by the merged form, in its own variable: its usual line, and how long the request took. */
export const accessLogFormat = `--access-logformat '%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s" %(D)sus'`;

const levels: LogCollection['levels'] = [
  // Redis marks warnings by a sign; Python and gunicorn write the word. Only where they stand: a vote is any text.
  {
    level: 'warning',
    expression: String.raw`^[0-9]+:[A-Z] [^#*]* # |^\[[^\]]*\] (?:\[[0-9]+\] \[WARNING\]|WARNING in )|^[^\[]*\[[0-9]+\] WARNING: |^Reconnecting |^Waiting for `,
  },
  {
    level: 'error',
    expression: String.raw`^\[[^\]]*\] (?:\[[0-9]+\] \[(?:ERROR|CRITICAL)\]|(?:ERROR|CRITICAL) in )|^[^\[]*\[[0-9]+\] (?:ERROR|FATAL|PANIC): |^Traceback |^Unhandled exception|^[A-Za-z.]*(?:Error|Exception): |^\S+ \S+ \S+ \[[^\]]+\] "(?:[^"\\]|\\.)*" 5[0-9][0-9] `,
  },
  // The worker inserts first and updates when that is refused: whoever votes again makes this line.
  { level: 'info', expression: String.raw`^[^\[]*\[[0-9]+\] ERROR:  duplicate key value violates unique constraint` },
];

const masks: LogCollection['masks'] = [
  {
    expression: `by '([^']+)'`,
    replacement: '(masked)',
    reason: 'Who voted what: the worker writes the voter with every vote.',
  },
  {
    expression: String.raw`Key \(id\)=\(([^)]*)\)`,
    replacement: 'masked',
    reason: 'PostgreSQL names the voter who votes again.',
  },
];

/** How logs are read; what is measured in them differs by profile. */
function collection(measured: LogCollection['measured']): LogCollection {
  return {
    docker: 'tcp://docker-proxy:2375',
    push: 'http://loki:3100/loki/api/v1/push',
    project: composeProject,
    refresh: '15s',
    masks,
    level: 'info',
    levels,
    measured,
    // A weekend without a request must not set the counters back: their first lines would be lost to rate().
    idle: '7d',
  };
}

/** For services that count their requests themselves. */
export const plainLogs = collection([]);

/** For today's images: vote's requests by status, out of its access log. */
export const countedLogs = collection([
  {
    service: 'vote',
    expression: request,
    labels: ['status', 'method'],
    metrics: [
      { kind: 'counter', name: 'log_http_requests_total', help: 'Requests, counted in the lines of an access log.' },
      {
        kind: 'histogram',
        name: 'log_http_request_duration_seconds',
        help: 'Duration of requests, read in the lines of an access log that has it.',
        of: 'duration',
        bounds: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      },
    ],
  },
]);
