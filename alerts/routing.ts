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
import { HighErrorRate, HighLatency } from './application/requests.ts';
import { PostgresConnectionsHigh, PostgresDown, PostgresStatsMissing } from './database/postgres.ts';
import {
  PostgresIdleInTransaction,
  PostgresLockWait,
  PostgresUnexpectedRollbacks,
} from './database/postgres-transactions.ts';
import { RedisDown, RedisRejectingConnections } from './database/redis.ts';
import { RedisRefusingCommands, RedisSaveFailed } from './database/redis-writes.ts';
import { LogErrorRate, LogsSilent } from './logs.ts';
import { AlertmanagerFailedToSend } from './monitoring/alertmanager.ts';
import { FreshnessErrorBudgetBurn, LatencyErrorBudgetBurn, VoteErrorBudgetBurn } from './objectives.ts';
import { ContainerAbsent } from './system/containers.ts';
import { DiskAlmostFull, DiskFilling } from './system/disk.ts';
import { ContainerRestartLoop } from './system/limits.ts';
import { ExporterFlapping, ProbeFailed, TargetDown } from './system/targets.ts';
import { Watchdog } from './watchdog.ts';

/** What is late when nobody takes votes or stores them. */
const lateness = [VoteQueueGrowing, VoteQueueWaitHigh, FreshnessErrorBudgetBurn] as const;
/** What stops, or looks as if it did, when Redis or PostgreSQL is gone, or when nobody sees them. */
const pipeline = [VotePipelineStalled, VoteLoss, QueueLengthUnknown, WorkerNotPolling, ...lateness] as const;
/** What is seen of votes that fail. */
const failures = [VoteErrorBudgetBurn, HighErrorRate] as const;

/**
 * What looks the same whatever the cause. The alert that names the cause mutes it, but needs a minute or two to be sure:
 * told as soon as it fires, the symptom would be a page of its own before that. So its group waits until the slowest
 * cause has fired, and two evaluations more: RedisDown and RedisSaveFailed a minute and a half after the fault,
 * WorkerNotPolling at most half a minute after VotePipelineStalled.
 */
