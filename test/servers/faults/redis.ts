/** Faults of Redis, and of what measures it. */
import { mkdirSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { holdRedis } from '../session.ts';
import type { Stack } from '../stack.ts';
import { crash, type Fault, replace, SOON } from './fault.ts';

/** Where Redis writes what it saves: a folder in its way is a disk that does not take it. */
const dump = ({ place }: Stack): string => join(place.home, 'redis/dump.rdb');

/**
 * Seconds. With few good votes before it, the objective of votes speaks within seconds of the first that fail, before
 * Redis can be known to be down; in production it has an hour of them.
 */
const GOOD_VOTES = 60;

const held = new WeakMap<Stack, readonly Socket[]>();

export const redisFaults: readonly Fault[] = [
  {
    name: 'redis-killed',
    title: 'Redis is killed',
    situation: 'Redis is down, with few clients before',
    incident: 'Redis down',
    before: GOOD_VOTES,
    tells: ['RedisDown redis'],
    make: (stack) => crash(stack, 'redis'),
    mend: (stack) => stack.start('redis'),
  },
  {
    name: 'redis-emptied',
    title: 'Redis is made anew, with votes waiting',
    before: 130,
    tells: ['VoteLoss worker'],
    make: async (stack, voters) => {
      await voters.burst(400);
      await crash(stack, 'redis');
      rmSync(dump(stack), { force: true });
      await stack.start('redis');
    },
    mend: async () => {},
  },
  {
    name: 'redis-out-of-memory',
    title: 'Redis has no memory left',
    before: GOOD_VOTES,
    tells: ['RedisRefusingCommands redis', 'RedisMemoryHigh redis'],
    make: (stack) => stack.redis('CONFIG', 'SET', 'maxmemory', '500kb'),
    mend: (stack) => stack.redis('CONFIG', 'SET', 'maxmemory', '0'),
  },
  {
    name: 'redis-evicts',
    title: 'Redis throws keys away for want of memory',
    situation: 'Redis throws a single key away',
    tells: ['RedisEvicting redis', 'RedisMemoryHigh redis'],
    mayTell: ['VoteLoss worker', 'RedisRefusingCommands redis'],
    make: async (stack) => {
      await stack.redis('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
      await stack.redis('CONFIG', 'SET', 'maxmemory', '500kb');
      // Redis counts an eviction for each key that goes: there must be keys beside the queue.
      await stack.redis('CONFIG', 'SET', 'maxmemory', '3mb');
      await stack.redis('EVAL', "for i = 1, 20000 do redis.call('SET', 'cache:' .. i, string.rep('x', 300)) end", '0');
    },
    mend: (stack) => stack.redis('CONFIG', 'SET', 'maxmemory', '0'),
  },
  {
    name: 'redis-out-of-clients',
    title: 'Redis takes no further connection',
    situation: 'Redis has no free slot, and says so to its exporter',
    incident: 'Redis full',
    tells: ['RedisRejectingConnections redis'],
    make: async (stack) => {
      await stack.redis('CONFIG', 'SET', 'maxclients', '60');
      held.set(stack, await holdRedis(stack.place, 60));
    },
    mend: async (stack) => {
      for (const socket of held.get(stack) ?? []) socket.destroy();
    },
  },
  {
    name: 'redis-cannot-save',
    title: 'Redis cannot save, and refuses what writes',
    incident: 'Redis cannot save',
    before: GOOD_VOTES,
    // Taking a vote out of the queue is a write as well: the worker ends at its error, which is known then.
    tells: ['RedisSaveFailed redis'],
    watch: 20,
    make: async (stack, voters) => {
      // Some wait, as on any busy day, when the first write is refused: else it is chance whether one does.
      await voters.burst(60);
      rmSync(dump(stack), { force: true });
      mkdirSync(dump(stack));
      await stack.redis('BGSAVE');
    },
    mend: async (stack) => {
      rmSync(dump(stack), { recursive: true });
      await stack.redis('BGSAVE');
      await stack.start('worker');
    },
  },
  {
    name: 'redis-unseen',
    title: 'redis_exporter is dead while votes queue',
    incident: 'exporter of Redis gone',
    tells: ['TargetDown redis'],
    rate: 8,
    make: async (stack) => {
      await stack.stop('redis-exporter');
      await replace(stack, 'worker', { PAUSE_MS: '1000' });
    },
    mend: async (stack) => {
      await replace(stack, 'worker', { PAUSE_MS: '2' });
      await stack.start('redis-exporter');
    },
  },
  {
    name: 'queue-unmeasured',
    title: 'redis_exporter runs without its flag for the queue',
    before: SOON,
    tells: ['QueueLengthUnknown redis'],
    make: (stack) => replace(stack, 'redis-exporter', { REDIS_EXPORTER_CHECK_SINGLE_KEYS: '' }),
    mend: (stack) => replace(stack, 'redis-exporter'),
  },
  {
    name: 'exporter-flaps',
    title: 'redis_exporter comes and goes',
    before: SOON,
    situation: 'an exporter is away one minute of two',
    tells: ['ExporterFlapping redis'],
    make: async (stack) => {
      for (let times = 0; times < 8; times += 1) {
        await stack.stop('redis-exporter');
        await new Promise((resolve) => setTimeout(resolve, 4_000));
        await stack.start('redis-exporter');
        await new Promise((resolve) => setTimeout(resolve, 4_000));
      }
    },
    mend: async () => {},
  },
];
