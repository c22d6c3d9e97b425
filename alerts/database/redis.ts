/** Alerts on Redis, which holds the votes until the worker takes them. */
import { alert, breaches, series, text } from 'plainsight';
import {
  and,
  avgOverTime,
  changes,
  eq,
  gt,
  gte,
  increase,
  inUnit,
  lt,
  max,
  min,
  or,
  scrape_duration_seconds,
  sum,
  unless,
  up,
} from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as redis from '../../stack/metrics/redis.ts';
import * as db from '../../stack/signals/database.ts';
import { redis as redisTarget } from '../../stack/targets.ts';

const service = { service: 'redis' } as const;
const answers = (values: string) => series(redis.redis_up, service, values);
const clients = (values: string) => series(redis.redis_connected_clients, service, values);
const maxclients = series(redis.redis_config_maxclients, service, '100x40');
const rejected = (values: string) => series(redis.redis_rejected_connections_total, service, values);
const scrapeError = (err: string, values: string) =>
  series(redis.redis_exporter_last_scrape_error, { ...service, err }, values);

/** 1 where the exporter said so when it last asked Redis. */
const said = (err: RegExp) => eq(max(redis.redis_exporter_last_scrape_error.where({ err })), 1);

/** Redis answers a client for which it has no slot, and closes the connection: the exporter may see either. */
const turnedAway = said(/.*max number of clients.*|(?:read|write) tcp .*(?:broken pipe|reset by peer)|EOF/);
/** Nobody listens: whatever was seen before, Redis is down. */
const notListening = said(/.*(?:connection refused|no such host|no route to host).*/);

const asked = { reason: 'only whether there is one is asked' } as const;

/** When it was last seen nearly all its slots were taken, or it had begun to refuse connections. */
const wasFull = or(
  breaches(db.redisClientShare, 'critical'),
  inUnit(unit.ratio, gte(sum(increase(redis.redis_rejected_connections_total, '30m')), 3), asked),
);

/** Redis has no slot left for its exporter, which then says `redis_up 0` though Redis is not down. */
const turnsExporterAway = and(
  breaches(db.redisUp, 'critical'),
  or(unless(wasFull, notListening), inUnit(unit.ratio, turnedAway, asked)),
);

/** Down again and again, and never for long: three changes are more than one restart. */
const comesAndGoes = and(lt(min(avgOverTime(redis.redis_up, '10m')), 0.8), gte(max(changes(redis.redis_up, '10m')), 3));

export const RedisDown = alert({
  when: unless(or(breaches(db.redisUp, 'critical'), comesAndGoes), turnsExporterAway),
  panel: db.redisUp,
  for: '1m',
  // What fails without it is counted over five minutes: told after it, that would be a second page.
  keepFiringFor: '5m',
  service: 'redis',
  group: 'redis',
  summary: 'Redis is down.',
  description: () => text`Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.`,
  test: {
    fires: [
      {
        given: [answers('1x3 0x10')],
        at: '6m',
        labels: {},
        says: 'Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.',
      },
      {
        // It hangs: the exporter waits for it, and the scrape runs into its timeout.
        given: [answers('1x3 stale'), series(up.of(redisTarget), service, '1x3 0x10')],
        at: '6m',
        labels: {},
        says: 'Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.',
      },
      {
        // A process that is gone refuses the exporter's connection, however few clients it had.
        given: [
          answers('1x3 0x10'),
          clients('6x3 stale'),
          maxclients,
          scrapeError('dial tcp 172.18.0.3:6379: connect: connection refused', '_x4 1x10'),
        ],
        at: '6m',
        labels: {},
        says: 'Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.',
      },
      {
        // It ends and is started again every other minute: never down for long, and half of the votes fail.
        given: [answers('1x3 0 1 0 1 0 1 0 1 0 1 0 1')],
        at: '11m',
        labels: {},
        says: 'Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.',
      },
      {
        // It was full, and then it crashed.
        given: [
          answers('1x3 0x10'),
          clients('40 70 97 100 stale'),
          maxclients,
          scrapeError('dial tcp 172.18.0.3:6379: connect: connection refused', '_x4 1x10'),
        ],
        at: '6m',
        labels: {},
        says: 'Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.',
      },
      {
        // It is back for two minutes; the votes that failed are counted for longer.
        given: [answers('1x3 0x6 1x10')],
        at: '13m',
        labels: {},
        says: 'Redis does not answer its exporter. Nobody can vote, and votes that waited may be lost.',
      },
    ],
    silent: [
      { reason: 'a restart is over within a minute', given: [answers('1x3 0 1x10')], at: '5m' },
      {
        reason: 'without its exporter nobody knows, and TargetDown speaks',
        given: [
          answers('1x3 stale'),
          series(up.of(redisTarget), service, '1x3 0x10'),
          series(scrape_duration_seconds.of(redisTarget), service, '0.01x15'),
        ],
        at: '6m',
      },
      {
        reason: 'a Redis without free slots turns its exporter away, and RedisRejectingConnections speaks',
        given: [answers('1x3 0x20'), clients('40 70 97 100 stale'), maxclients],
        at: '20m',
      },
      {
        reason: 'it says itself that it has no free slot',
        given: [answers('1x3 0x20'), scrapeError('ERR max number of clients reached', '_x4 1x20')],
        at: '20m',
      },
      {
        reason: 'it had begun to refuse connections, and nothing tells how many it takes',
        given: [answers('1x3 0x20'), rejected('0 0 40 400 stale')],
        at: '10m',
      },
      {
        reason: 'two restarts within ten minutes, each over at once',
        given: [answers('1x20 0 1x12 0 1x40')],
        every: '15s',
        at: '10m',
      },
      {
        reason: 'it closes the connections that it takes: it is up, and full',
        given: [
          answers('1x3 0x10'),
          scrapeError('write tcp 172.18.0.9:43792->172.18.0.3:6379: write: broken pipe', '_x4 1x10'),
        ],
        at: '6m',
      },
    ],
  },
});

