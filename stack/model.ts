/** The signals and jobs of the voting app's monitoring; the registries of dashboards and alerts join them in the build. */
import type { ModelInput } from 'plainsight';
import { contracts } from './contracts/index.ts';
import { deployments } from './deployment.ts';
import { catalogue } from './metrics/index.ts';
import * as objectives from './objectives.ts';
import { names } from './profiles.ts';
import { requirements } from './requirements.ts';
import * as latency from './signals/application/latency.ts';
import * as loss from './signals/application/loss.ts';
import * as pages from './signals/application/pages.ts';
import * as requests from './signals/application/requests.ts';
import * as votes from './signals/application/votes.ts';
import * as worker from './signals/application/worker.ts';
import * as containers from './signals/containers.ts';
import * as answers from './signals/database/answers.ts';
import * as postgres from './signals/database/postgres.ts';
import * as redis from './signals/database/redis.ts';
import * as redisWrites from './signals/database/redis-writes.ts';
import * as transactions from './signals/database/transactions.ts';
import * as disk from './signals/disk.ts';
import * as host from './signals/host.ts';
import * as logs from './signals/logs.ts';
import * as monitoring from './signals/monitoring.ts';
import * as overview from './signals/overview.ts';
import * as system from './signals/system.ts';
import * as targets from './signals/targets.ts';
import * as volume from './signals/volume.ts';
import { site } from './site.ts';
import { jobs } from './targets.ts';

export const stack = {
  profiles: names,
  signals: [
    system,
    targets,
    containers,
    host,
    disk,
    volume,
    requests,
    latency,
    pages,
    votes,
    worker,
    loss,
    answers,
    postgres,
    transactions,
    redis,
    redisWrites,
    logs,
    monitoring,
    overview,
    objectives,
  ],
  objectives: [objectives],
  jobs,
  contracts,
  requirements,
  scrapeInterval: '15s',
  evaluationInterval: '15s',
  site,
  deployment: deployments,
  catalogue,
} as const satisfies Omit<ModelInput, 'dashboards' | 'alerts' | 'runbooks'>;