const symptoms = [
  VoteErrorBudgetBurn,
  LatencyErrorBudgetBurn,
  FreshnessErrorBudgetBurn,
  VotePipelineStalled,
  RedisRefusingCommands,
] as const;
/** The same of what does not answer: scrapes and probes see it up to half a minute before cAdvisor sees no container. */
const unreachable = [ProbeFailed, TargetDown] as const;

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
      // By Slack it would not arrive if Slack is what fails.
      { when: { alert: AlertmanagerFailedToSend }, to: 'mail' },
      { when: { alert: unreachable, severity: 'critical' }, to: 'oncall', groupWait: '1m', repeatInterval: '1h' },
      { when: { alert: symptoms, severity: 'critical' }, to: 'oncall', groupWait: '2m', repeatInterval: '1h' },
      { when: { severity: 'critical' }, to: 'oncall', repeatInterval: '1h' },
      { when: { severity: 'warning' }, to: 'team', activeDuring: 'day' },
    ],
  },
  logs: { dashboard: 'voting-app-logs', variable: 'service' },
  inhibitions: {
    'critical-mutes-warning': inhibitMilder(),
    'container-gone': inhibit({
      reason: 'what does not run answers nobody',
      when: { alert: ContainerAbsent },
      mutes: { alert: [TargetDown, ProbeFailed, WorkerNotPolling, ResultNotPolling, LogErrorRate, LogsSilent] },
      equal: ['service'],
    }),
    'disk-full': inhibit({
      reason: 'what is full fills no more',
      when: { alert: DiskAlmostFull, severity: 'critical' },
      mutes: { alert: DiskFilling },
      equal: ['instance', 'mountpoint'],
    }),
    'worker-gone': inhibit({
      reason: 'without the worker no vote moves',
      when: { alert: ContainerAbsent, service: 'worker' },
      mutes: { alert: pipeline },
    }),
    'redis-gone': inhibit({
      reason: 'without Redis no vote is taken, and none moves',
      when: { alert: RedisDown },
      mutes: { alert: [...pipeline, ...failures, LatencyErrorBudgetBurn, HighLatency, LogErrorRate] },
    }),
    'postgres-gone': inhibit({
      reason: 'without PostgreSQL no vote is stored or shown',
      when: { alert: PostgresDown },
      mutes: { alert: [...pipeline, ResultNotPolling, LogErrorRate] },
    }),
    'redis-not-running': inhibit({
      reason: 'RedisDown says it already',
      when: { alert: RedisDown },
      mutes: { alert: ContainerAbsent, service: 'redis' },
    }),
    'worker-ends-with-redis': inhibit({
      reason: 'whoever asks Redis while it ends may end with it, and is started again after it',
      when: { alert: RedisDown },
      mutes: { alert: [ContainerAbsent, TargetDown], service: 'worker' },
    }),
    'postgres-not-running': inhibit({
      reason: 'result and the worker end when they lose the database, and start again after it',
      when: { alert: PostgresDown },
      mutes: { alert: [ContainerAbsent, TargetDown, ProbeFailed], service: ['db', 'result', 'worker'] },
    }),
    'page-gone': inhibit({
      reason: 'what does not answer people answers no scrape either',
      when: { alert: ProbeFailed },
      mutes: { alert: TargetDown },
      equal: ['service'],
    }),
    'restarts-flap': inhibit({
      reason: 'what starts again and again comes and goes',
      when: { alert: ContainerRestartLoop },
      mutes: { alert: ExporterFlapping },
      equal: ['service'],
    }),
    'target-gone': inhibit({
      reason: 'what is away does not come and go',
      when: { alert: TargetDown },
      mutes: { alert: ExporterFlapping },
      equal: ['job', 'service'],
    }),
    'no-room-to-save': inhibit({
      reason: 'a Redis without room on the disk cannot save',
      when: { alert: DiskAlmostFull, severity: 'critical' },
      mutes: { alert: [RedisSaveFailed, RedisRefusingCommands] },
    }),
    'redis-refuses': inhibit({
      reason: 'a Redis that cannot save takes no votes',
      when: { alert: RedisSaveFailed },
      mutes: { alert: [RedisRefusingCommands, ...failures, LogErrorRate] },
    }),
    'worker-ends-at-refusal': inhibit({
      reason: 'taking a vote is a write as well: the worker ends at the refusal',
      when: { alert: RedisSaveFailed },
      mutes: { alert: [ContainerAbsent, TargetDown], service: 'worker' },
    }),
    'no-vote-moves-unsaved': inhibit({
      reason: 'without the worker no vote moves',
      when: { alert: RedisSaveFailed },
      mutes: { alert: pipeline },
    }),
    'votes-refused': inhibit({
      reason: 'votes fail because Redis refuses them',
      when: { alert: RedisRefusingCommands },
      mutes: { alert: [...failures, LogErrorRate] },
    }),
    'votes-fail': inhibit({
      reason: 'both are about votes that fail; the objective says how much they matter',
      when: { alert: VoteErrorBudgetBurn, severity: 'critical' },
      mutes: { alert: [HighErrorRate, LogErrorRate] },
      equal: ['service'],
    }),
    'pages-slow': inhibit({
      reason: 'both are about slow pages; the objective says how much they matter',
      when: { alert: LatencyErrorBudgetBurn, severity: 'critical' },
      mutes: { alert: HighLatency },
    }),
    'redis-full': inhibit({
      reason: 'a Redis that turns clients away takes no votes, and lets nobody take any',
      when: { alert: RedisRejectingConnections, severity: 'critical' },
      mutes: { alert: [...pipeline, ...failures, LatencyErrorBudgetBurn, HighLatency, LogErrorRate] },
    }),
    'postgres-full': inhibit({
      reason: 'a PostgreSQL without a free connection lets nobody store or read votes, nor its statistics',
      when: { alert: PostgresConnectionsHigh, severity: 'critical' },
      mutes: { alert: [...pipeline, ResultNotPolling, PostgresStatsMissing, LogErrorRate] },
    }),
    'worker-stands-still': inhibit({
      reason: 'a queue from which nobody takes is long',
      when: { alert: WorkerNotPolling },
      mutes: { alert: [VotePipelineStalled, ...lateness] },
    }),
    'nothing-stored': inhibit({
      reason: 'a queue of which nothing is stored is long',
      when: { alert: VotePipelineStalled },
      mutes: { alert: lateness },
    }),
    'votes-late': inhibit({
      reason: 'both are about votes that wait; the objective says how much they matter',
      when: { alert: FreshnessErrorBudgetBurn, severity: 'critical' },
      mutes: { alert: [VoteQueueGrowing, VoteQueueWaitHigh] },
    }),
    'redis-unseen': inhibit({
      reason: 'without its exporter nobody knows what waits in Redis, and who takes it',
      when: { alert: TargetDown, service: 'redis' },
      mutes: { alert: pipeline },
    }),
    'postgres-unseen': inhibit({
      reason: 'without its exporter nobody knows what is stored and read',
      when: { alert: TargetDown, service: 'db' },
      mutes: { alert: [VotePipelineStalled, VoteLoss, ResultNotPolling] },
    }),
    'table-unreadable': inhibit({
      reason: 'while the statistics of the table cannot be read nobody knows what is stored and read',
      when: { alert: PostgresStatsMissing },
      mutes: { alert: [ResultNotPolling, VoteLoss, PostgresUnexpectedRollbacks] },
    }),
    'lock-held': inhibit({
      reason: 'others wait for what a forgotten transaction holds',
      when: { alert: PostgresIdleInTransaction },
      mutes: { alert: PostgresLockWait },
    }),
    'logs-unseen': inhibit({
      reason: 'without Alloy and Loki no line arrives, whoever writes',
      when: { alert: TargetDown, service: ['alloy', 'loki'] },
      mutes: { alert: LogsSilent },
    }),
    'prober-gone': inhibit({
      reason: 'probes fail to run because the prober is gone',
      when: { alert: TargetDown, service: 'blackbox-exporter' },
      mutes: { alert: TargetDown, severity: 'warning', service: ['vote', 'result'] },
    }),
  },
});
