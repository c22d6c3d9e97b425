/** Events that explain a change in a graph: what was started, and when. */
import { annotation } from 'plainsight';
import { lt, max, sub, time } from 'plainsight/promql';
import { container_start_time_seconds } from '../stack/metrics/cadvisor.ts';
import { redis_uptime_in_seconds } from '../stack/metrics/redis.ts';

/** How long an event is marked: long enough to be met by a graph over a day. */
const MARKED_SECONDS = 120;

/** A deployment, a restart or a crash: each begins with a container that starts. */
export const started = annotation({
  name: 'Containers started',
  when: lt(
    sub(
      time(),
      max(container_start_time_seconds, {
        by: ['service'],
      }),
    ),
    MARKED_SECONDS,
  ),
  title: '{{service}} started',
  colour: 'blue',
});

/** Redis came up with what it had last saved: votes that waited since then are gone. */
export const redisRestarted = annotation({
  name: 'Redis restarted',
  when: lt(max(redis_uptime_in_seconds), MARKED_SECONDS),
  title: 'Redis restarted: votes that it had not saved are lost',
  colour: 'orange',
});
