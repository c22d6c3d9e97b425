/** The registry: modules whose exports are alerts. An alert is named as its constant. */
import * as pipeline from './application/pipeline.ts';
import * as queue from './application/queue.ts';
import * as requests from './application/requests.ts';
import * as postgres from './database/postgres.ts';
import * as transactions from './database/postgres-transactions.ts';
import * as redis from './database/redis.ts';
import * as redisWrites from './database/redis-writes.ts';
import * as logs from './logs.ts';
import * as alertmanager from './monitoring/alertmanager.ts';
import * as logCollection from './monitoring/logs.ts';
import * as prometheus from './monitoring/prometheus.ts';
import * as objectives from './objectives.ts';
import * as containers from './system/containers.ts';
import * as disk from './system/disk.ts';
import * as diskHealth from './system/disk-health.ts';
import * as host from './system/host.ts';
import * as limits from './system/limits.ts';
import * as targets from './system/targets.ts';
import * as volume from './system/volume.ts';
import * as watchdog from './watchdog.ts';

export const alerts = [
  objectives,
  targets,
  containers,
  limits,
  host,
  disk,
  diskHealth,
  volume,
  queue,
  pipeline,
  requests,
  redis,
  redisWrites,
  postgres,
  transactions,
  logs,
  watchdog,
  prometheus,
  alertmanager,
  logCollection,
] as const;
