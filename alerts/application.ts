/** Alerts on the path of a vote. */
import { alert, and, breaches, deriv, gt, recorded, series, text } from '../lib/index.ts';
import { redis_commands_total, redis_key_size, redis_up } from '../stack/metrics/redis.ts';
import { queueLength, workerPolls } from '../stack/signals/application.ts';

const votesKey = { db: 'db0', key: 'votes', service: 'redis' } as const;

export const VoteQueueGrowing = alert({
  when: and(breaches(queueLength, 'warning', { by: ['job'] }), gt(deriv(recorded(queueLength), '10m'), 0)),
  for: '10m',
  severity: 'warning',
  service: 'worker',
  summary: 'Votes are piling up in Redis.',
  description: (_l, v) => text`${v} votes wait in Redis and their number grows: more arrive than the worker takes.`,
  panel: { dashboard: 'voting-app-application', key: 'queue-history' },
  test: {
    fires: {
      given: [series(redis_key_size, votesKey, '0x10 200+20x40')],
      at: '40m',
      labels: { job: 'redis' },
      says: '780 votes wait in Redis and their number grows: more arrive than the worker takes.',
    },
    silent: [
      {
        because: 'a long queue that shrinks is being worked off',
        given: [series(redis_key_size, votesKey, '1000-10x60')],
        at: '40m',
      },
      {
        because: 'a short queue that grows is a busy minute',
        given: [series(redis_key_size, votesKey, '0+1x60')],
        at: '40m',
      },
    ],
  },
});

export const WorkerNotPolling = alert({
  when: breaches(workerPolls, 'critical', { over: '2m' }),
  for: '2m',
  severity: 'critical',
  service: 'worker',
  group: 'worker',
  summary: 'No worker takes votes out of Redis.',
  description: (_l, v) =>
    text`The workers ask Redis for a vote ${v} times a second; one that runs asks about ten times.`,
  panel: { dashboard: 'voting-app-application', key: 'worker-polls' },
  test: {
    fires: {
      given: [
        series(redis_up, { service: 'redis' }, '1x20'),
        series(redis_commands_total, { service: 'redis', cmd: 'lpop' }, '0+600x10 6000x10'),
      ],
      at: '20m',
      labels: {},
      says: 'The workers ask Redis for a vote 0 times a second; one that runs asks about ten times.',
    },
    silent: [
      {
        because: 'an idle worker polls an empty queue',
        given: [
          series(redis_up, { service: 'redis' }, '1x20'),
          series(redis_commands_total, { service: 'redis', cmd: 'lpop' }, '0+600x20'),
        ],
        at: '20m',
      },
      {
        because: 'while Redis is down nobody knows, and RedisDown speaks',
        given: [series(redis_up, { service: 'redis' }, '0x20')],
        at: '20m',
      },
    ],
  },
});
