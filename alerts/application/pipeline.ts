/** Alerts on the way of a vote out of Redis, through the worker into PostgreSQL, and from there to result. */
import { alert, breaches, recorded, series, text, value } from 'plainsight';
import { and, eq, gt, minOverTime, rate, sum, unless } from 'plainsight/promql';
import {
  pg_scrape_collector_success,
  pg_stat_user_tables_n_tup_ins,
  pg_stat_user_tables_seq_scan,
  pg_up,
} from '../../stack/metrics/postgres.ts';
import { redis_commands_total, redis_key_size, redis_up } from '../../stack/metrics/redis.ts';
import * as app from '../../stack/signals/application.ts';

const table = { datname: 'postgres', relname: 'votes', schemaname: 'public', service: 'db' } as const;
const waiting = (values: string) => series(redis_key_size, { db: 'db0', key: 'votes', service: 'redis' }, values);
const answers = (values: string) => series(redis_up, { service: 'redis' }, values);
const pushed = (values: string) => series(redis_commands_total, { service: 'redis', cmd: 'rpush' }, values);
const polled = (values: string) => series(redis_commands_total, { service: 'redis', cmd: 'lpop' }, values);
const stored = (values: string) => series(pg_stat_user_tables_n_tup_ins, table, values);
const postgresAnswers = (values: string) => series(pg_up, { service: 'db' }, values);
const tablesRead = (values: string) =>
  series(pg_scrape_collector_success, { service: 'db', collector: 'stat_user_tables' }, values);
const counted = (values: string) => series(pg_stat_user_tables_seq_scan, table, values);

export const VotePipelineStalled = alert({
  when: and(gt(minOverTime(recorded(app.queueLength), '2m'), 0), eq(value(app.votesDone, { over: '2m' }), 0), {
    on: [],
  }),
  // No sooner than WorkerNotPolling, which names the cause and mutes this one.
  for: '2m',
  severity: 'critical',
  service: 'worker',
  summary: 'Votes wait, and none is stored.',
  description: (_l, v) => text`At least ${v} votes wait, and for two minutes none has reached PostgreSQL.`,
  test: {
    fires: [
      {
        // Four minutes after the last vote was stored: over five minutes its rate would not be 0 for long enough yet.
        given: [waiting('0x10 50+300x10'), stored('0+300x10 3000x10')],
        at: '14m',
        labels: { job: 'redis' },
        says: 'At least 650 votes wait, and for two minutes none has reached PostgreSQL.',
      },
      {
        // The table is gone: its series are absent, not 0.
        given: [waiting('0x10 50+300x10'), stored('0+300x10 stale'), postgresAnswers('1x20'), tablesRead('1x20')],
        at: '14m',
        labels: { job: 'redis' },
        says: 'At least 650 votes wait, and for two minutes none has reached PostgreSQL.',
      },
    ],
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
        given: [waiting('0x10 50+300x10'), stored('0+300x10 stale'), postgresAnswers('1x10 0x10')],
        at: '14m',
      },
      {
        reason: 'while the statistics of tables cannot be read nobody knows, and PostgresStatsMissing speaks',
        given: [waiting('0x10 50+300x10'), stored('0+300x10 stale'), postgresAnswers('1x20'), tablesRead('1x10 0x10')],
        at: '14m',
      },
    ],
  },
});

/** Counted every 15 s: how many votes were cast by the second `at`, as PostgreSQL is asked `late` seconds after Redis. */
function counter(castBy: (at: number) => number, late: number): string {
  return Array.from({ length: 240 }, (_, step) => Math.round(castBy(Math.max(0, step * 15 - late)))).join(' ');
}

/** From no votes to 9 a second within half an hour. */
const ramp = (at: number): number => (at < 1800 ? (9 * at * at) / 3600 : 9 * at - 8100);
/** Four votes a second for half an hour, then none. */
const ending = (at: number): number => 4 * Math.min(at, 1800);

export const VoteLoss = alert({
  when: gt(value(app.votesLost), value(app.lossAllowance)),
  for: '10m',
  severity: 'warning',
  service: 'worker',
  group: 'vote-loss',
  summary: 'Votes were accepted and are gone.',
  description: (_l, v) => text`${v} votes of the last half hour neither wait nor were stored.`,
  test: {
    fires: [
      {
        given: [answers('1x280'), pushed('0+75x280'), waiting('0x280'), stored('0+60x280')],
        every: '15s',
        at: '1h',
        labels: {},
        says: '1.8k votes of the last half hour neither wait nor were stored.',
      },
      {
        // Five hundred votes waited when Redis was restarted, and it had not saved them; nobody has voted since.
        given: [
          answers('1x160 0x4 1x80'),
          pushed('0+5x100 500x60 stale'),
          waiting('0+5x100 500x60 _x4 0x80'),
          stored('7000x280'),
        ],
        every: '15s',
        at: '55m',
        labels: {},
        says: '504.2 votes of the last half hour neither wait nor were stored.',
      },
    ],
    silent: [
      {
        reason: 'on a ramp of 0 to 9 votes a second, PostgreSQL is asked a moment later than Redis',
        given: [answers('1x240'), pushed(counter(ramp, 0)), waiting('0x240'), stored(counter(ramp, 15))],
        every: '15s',
        at: '45m',
      },
      {
        reason: 'when voting ends, what PostgreSQL was asked a moment later still stands in the window',
        given: [answers('1x240'), pushed(counter(ending, 15)), waiting('0x240'), stored(counter(ending, 0))],
        every: '15s',
        at: '50m',
      },
      {
        reason: 'votes that wait are not lost',
        given: [answers('1x280'), pushed('0+180x280'), waiting('0+30x280'), stored('0+150x280')],
        every: '15s',
        at: '1h',
      },
      {
        reason: 'the exporter of PostgreSQL is away for twenty minutes, and what was stored in that time is not known',
        given: [answers('1x480'), pushed('0+60x480'), waiting('0x480'), stored('0+60x240 _x80 19260+60x160')],
        every: '15s',
        at: '79m',
      },
      {
        reason: 'the exporter of PostgreSQL is started 75 seconds after that of Redis',
        given: [answers('1x240'), pushed('100000+60x240'), waiting('0x240'), stored('_x5 90300+60x235')],
        every: '15s',
        at: '25m',
      },
    ],
  },
});

