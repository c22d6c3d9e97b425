/** Alerts on the way of a vote out of Redis, through the worker into PostgreSQL, and from there to result. */
import { alert, breaches, recorded, series, text, value } from 'plainsight';
import { and, eq, gt, minOverTime } from 'plainsight/promql';
import { pg_stat_user_tables_n_tup_ins, pg_stat_user_tables_seq_scan } from '../../stack/metrics/postgres.ts';
import { redis_commands_total, redis_key_size, redis_up } from '../../stack/metrics/redis.ts';
import * as app from '../../stack/signals/application.ts';

const table = { datname: 'postgres', relname: 'votes', schemaname: 'public', service: 'db' } as const;
const waiting = (values: string) => series(redis_key_size, { db: 'db0', key: 'votes', service: 'redis' }, values);
const answers = (values: string) => series(redis_up, { service: 'redis' }, values);
const pushed = (values: string) => series(redis_commands_total, { service: 'redis', cmd: 'rpush' }, values);
const polled = (values: string) => series(redis_commands_total, { service: 'redis', cmd: 'lpop' }, values);
const stored = (values: string) => series(pg_stat_user_tables_n_tup_ins, table, values);
const counted = (values: string) => series(pg_stat_user_tables_seq_scan, table, values);

export const VotePipelineStalled = alert({
  when: and(gt(minOverTime(recorded(app.queueLength), '2m'), 0), eq(value(app.votesDone, { over: '2m' }), 0), {
    on: [],
  }),
  for: '1m',
  severity: 'critical',
  service: 'worker',
  panel: app.votesDone,
  summary: 'Votes wait, and none is stored.',
  description: (_l, v) => text`At least ${v} votes wait, and for two minutes none has reached PostgreSQL.`,
  test: {
    fires: {
      // Four minutes after the last vote was stored: over five minutes its rate would not be 0 for long enough yet.
      given: [waiting('0x10 50+300x10'), stored('0+300x10 3000x10')],
      at: '14m',
      labels: { job: 'redis' },
      says: 'At least 350 votes wait, and for two minutes none has reached PostgreSQL.',
    },
    silent: [
      { reason: 'at night nobody votes', given: [waiting('0x20'), stored('3000x20')], at: '14m' },
      {
        reason: 'a long queue that is worked off one vote a minute',
        given: [waiting('500-1x20'), stored('3000+1x20')],
        at: '14m',
      },
      {
        reason: 'votes that come one at a time wait now and then, but not throughout',
        given: [waiting('0 1 0 2 0 1 0 1 0 3 0 1 0 1 0'), stored('3000x20')],
        at: '14m',
      },
      {
        reason: 'while PostgreSQL is down nobody knows, and PostgresDown speaks',
        given: [waiting('0x10 50+300x10'), stored('0+300x10 stale')],
        at: '14m',
      },
    ],
  },
});

/** From no votes to 9 a second within half an hour, counted every 15 s; PostgreSQL is asked a scrape later than Redis. */
function ramp(late: number): string {
  const atSecond = (t: number): number => Math.round(t < 1800 ? (9 * t * t) / 3600 : 9 * t - 8100);
  return Array.from({ length: 180 }, (_, step) => atSecond(Math.max(0, step * 15 - late))).join(' ');
}

export const VoteLoss = alert({
  when: gt(value(app.votesLost), value(app.lossAllowance)),
  for: '10m',
  severity: 'warning',
  service: 'worker',
  summary: 'Votes were accepted and are gone.',
  description: (_l, v) => text`${v} votes of the last half hour neither wait nor were stored.`,
  test: {
    fires: {
      given: [pushed('0+300x70'), waiting('0x70'), stored('0+240x70')],
      at: '1h',
      labels: {},
      says: '1.8k votes of the last half hour neither wait nor were stored.',
    },
    silent: [
      {
        reason: 'on a ramp of 0 to 9 votes a second, PostgreSQL is asked a moment later than Redis',
        given: [pushed(ramp(0)), waiting('0x180'), stored(ramp(15))],
        every: '15s',
        at: '40m',
      },
      {
        reason: 'votes that wait are not lost',
        given: [pushed('0+720x70'), waiting('0+120x70'), stored('0+600x70')],
        at: '1h',
      },
    ],
  },
});

export const WorkerNotPolling = alert({
  when: breaches(app.workerPolls, 'critical', { over: '2m' }),
  for: '2m',
  service: 'worker',
  group: 'vote-pipeline',
  summary: 'No worker takes votes out of Redis.',
  description: (_l, v) =>
    text`The workers ask Redis for a vote ${v} times a second; one that runs asks about ten times.`,
  test: {
    fires: [
      {
        given: [answers('1x20'), polled('0+600x10 6000x10')],
        at: '20m',
        labels: {},
        says: 'The workers ask Redis for a vote 0 times a second; one that runs asks about ten times.',
      },
      {
        // A restarted Redis has forgotten the command that nobody uses any more: its series is absent, not 0.
        given: [answers('1x10 0 1x10'), polled('0+600x10 stale')],
        at: '20m',
        labels: {},
        says: 'The workers ask Redis for a vote 0 times a second; one that runs asks about ten times.',
      },
    ],
    silent: [
      { reason: 'an idle worker polls an empty queue', given: [answers('1x20'), polled('0+600x20')], at: '20m' },
      { reason: 'while Redis is down nobody knows, and RedisDown speaks', given: [answers('0x20')], at: '20m' },
    ],
  },
});

export const ResultNotPolling = alert({
  when: breaches(app.resultPolls, 'critical'),
  for: '5m',
  service: 'result',
  group: 'vote-pipeline',
  summary: 'The result stands still.',
  description: (_l, v) => text`result reads the votes ${v} times a second; one that runs reads them once.`,
  test: {
    fires: {
      given: [counted('0+60x5 300x15')],
      at: '20m',
      labels: {},
      says: 'result reads the votes 0 times a second; one that runs reads them once.',
    },
    silent: [
      { reason: 'a result that nobody looks at reads the votes as well', given: [counted('0+60x20')], at: '20m' },
      {
        reason: 'while PostgreSQL is down nobody knows, and PostgresDown speaks',
        given: [counted('0+60x5 stale')],
        at: '20m',
      },
    ],
  },
});
