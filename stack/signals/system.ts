/** Whether every service of the voting app is up, and for how long it was. */
import {
  absent,
  absentOverTime,
  avg,
  avgOverTime,
  countedAs,
  countOverTime,
  div,
  type Expr,
  gte,
  inUnit,
  max,
  mul,
  or,
  rate,
  sum,
  sumOverTime,
  up,
  type WindowLike,
  withLabel,
} from 'plainsight/promql';
import type { Ratio, StateUnit, Unit } from 'plainsight/units';
import * as unit from 'plainsight/units';
import { probe_success } from '../metrics/blackbox.ts';
import { pg_up } from '../metrics/postgres.ts';
import { redis_commands_total, redis_up } from '../metrics/redis.ts';
import { signal } from '../profiles.ts';
import { blackbox, postgres, redis, votingApp } from '../targets.ts';

const answering = unit.state({ '-1': 'Unknown', 0: 'Down', 1: 'Up' });

/** -1 for a service while something that tells about it is missing, and nothing otherwise: a tile must not disappear. */
function unknown(service: string, missing: Expr<never>): Expr<'service', typeof answering> {
  const marked = inUnit(answering, mul(missing, -1), { reason: '-1 stands for what nobody knows' });
  return withLabel(marked, 'service', service);
}

/** The services whose own /metrics tell whether they are up, and those whose pages do where there are none. */
const scraped = ['vote', 'result', 'worker'] as const;
const pages = ['vote', 'result'] as const;

const unseenStores = or(
  unknown('redis', max(absent(redis_up.where({ service: 'redis' })))),
  unknown('db', max(absent(pg_up.where({ service: 'db' })))),
);

function unseen(each: readonly Expr<'service', StateUnit>[]): Expr<'service', StateUnit> {
  return each.reduce((all, one) => or(all, one), unseenStores);
}

/**
 * How often somebody asks Redis for a vote. A Redis that was made anew has no count of a command that nobody has sent
 * since: while it is up, that is 0.
 */
function polls(window: WindowLike) {
  const none = inUnit(unit.perSecond('polls'), mul(max(gte(redis_up, 1)), 0), { reason: '0 polls a second' });
  return or(countedAs('polls', sum(rate(redis_commands_total.where({ cmd: 'lpop' }), window))), none);
}

/** The worker has no page to probe: it is at work while somebody polls the queue at least once a second. */
function polling(window: WindowLike): Expr<never, StateUnit> {
  return inUnit(answering, gte(polls(window), 1, { bool: true }), { reason: '1 while the worker polls, else 0' });
}

export const serviceUp = signal({
  id: 'service-up',
  name: 'Services',
  description:
    'Whether each service of the voting app answers. One that is down for more than two minutes does not come back by itself: the app restarts nothing. `docker compose up -d <service>`. Unknown: what would tell it is not reached itself, see the scraped targets.',
  unit: answering,
  labels: ['service'],
  query: {
    instrumented: ({ by }) => {
      const seen = or(max(up.of(votingApp), { by }), or(max(redis_up, { by }), max(pg_up, { by })));
      const targets = scraped.map((service) => unknown(service, max(absent(up.of(votingApp).where({ service })))));
      return or(seen, max(unseen(targets), { by }));
    },
    stock: ({ window, by }) => {
      const worker = max(withLabel(polling(window), 'service', 'worker'), { by });
      const seen = or(or(max(probe_success, { by }), worker), or(max(redis_up, { by }), max(pg_up, { by })));
      const probes = pages.map((service) => unknown(service, max(absent(probe_success.where({ service })))));
      return or(seen, max(unseen([...probes, unknown('worker', absent(polls(window)))]), { by }));
    },
  },
  thresholds: { below: { critical: 1 }, reason: '1 is up, 0 is down' },
  whenEmpty: 'no data',
});

type Asked = Expr<'job' | 'instance' | 'service', Unit<'samples', ''>>;
type Found = Expr<'job' | 'instance' | 'service', StateUnit>;

/** The share of scrapes that found it up: a scrape that failed is one that did not, though it left no sample. */
function share(found: Found, asked: Asked, by: readonly 'service'[]): Expr<'service', Ratio> {
  const up = inUnit(unit.count('samples'), sum(found, { by }), { reason: '1 for each time that it was up' });
  return div(up, sum(asked, { by }));
}

/** 0 for a service of which nothing was seen in the whole window. */
function never(service: string, missing: Expr<never>): Expr<'service', Ratio> {
  return withLabel(inUnit(unit.ratio, mul(missing, 0), { reason: 'up in none of the time' }), 'service', service);
}

function shareOfStores(window: WindowLike, by: readonly 'service'[]): Expr<'service', Ratio> {
  return or(
    share(sumOverTime(redis_up, window), countOverTime(up.of(redis), window), by),
    share(sumOverTime(pg_up, window), countOverTime(up.of(postgres), window), by),
  );
}

function neverStores(window: WindowLike): Expr<'service', Ratio> {
  return or(
    never('redis', max(absentOverTime(redis_up.where({ service: 'redis' }), window))),
    never('db', max(absentOverTime(pg_up.where({ service: 'db' }), window))),
  );
}

/** Where nobody polls, or Redis tells nothing, the worker is not up; while nobody asks at all, nothing is counted. */
function shareOfWorker(window: WindowLike): Expr<'service', Ratio> {
  const idle = inUnit(answering, mul(max(up.of(redis)), 0), { reason: 'asked, and not seen to poll' });
  const mean = avgOverTime(or(polling('2m'), idle), window, { step: '1m' });
  return withLabel(inUnit(unit.ratio, mean, { reason: 'the mean of 0 and 1 is a share' }), 'service', 'worker');
}

export const serviceUptime = signal({
  id: 'service-uptime',
  name: 'Uptime',
  description:
    'The share of the last 24 hours in which a service answered. Time in which nobody could tell is not up. 99.9 % leaves a minute and a half of a day, 99.5 % seven minutes.',
  unit: unit.ratio,
  labels: ['service'],
  query: {
    instrumented: ({ window, by }) => {
      const mean = inUnit(unit.ratio, avgOverTime(up.of(votingApp), window), {
        reason: 'the mean of 0 and 1 is a share',
      });
      const seen = or(avg(mean, { by }), shareOfStores(window, by));
      const targets = scraped.map((service) =>
        never(service, max(absentOverTime(up.of(votingApp).where({ service }), window))),
      );
      return or(
        seen,
        max(
          targets.reduce((all, each) => or(all, each), neverStores(window)),
          { by },
        ),
      );
    },
    stock: ({ window, by }) => {
      const probed = share(sumOverTime(probe_success, window), countOverTime(up.of(blackbox), window), by);
      const seen = or(or(probed, max(shareOfWorker(window), { by })), shareOfStores(window, by));
      const probes = pages.map((service) =>
        never(service, max(absentOverTime(probe_success.where({ service }), window))),
      );
      return or(
        seen,
        max(
          probes.reduce((all, each) => or(all, each), neverStores(window)),
          { by },
        ),
      );
    },
  },
  thresholds: {
    below: { warning: 0.999, critical: 0.995 },
    reason: 'of a day, a restart takes a minute, and seven minutes are an outage',
  },
  whenEmpty: 'no data',
  sample: { from: [serviceUp], as: (up) => Number(up === 1) },
});