/** Within the last minute: one event is no longer seen after 45 s, so that it cannot hold for two minutes. */
const stillRejecting = gt(sum(increase(redis.redis_rejected_connections_total, '1m')), 0);

export const RedisRejectingConnections = [
  alert({
    when: breaches(db.redisRejected, 'warning'),
    for: '1m',
    service: 'redis',
    group: 'redis',
    summary: 'Redis turned clients away.',
    description: (_l, v) => text`Connections that Redis refused within five minutes, having too many: about ${v}.`,
    test: {
      fires: {
        given: [rejected('0x5 20x10')],
        at: '8m',
        labels: {},
        says: 'Connections that Redis refused within five minutes, having too many: about 20.',
      },
      silent: [
        { reason: 'one refused connection is tried again', given: [rejected('0x5 1x10')], at: '8m' },
        { reason: 'the counter still shows what was refused last week', given: [rejected('7x20')], at: '12m' },
        { reason: 'a restart sets the counter back to 0', given: [rejected('7x8 0x12')], at: '12m' },
      ],
    },
  }),
  alert({
    when: or(
      inUnit(unit.state({ 0: 'Down', 1: 'Up' }), stillRejecting, { reason: 'only whether there are any is asked' }),
      turnsExporterAway,
    ),
    for: '2m',
    service: 'redis',
    group: 'redis',
    summary: 'Redis turns clients away.',
    description: () => text`Redis has no free client slot, and refuses connections for two minutes. Votes fail.`,
    test: {
      fires: [
        {
          given: [rejected('0x20 2+2x60')],
          every: '15s',
          at: '9m',
          labels: {},
          says: 'Redis has no free client slot, and refuses connections for two minutes. Votes fail.',
          also: {
            warning: {
              labels: {},
              says: 'Connections that Redis refused within five minutes, having too many: about 32.',
            },
          },
        },
        {
          // Its exporter needs a slot as well.
          given: [answers('1x3 0x20'), clients('40 70 97 100 stale'), maxclients],
          at: '20m',
          labels: {},
          says: 'Redis has no free client slot, and refuses connections for two minutes. Votes fail.',
        },
      ],
      silent: [
        { reason: 'one refused connection is no page', given: [rejected('0x40 1x60')], every: '15s', at: '12m' },
        {
          reason: 'a Redis that is down and had few clients: RedisDown speaks',
          given: [answers('1x3 0x20'), clients('6x3 stale'), maxclients],
          at: '10m',
        },
        {
          reason: 'a burst that was over within a minute',
          given: [rejected('0x20 20 40 60x40')],
          every: '15s',
          at: '8m',
          also: {
            warning: {
              labels: {},
              says: 'Connections that Redis refused within five minutes, having too many: about 60.',
            },
          },
        },
      ],
    },
  }),
];
