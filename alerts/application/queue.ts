/** Alerts on the queue of votes in Redis. */
import { alert, breaches, recorded, series, text, value } from 'plainsight';
import { and, deriv, eq, gt, unless } from 'plainsight/promql';
import { redis_commands_total, redis_key_size, redis_up } from '../../stack/metrics/redis.ts';
import { queueLength, queueWait } from '../../stack/signals/application.ts';
import { redisUp } from '../../stack/signals/database.ts';

const waiting = (values: string) => series(redis_key_size, { db: 'db0', key: 'votes', service: 'redis' }, values);
const answers = (values: string) => series(redis_up, { service: 'redis' }, values);
const polled = (values: string) => series(redis_commands_total, { service: 'redis', cmd: 'lpop' }, values);

export const VoteQueueGrowing = alert({
  when: and(breaches(queueLength, 'warning', { by: ['job'] }), gt(deriv(recorded(queueLength), '10m'), 0)),
  for: '10m',
  service: 'worker',
  summary: 'Votes are piling up in Redis.',
  description: (_l, v) => text`${v} votes wait in Redis and their number grows: more arrive than the worker takes.`,
  test: {
    fires: {
      given: [waiting('0x10 200+20x40')],
      at: '40m',
      labels: { job: 'redis' },
      says: '780 votes wait in Redis and their number grows: more arrive than the worker takes.',
    },
    silent: [
      { reason: 'a long queue that shrinks is being worked off', given: [waiting('1000-10x60')], at: '40m' },
      { reason: 'a short queue that grows is a busy minute', given: [waiting('0+1x60')], at: '40m' },
    ],
  },
});

const twoMinutes = [answers('1x20'), polled('0+600x20'), waiting('0x5 1200x20')];

export const VoteQueueWaitHigh = [
  alert({
    when: breaches(queueWait, 'warning', { over: '2m' }),
    for: '5m',
    service: 'worker',
    group: 'vote-pipeline',
    summary: 'Votes wait too long before they count.',
    description: (_l, v) => text`A vote that is cast now counts in ${v}.`,
    test: {
      fires: { given: twoMinutes, at: '15m', labels: {}, says: 'A vote that is cast now counts in 2m 0s.' },
      silent: [
        {
          reason: 'a long queue from which six workers take',
          given: [answers('1x20'), polled('0+3600x20'), waiting('3000x20')],
          at: '15m',
        },
        {
          reason: 'without a worker there is no time to tell, and WorkerNotPolling speaks',
          given: [answers('1x20'), polled('0x20'), waiting('0+60x20')],
          at: '15m',
        },
      ],
    },
  }),
  alert({
    when: breaches(queueWait, 'critical', { over: '2m' }),
    for: '5m',
    service: 'worker',
    group: 'vote-pipeline',
    summary: 'Votes wait for minutes before they count.',
    description: (_l, v) => text`A vote that is cast now counts in ${v} only.`,
    test: {
      fires: {
        given: [answers('1x20'), polled('0+600x20'), waiting('0x5 4500x20')],
        at: '15m',
        labels: {},
        says: 'A vote that is cast now counts in 7m 30s only.',
        also: { warning: { labels: {}, says: 'A vote that is cast now counts in 7m 30s.' } },
      },
      silent: [
        {
          reason: 'two minutes are a ticket',
          given: twoMinutes,
          at: '15m',
          also: { warning: { labels: {}, says: 'A vote that is cast now counts in 2m 0s.' } },
        },
      ],
    },
  }),
];

export const QueueLengthUnknown = alert({
  when: unless(eq(value(redisUp), 1), recorded(queueLength), { on: [] }),
  for: '5m',
  severity: 'critical',
  service: 'redis',
  summary: 'Nobody knows how many votes wait.',
  description: () => text`Redis answers, but its exporter does not tell the length of the list "votes".`,
  test: {
    fires: {
      given: [answers('1x15')],
      at: '10m',
      labels: {},
      says: 'Redis answers, but its exporter does not tell the length of the list "votes".',
    },
    silent: [
      { reason: 'an empty list has the length 0', given: [answers('1x15'), waiting('0x15')], at: '10m' },
      {
        reason: 'while Redis is down nobody can know, and RedisDown speaks',
        given: [answers('1x3 0x15'), waiting('0x3 stale')],
        at: '15m',
      },
    ],
  },
});
