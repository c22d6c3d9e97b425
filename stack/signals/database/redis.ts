/** Redis: its commands, its memory and its clients. */

import { signal } from 'plainsight';
import { add, averagePer, div, gt, lastOverTime, max, min, mul, not, or, rate, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { node_memory_MemTotal_bytes } from '../../metrics/node.ts';
import * as redis from '../../metrics/redis.ts';
import { votesAccepted, workerPolls } from '../application.ts';

/** Each server has limits of its own: one that is full is not hidden by another that is not. */
const eachServer = { by: ['instance'] } as const;

export const redisCommands = signal({
  id: 'redis-commands',
  name: 'Redis commands',
  description: 'Commands per second by name: rpush are votes, lpop is the worker asking for one.',
  unit: unit.perSecond('commands'),
  labels: ['cmd'],
  query: ({ window, by }) =>
    sum(
      rate(
        redis.redis_commands_total.where({
          cmd: not(/(?:command|config|client|slowlog|memory|latency).*|hello|info|llen|select|type/),
        }),
        window,
      ),
      { by },
    ),
  whenEmpty: 'no data',
  sample: {
    between: [0, 0.4],
    of: {
      cmd: {
        lpop: { from: [workerPolls], as: (polls) => polls },
        rpush: { from: [votesAccepted], as: (accepted) => accepted },
      },
    },
  },
});

export const redisCommandTime = signal({
  id: 'redis-command-time',
  name: 'Time per command',
  description: 'How long Redis needs for a command on average. Milliseconds are a sign of swapping or of a slow disk.',
  unit: unit.seconds,
  labels: ['cmd'],
  query: ({ window, by }) =>
    averagePer(
      sum(rate(redis.redis_commands_duration_seconds_total.where({ cmd: ['lpop', 'rpush'] }), window), { by }),
      sum(rate(redis.redis_commands_total.where({ cmd: ['lpop', 'rpush'] }), window), { by }),
    ),
  thresholds: { from: { warning: 0.001, critical: 0.01 } },
  whenEmpty: 'no data',
});

export const redisMemory = signal({
  id: 'redis-memory',
  name: 'Redis memory',
  description: 'Memory that Redis uses. It grows with the queue: each vote that waits takes about 47 bytes.',
  unit: unit.bytes,
  query: () => max(redis.redis_memory_used_bytes),
  whenEmpty: 'no data',
  sample: { between: [1.1 * 1024 ** 2, 1.3 * 1024 ** 2] },
});

export const redisMemoryShare = signal({
  id: 'redis-memory-share',
  name: 'Redis memory, share of the limit',
  description:
    'Memory as a share of maxmemory; without that limit, which is how the app runs Redis, of the memory of the host. At the limit Redis refuses votes or throws them away; a host without memory kills it.',
  unit: unit.ratio,
  query: () => {
    const used = max(redis.redis_memory_used_bytes, eachServer);
    const ofHost = add(mul(used, 0), min(node_memory_MemTotal_bytes), { on: [], groupLeft: [] });
    return max(div(used, or(gt(max(redis.redis_memory_max_bytes, eachServer), 0), ofHost)));
  },
  thresholds: { from: { warning: 0.9, critical: 0.97 } },
  whenEmpty: 'no data',
  sample: { from: [redisMemory], as: (used) => used / (16 * 1024 ** 3) },
});

export const redisClients = signal({
  id: 'redis-clients',
  name: 'Redis clients',
  description: 'Connections to Redis: a handful of vote and the worker.',
  unit: unit.count('clients'),
  query: () => max(redis.redis_connected_clients),
  whenEmpty: 'no data',
  sample: { between: [5, 8] },
});

export const redisClientShare = signal({
  id: 'redis-client-share',
  name: 'Redis clients, share of the limit',
  description:
    'Connections to Redis as a share of maxclients; while Redis does not answer, as it was last seen. At 100 % it turns everybody away, its exporter and `redis-cli` too, and looks as if it were down: restart what leaks connections, not Redis.',
  unit: unit.ratio,
  query: () =>
    max(
      div(
        max(lastOverTime(redis.redis_connected_clients, '1d'), eachServer),
        max(lastOverTime(redis.redis_config_maxclients, '1d'), eachServer),
      ),
    ),
  thresholds: { from: { warning: 0.8, critical: 0.9 } },
  whenEmpty: 'no data',
  sample: { from: [redisClients], as: (connected) => connected / 10_000 },
});

export const redisUptime = signal({
  id: 'redis-uptime',
  name: 'Redis running for',
  description:
    'How long Redis has been running. A small number explains lost votes: it starts with what it last saved.',
  unit: unit.seconds,
  query: () => max(redis.redis_uptime_in_seconds),
  whenEmpty: 'no data',
});
