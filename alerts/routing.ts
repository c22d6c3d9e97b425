/**
 * Who is told of which alert, when, and what keeps one fault from being many notifications.
 *
 * A critical alert is a page: Slack and mail, at any hour, again every hour. A warning is a ticket: Slack, in the hours of
 * the day. The heartbeat goes out every minute.
 */
import { alerting, inhibit, inhibitMilder } from 'plainsight';
import { receivers, times, timeZone } from '../stack/receivers.ts';
import { ResultNotPolling, VoteLoss, VotePipelineStalled, WorkerNotPolling } from './application/pipeline.ts';
import { QueueLengthUnknown, VoteQueueGrowing, VoteQueueWaitHigh } from './application/queue.ts';
import { PostgresDown } from './database/postgres.ts';
import { RedisDown } from './database/redis.ts';
import { ContainerAbsent } from './system/containers.ts';
import { ProbeFailed, TargetDown } from './system/targets.ts';
import { Watchdog } from './watchdog.ts';

/** What stops or looks as if it did when Redis or PostgreSQL is gone, or when nobody sees them. */
const ofThePipeline = [
  VotePipelineStalled,
  VoteLoss,
  VoteQueueGrowing,
  VoteQueueWaitHigh,
  QueueLengthUnknown,
  WorkerNotPolling,
  ResultNotPolling,
];

export default alerting({
  receivers,
  times,
  timeZone,
  route: {
    // What no route below is about: a severity that nobody thought of must not go nowhere.
    to: 'team',
    groupBy: ['alertname', 'service'],
    groupWait: '30s',
    groupInterval: '5m',
    repeatInterval: '4h',
    routes: [
      // The interval of the group is the shortest time between two heartbeats.
      { when: { alert: Watchdog }, to: 'heartbeat', groupWait: '0s', groupInterval: '1m', repeatInterval: '30s' },
      { when: { severity: 'critical' }, to: 'oncall', repeatInterval: '1h' },
      { when: { severity: 'warning' }, to: 'team', activeDuring: 'day' },
    ],
  },
  inhibitions: {
    'critical-mutes-warning': inhibitMilder(),
    'container-gone': inhibit({
      reason: 'what does not run answers nobody',
      when: { alert: ContainerAbsent },
      mutes: { alert: [TargetDown, ProbeFailed, WorkerNotPolling, ResultNotPolling] },
      equal: ['service'],
    }),
    'store-gone': inhibit({
      reason: 'without Redis or PostgreSQL no vote moves',
      when: { alert: [RedisDown, PostgresDown] },
      mutes: { alert: ofThePipeline },
    }),
    'store-unseen': inhibit({
      reason: 'without their exporters nobody knows whether votes move',
      when: { alert: TargetDown, service: ['redis', 'db'] },
      mutes: { alert: ofThePipeline },
    }),
  },
});
