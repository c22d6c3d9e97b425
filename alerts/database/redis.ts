/** Alerts on Redis, which holds the votes until the worker takes them. */
import { alert, breaches, series, text } from 'plainsight';
import { and, eq, gt, increase, inUnit, max, or, scrape_duration_seconds, sum, unless, up } from 'plainsight/promql';
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

/**
 * Redis has no slot left for its exporter, which then says `redis_up 0`: when it was last seen nearly all slots were
 * taken, or it takes the exporter's connection and closes it. A Redis that is down refuses the connection.
 */
const turnsExporterAway = and(
  breaches(db.redisUp, 'critical'),
  or(
    breaches(db.redisClientShare, 'critical'),
    inUnit(
      unit.ratio,
      eq(
        max(
          redis.redis_exporter_last_scrape_error.where({
            err: /(?:read|write) tcp .*(?:broken pipe|reset by peer)|EOF/,
          }),
        ),
        1,
      ),
      { reason: 'only whether there is one is asked' },
    ),
  ),
);

export const RedisDown = alert({
  when: unless(breaches(db.redisUp, 'critical'), turnsExporterAway),
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
    panel: db.redisClientShare,
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