export const WorkerNotPolling = alert({
  // A worker that waits for a slow PostgreSQL polls as rarely, but it stores votes.
  when: unless(
    breaches(app.workerPolls, 'critical', { over: '2m' }),
    gt(sum(rate(pg_stat_user_tables_n_tup_ins.where({ relname: 'votes' }), '2m')), 0),
  ),
  // No sooner than ContainerAbsent, which mutes it: a worker that is gone polls no more either.
  for: '2m',
  // The vote that ends VotePipelineStalled is counted after the poll that took it; no longer than ContainerAbsent.
  keepFiringFor: '1m',
  service: 'worker',
  group: 'vote-pipeline',
  summary: 'No worker takes votes out of Redis.',
  description: (_l, v) =>
    text`Redis is asked for a vote ${v} times a second, and none is stored; one worker asks about ten times.`,
  test: {
    fires: [
      {
        given: [answers('1x20'), polled('0+600x10 6000x10')],
        at: '20m',
        labels: {},
        says: 'Redis is asked for a vote 0 times a second, and none is stored; one worker asks about ten times.',
      },
      {
        // A restarted Redis has forgotten the command that nobody uses any more: its series is absent, not 0.
        given: [answers('1x10 0 1x10'), polled('0+600x10 stale')],
        at: '20m',
        labels: {},
        says: 'Redis is asked for a vote 0 times a second, and none is stored; one worker asks about ten times.',
      },
      {
        // It runs, but PostgreSQL blocks each of its statements for seconds.
        given: [answers('1x20'), polled('0+600x5 3000+20x15'), stored('0+100x5 500x15')],
        at: '20m',
        labels: {},
        says: 'Redis is asked for a vote 0.33 times a second, and none is stored; one worker asks about ten times.',
      },
      {
        // The first vote is taken again; that it is stored will be seen at the next scrape.
        given: [answers('1x25'), polled('0+600x10 6000x9 6600+600x5')],
        at: '21m',
        labels: {},
        says: 'Redis is asked for a vote 0 times a second, and none is stored; one worker asks about ten times.',
      },
    ],
    silent: [
      { reason: 'an idle worker polls an empty queue', given: [answers('1x20'), polled('0+600x20')], at: '20m' },
      { reason: 'while Redis is down nobody knows, and RedisDown speaks', given: [answers('0x20')], at: '20m' },
      {
        reason: 'a slow PostgreSQL: the worker stores a vote in a second and more, and asks for the next one',
        given: [answers('1x20'), polled('0+48x20'), stored('0+48x20')],
        at: '20m',
      },
    ],
  },
});

export const ResultNotPolling = alert({
  // Over a longer time, a result that was started again would count as one that does not read for minutes.
  when: breaches(app.resultPolls, 'critical', { over: '2m' }),
  for: '5m',
  service: 'result',
  group: 'vote-pipeline',
  summary: 'The result stands still.',
  description: (_l, v) => text`result reads the votes ${v} times a second; one that runs reads them once.`,
  test: {
    fires: [
      {
        given: [counted('0+60x5 300x15')],
        at: '20m',
        labels: {},
        says: 'result reads the votes 0 times a second; one that runs reads them once.',
      },
      {
        // The table is gone: its series are absent, not 0.
        given: [counted('0+60x5 stale'), postgresAnswers('1x20'), tablesRead('1x20')],
        at: '20m',
        labels: {},
        says: 'result reads the votes 0 times a second; one that runs reads them once.',
      },
    ],
    silent: [
      { reason: 'a result that nobody looks at reads the votes as well', given: [counted('0+60x20')], at: '20m' },
      {
        reason: 'while PostgreSQL is down nobody knows, and PostgresDown speaks',
        given: [counted('0+60x5 stale'), postgresAnswers('1x5 0x15')],
        at: '20m',
      },
      {
        reason: 'while the statistics of tables cannot be read nobody knows, and PostgresStatsMissing speaks',
        given: [counted('0+60x5 stale'), postgresAnswers('1x20'), tablesRead('1x5 0x15')],
        at: '20m',
      },
    ],
  },
});
