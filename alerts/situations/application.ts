/** Situations on the way of a vote. */
import {
  changed,
  of,
  polls,
  postgresUp,
  pushes,
  queue,
  redisUp,
  rolledBack,
  type Situation,
  scanned,
  stored,
} from './situation.ts';

const answered = (method: 'GET' | 'POST', status: string) =>
  of('vote', 'http_requests_total', { method, route: '/', status });

/** A worker at rest: Redis answers, is asked 9.3 times a second, and nobody waits. */
const calm = { [redisUp]: '1x480', [polls]: '0+140x480', [queue]: '0x480' };

export const application: readonly Situation[] = [
  {
    says: 'no vote is lost; the exporter of PostgreSQL is away from 60m to 80m',
    every: '15s',
    given: { ...calm, [pushes]: '0+60x480', [stored]: '0+60x240 _x80 19260+60x160' },
    firing: [
      ['75m', 'VoteLoss', 0],
      ['79m', 'VoteLoss', 0],
      ['83m', 'VoteLoss', 0],
      ['115m', 'VoteLoss', 0],
    ],
  },
  {
    says: 'no vote is lost; the exporter of Redis is away from 60m to 80m',
    every: '15s',
    given: {
      [redisUp]: '1x240 _x80 1x160',
      [polls]: '0+140x240 _x80 44940+140x160',
      [queue]: '0x240 _x80 0x160',
      [pushes]: '0+60x240 _x80 19260+60x160',
      [stored]: '0+60x480',
    },
    firing: [
      ['75m', 'VoteLoss', 0],
      ['85m', 'VoteLoss', 0],
      ['115m', 'VoteLoss', 0],
    ],
  },
  {
    says: 'monitoring is started on a running app, the exporter of PostgreSQL 75 s after that of Redis',
    every: '15s',
    given: { ...calm, [pushes]: '100000+60x240', [stored]: '_x5 90300+60x235' },
    firing: [
      ['14m', 'VoteLoss', 0],
      ['25m', 'VoteLoss', 0],
      ['40m', 'VoteLoss', 0],
    ],
  },
  {
    says: 'a worker that loses one vote of five for hours',
    every: '15s',
    given: { ...calm, [pushes]: '0+60x480', [stored]: '0+48x480' },
    firing: [
      ['30m', 'VoteLoss', 0],
      ['50m', 'VoteLoss', 1],
    ],
  },
  {
    says: 'the worker works, and PostgreSQL is so slow that 0.8 votes a second are stored',
    every: '15s',
    given: {
      [redisUp]: '1x160',
      [polls]: '0+140x60 8400+12x100',
      [pushes]: '0+12x160',
      [queue]: '0x60 100x100',
      [stored]: '0+12x160',
    },
    firing: [
      ['30m', 'WorkerNotPolling', 0],
      ['30m', 'VoteQueueWaitHigh', 1],
    ],
  },
  {
    says: 'the worker is gone: votes pile up, and nobody can say how long they will wait',
    every: '15s',
    given: {
      [redisUp]: '1x200',
      [polls]: '0+140x60 8400x140',
      [pushes]: '0+30x200',
      [queue]: '0x60 0+30x140',
      [stored]: '0+30x60 1800x140',
    },
    firing: [
      ['20m', 'WorkerNotPolling', 1],
      ['40m', 'WorkerNotPolling', 1],
      ['40m', 'VoteQueueWaitHigh', 0],
      ['40m', 'VotePipelineStalled', 1],
      ['40m', 'VoteQueueGrowing', 1],
    ],
  },
  {
    says: 'a night without votes: the worker polls, the result counts, nothing is stored',
    every: '15s',
    given: { ...calm, [pushes]: '500x480', [stored]: '500x480', [scanned]: '0+15x480', [postgresUp]: '1x480' },
    firing: [['45m', '', 0]],
  },
  {
    says: 'the table votes is gone: the worker stores nothing',
    every: '15s',
    given: {
      [redisUp]: '1x200',
      [polls]: '0+140x40 5600x160',
      [pushes]: '0+15x200',
      [queue]: '0x40 0+15x160',
      [scanned]: '0+15x40 stale',
      [stored]: '0+15x40 stale',
      [changed]: '0+3x40 stale',
      [rolledBack]: '0+3x40 120+15x160',
      [postgresUp]: '1x200',
    },
    firing: [
      ['30m', 'ResultNotPolling', 1],
      ['30m', 'VotePipelineStalled', 1],
      ['30m', 'PostgresUnexpectedRollbacks', 1],
      ['30m', 'WorkerNotPolling', 1],
      ['30m', 'PostgresStatsMissing', 1],
    ],
  },
  {
    says: 'the collector of table statistics fails: one alert says so, and no other claims what it cannot know',
    every: '15s',
    given: {
      [redisUp]: '1x200',
      [polls]: '0+140x200',
      [pushes]: '0+15x200',
      [queue]: '0x200',
      [postgresUp]: '1x200',
      [of('postgres', 'pg_scrape_collector_success', { collector: 'stat_user_tables' })]: '0x200',
      [rolledBack]: '0+3x200',
      [of('postgres', 'up')]: '1x200',
    },
    firing: [
      ['40m', 'PostgresStatsMissing', 1],
      ['40m', '', 1],
    ],
  },
  {
    says: 'the exporter reads another database for ten minutes: PostgresStatsMissing goes on until result is seen to read',
    every: '15s',
    given: {
      [postgresUp]: '1x120',
      [scanned]: '0+15x40 stale _x38 1200+15x40',
      [stored]: '0+15x40 stale _x38 1200+15x40',
    },
    firing: [
      ['18m', 'PostgresStatsMissing', 1],
      ['18m', 'ResultNotPolling', 1],
      ['22m', 'ResultNotPolling', 0],
      ['22m', 'PostgresStatsMissing', 1],
      ['24m', '', 0],
    ],
  },
  {
    says: 'every vote fails, twenty an hour; health check, probe and the GETs of voters are answered',
    every: '1m',
    given: {
      [answered('GET', '200')]: '0+8x120',
      [answered('POST', '500')]: Array.from({ length: 120 }, (_, minute) => Math.floor(minute / 3)).join(' '),
    },
    firing: [
      ['60m', 'HighErrorRate', 1],
      ['100m', 'HighErrorRate', 1],
    ],
  },
  {
    says: 'the same, six an hour: in most five minutes nobody votes',
    every: '1m',
    given: {
      [answered('GET', '200')]: '0+8x180',
      [answered('POST', '200')]: '40x180',
      [answered('POST', '500')]: Array.from({ length: 180 }, (_, minute) => Math.floor(minute / 10)).join(' '),
    },
    firing: [
      ['75m', 'HighErrorRate', 1],
      ['150m', 'HighErrorRate', 1],
    ],
  },
  {
    says: 'all pages fail and no vote does: HighErrorRate is about votes',
    every: '1m',
    given: { [answered('GET', '500')]: '0+48x60', [answered('POST', '200')]: '0+48x60' },
    firing: [['40m', 'HighErrorRate', 0]],
  },
];
