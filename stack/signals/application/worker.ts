/** The worker: what it can take, how long votes wait for it, and what it says of itself. */

import { unavailable } from 'plainsight';
import { buckets, countedAs, div, gt, histogramQuantile, max, rate, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { redis_key_size } from '../../metrics/redis.ts';
import { vote_processing_duration_seconds, worker_errors_total } from '../../metrics/worker.ts';
import { NO_METRICS, signal } from '../../profiles.ts';
import { callsOf } from './calls.ts';
import { queueLength, votesAccepted } from './votes.ts';

export const workerPolls = signal({
  id: 'worker-polls',
  name: 'Worker capacity',
  description:
    'How often per second the workers ask Redis for a vote (LPOP), whether there is one or not: about 9 to 10 for each worker. It is what they can take at most; below 1 no worker is at work.',
  unit: unit.perSecond('votes'),
  query: ({ window }) => callsOf('lpop', window),
  thresholds: { below: { warning: 5, critical: 1 }, reason: 'a worker that runs polls about 9 to 10 times a second' },
  whenEmpty: 'no data',
  sample: { between: [9.2, 9.9] },
});

export const queueWait = signal({
  id: 'queue-wait',
  name: 'Time a vote waits',
  description:
    'How long a vote that arrives now will wait until the worker takes it: the votes waiting over what the workers take per second. Above the line, start another worker. Without a worker there is no such time: WorkerNotPolling speaks.',
  unit: unit.seconds,
  query: ({ window }) =>
    div(countedAs('votes', max(redis_key_size.where({ db: 'db0', key: 'votes' }))), gt(callsOf('lpop', window), 0)),
  thresholds: {
    from: { warning: 60, critical: 300 },
    reason: 'people expect their vote in the result within a minute',
  },
  whenEmpty: 'not applicable',
  emptyText: 'Not until a worker runs',
  sample: { from: [queueLength, workerPolls], as: (waiting, polls) => waiting / polls },
});

export const workerSaturation = signal({
  id: 'worker-saturation',
  name: 'Worker saturation',
  description:
    'Votes that arrive, as a share of what the workers can take. At 100 % the queue grows: start another worker before that.',
  unit: unit.ratio,
  query: ({ window }) => div(callsOf('rpush', window), gt(callsOf('lpop', window), 0)),
  thresholds: { from: { warning: 0.7, critical: 0.9 } },
  whenEmpty: 'not applicable',
  emptyText: 'Not until a worker runs',
  sample: { from: [votesAccepted, workerPolls], as: (accepted, polls) => accepted / polls },
});

export const processingTime = signal({
  id: 'processing-time',
  name: 'Time to store a vote',
  description: '95 % of the votes were stored faster, as the worker measures it. When it rises, look at PostgreSQL.',
  unit: unit.seconds,
  query: {
    instrumented: ({ window }) =>
      histogramQuantile(0.95, sum(buckets(vote_processing_duration_seconds, window), { by: ['le'] })),
    stock: unavailable(NO_METRICS),
  },
  thresholds: { from: { warning: 0.1, critical: 1 } },
  whenEmpty: 'no data',
});

export const workerErrors = signal({
  id: 'worker-errors',
  name: 'Worker errors',
  description: 'Errors per second in the worker. Read its logs: a lost database ends it, and nothing restarts it.',
  unit: unit.perSecond('errors'),
  query: {
    instrumented: ({ window }) => sum(rate(worker_errors_total, window)),
    stock: unavailable(NO_METRICS),
  },
  thresholds: { from: { warning: 0.1, critical: 1 } },
  whenEmpty: 'no data',
});
