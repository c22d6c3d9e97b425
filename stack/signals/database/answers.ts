/** Whether PostgreSQL and Redis answer, and whether their statistics can be read. */

import { signal } from 'plainsight';
import { eq, inUnit, lt, min, or, scrape_duration_seconds, unless, up } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as pg from '../../metrics/postgres.ts';
import * as redis from '../../metrics/redis.ts';
import { postgres as postgresTarget, redis as redisTarget } from '../../targets.ts';

const upOrDown = unit.state({ 0: 'Down', 1: 'Up' });

/**
 * 0 for an exporter whose scrape ran into the timeout of 10 s: it waits for its server, which hangs. An exporter that is
 * gone refuses the connection at once, and says nothing of its server.
 */
function hanging(target: typeof postgresTarget | typeof redisTarget) {
  return unless(eq(up.of(target), 0), lt(scrape_duration_seconds.of(target), 8), { on: ['instance'] });
}

export const tables = { collector: 'stat_user_tables' } as const;

/** What the alerts rest on. */
const VITAL = ['stat_database', 'stat_user_tables'] as const;

/** What panels show besides. */
const OTHERS = ['database', 'locks', 'wal'] as const;

const failedOrRead = unit.state({ 0: 'Failed', 1: 'Read' });

/** Whether postgres_exporter could read these statistics of PostgreSQL, by collector. */
function readBy<const C extends readonly string[]>(collectors: C, by: readonly 'collector'[]) {
  const succeeded = pg.pg_scrape_collector_success.where({ collector: collectors });
  return min(inUnit(failedOrRead, succeeded, { reason: '1 is a collector that read its statistics' }), { by });
}

export const vitalStatistics = signal({
  id: 'vital-statistics',
  name: 'Statistics used by alerts',
  description:
    'Whether postgres_exporter could read the statistics of PostgreSQL that alerts need. While it cannot, those alerts are silent although PostgreSQL is up: read the log of postgres-exporter.',
  unit: failedOrRead,
  labels: ['collector'],
  query: ({ by }) => readBy(VITAL, by),
  thresholds: { below: { critical: 1 }, reason: '1 is read, 0 is failed' },
  whenEmpty: 'no data',
});

export const otherStatistics = signal({
  id: 'other-statistics',
  name: 'Statistics used by panels only',
  description:
    'Whether postgres_exporter could read the statistics of PostgreSQL that only panels show. While it cannot, those panels are empty: read the log of postgres-exporter.',
  unit: failedOrRead,
  labels: ['collector'],
  query: ({ by }) => readBy(OTHERS, by),
  thresholds: { below: { warning: 1 }, reason: '1 is read, 0 is failed' },
  whenEmpty: 'no data',
});

export const postgresUp = signal({
  id: 'postgres-up',
  name: 'PostgreSQL',
  description:
    'Whether postgres_exporter can connect; a scrape that waits until its timeout counts as down. Down: start db, then the worker and result, which both ended when they lost it: `docker compose up -d worker result`.',
  unit: upOrDown,
  query: () => min(or(pg.pg_up, hanging(postgresTarget), { on: ['instance'] })),
  thresholds: { below: { critical: 1 }, reason: '1 is up, 0 is down' },
  whenEmpty: 'no data',
});

export const redisUp = signal({
  id: 'redis-up',
  name: 'Redis',
  description:
    'Whether redis_exporter can connect; a scrape that waits until its timeout counts as down. Down: votes are refused. Start redis; the queue may be lost.',
  unit: upOrDown,
  query: () => min(or(redis.redis_up, hanging(redisTarget), { on: ['instance'] })),
  thresholds: { below: { critical: 1 }, reason: '1 is up, 0 is down' },
  whenEmpty: 'no data',
});
