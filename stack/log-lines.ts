/**
 * Lines as the services of the voting app write them, as they reach Loki: voters are masked, and each has its level. A
 * test holds the levels to Alloy's configuration.
 */
import type { DurationText } from 'plainsight/units';
import { composeProject, type services } from './services.ts';

type Written = readonly [
  service: keyof typeof services,
  stream: 'stdout' | 'stderr',
  level: 'info' | 'warning' | 'error',
  every: DurationText,
  text: string | ((at: Date) => string),
];

const two = (number: number): string => String(number).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** By second: many lines are written in the same one. */
const days = new Map<number, string>();

/** `2026-11-27 12:00:00`, its end, and the same with milliseconds. */
function day(at: Date): string {
  const second = Math.floor(at.getTime() / 1000);
  const text = days.get(second) ?? at.toISOString().slice(0, 19).replace('T', ' ');
  days.set(second, text);
  return text;
}
const clock = (at: Date): string => day(at).slice(11);
const precise = (at: Date, mark: ',' | '.'): string =>
  `${day(at)}${mark}${String(at.getUTCMilliseconds()).padStart(3, '0')}`;
const month = (at: Date): string => MONTHS[at.getUTCMonth()] ?? '';

/** A request in gunicorn's access log. */
function request(line: string, status: number, bytes: number, agent: string): Written[4] {
  const date = (at: Date): string => `${two(at.getUTCDate())}/${month(at)}/${at.getUTCFullYear()}:${clock(at)} +0000`;
  return (at) =>
    `172.18.0.${2 + (at.getUTCSeconds() % 5)} - - [${date(at)}] "${line}" ${status} ${bytes} "-" "${agent}"`;
}

/** Under gunicorn a vote makes two lines. */
function received(option: string, every: DurationText): readonly Written[] {
  return [
    ['vote', 'stderr', 'info', every, (at) => `[${precise(at, ',')}] INFO in app: Received vote for ${option}`],
    ['vote', 'stderr', 'info', every, (at) => `[${day(at)} +0000] [9] [INFO] Received vote for ${option}`],
    ['worker', 'stdout', 'info', every, `Processing vote for '${option}' by '(masked)'`],
  ];
}

const fromRedis = (at: Date, says: string): string =>
  `1:M ${two(at.getUTCDate())} ${month(at)} ${at.getUTCFullYear()} ${precise(at, '.').slice(11)} ${says}`;
const fromPostgres = (at: Date, says: string): string => `${precise(at, '.')} UTC [65] ${says}`;

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64)';

const WRITTEN: readonly Written[] = [
  ['vote', 'stdout', 'info', '1s', request('GET / HTTP/1.1', 200, 1505, BROWSER)],
  ['vote', 'stdout', 'info', '960ms', request('POST / HTTP/1.1', 200, 1512, BROWSER)],
  ['vote', 'stdout', 'info', '15s', request('GET / HTTP/1.1', 200, 1505, 'Blackbox-Exporter/0.28.0')],
  ['vote', 'stdout', 'info', '90s', request('GET /favicon.ico HTTP/1.1', 404, 207, BROWSER)],
  ['vote', 'stdout', 'error', '11m', request('POST / HTTP/1.1', 500, 265, BROWSER)],
  ['vote', 'stderr', 'error', '11m', (at) => `[${precise(at, ',')}] ERROR in app: Exception on / [POST]`],
  ['vote', 'stderr', 'error', '11m', 'Traceback (most recent call last):'],
  [
    'vote',
    'stderr',
    'error',
    '11m',
    'redis.exceptions.ConnectionError: Error 111 connecting to redis:6379. Connection refused.',
  ],
  ...received('a', '1600ms'),
  ...received('b', '2400ms'),
  ['worker', 'stdout', 'warning', '23m', 'Reconnecting Redis'],
  ['worker', 'stderr', 'warning', '14m', 'Waiting for db'],
  ['result', 'stdout', 'warning', '25m', 'Waiting for db'],
  ['result', 'stdout', 'info', '25m', 'Connected to db'],
  [
    'db',
    'stderr',
    'info',
    '4s',
    (at) => fromPostgres(at, 'ERROR:  duplicate key value violates unique constraint "votes_id_key"'),
  ],
  ['db', 'stderr', 'info', '4s', (at) => fromPostgres(at, 'DETAIL:  Key (id)=(masked) already exists.')],
  ['db', 'stderr', 'info', '4s', (at) => fromPostgres(at, 'STATEMENT:  INSERT INTO votes (id, vote) VALUES ($1, $2)')],
  ['db', 'stderr', 'error', '21m', (at) => fromPostgres(at, 'FATAL:  sorry, too many clients already')],
  ['redis', 'stdout', 'info', '60s', (at) => fromRedis(at, '* 100 changes in 300 seconds. Saving...')],
  ['redis', 'stdout', 'info', '60s', (at) => fromRedis(at, '* Background saving terminated with success')],
];

/** What the services write in a healthy hour with a few mishaps. */
export const logLines = WRITTEN.map(([service, stream, level, every, text]) => ({
  labels: { service, container: `${composeProject}-${service}-1`, stream, level },
  every,
  text,
}));
