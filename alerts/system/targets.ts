/**
 * Alerts on what Prometheus reaches, and on pages that do not load.
 *
 * No alert says "a service is down" in general: it would page a second time for what TargetDown, ProbeFailed,
 * WorkerNotPolling, RedisDown and PostgresDown say already, each with the first thing to do.
 */
import { alert, breaches, series, text, value } from 'plainsight';
import { and, avgOverTime, changes, gte, lt, max, min, or, up } from 'plainsight/promql';
import { probe_success } from '../../stack/metrics/blackbox.ts';
import { redis_up } from '../../stack/metrics/redis.ts';
import { pageAnswers } from '../../stack/signals/application.ts';
import { otherTargets, scrapesAnswered, targetChanges, vitalTargets } from '../../stack/signals/targets.ts';
import { node, redis } from '../../stack/targets.ts';

const redisTarget = { job: 'redis', service: 'redis' } as const;
const hostTarget = { job: 'node', service: 'host' } as const;

export const TargetDown = [
  alert({
    when: breaches(vitalTargets, 'critical', { by: ['job', 'service'] }),
    for: '2m',
    group: 'targets',
    summary: 'Prometheus cannot reach a target that the alerts depend on.',
    description: (l) =>
      text`Nobody answers to scrapes of ${l.service} (job ${l.job}). Alerts that need its metrics stay silent.`,
    test: {
      fires: {
        given: [series(up.of(redis), redisTarget, '1x3 0x10')],
        at: '7m',
        labels: redisTarget,
        says: 'Nobody answers to scrapes of redis (job redis). Alerts that need its metrics stay silent.',
      },
      silent: [
        {
          reason: 'one failed scrape is no outage',
          given: [series(up.of(redis), redisTarget, '1x3 0 1x10')],
          at: '6m',
        },
        {
          reason: 'when Redis is down its exporter still answers, and RedisDown speaks',
          given: [series(up.of(redis), redisTarget, '1x10'), series(redis_up, { service: 'redis' }, '0x10')],
          at: '7m',
        },
      ],
    },
  }),
  alert({
    when: breaches(otherTargets, 'warning', { by: ['job', 'service'] }),
    for: '5m',
    group: 'targets',
    summary: 'Prometheus cannot reach a target.',
    description: (l) => text`Nobody answers to scrapes of ${l.service} (job ${l.job}). Panels that need it are empty.`,
    test: {
      fires: {
        given: [series(up.of(node), hostTarget, '1x3 0x10')],
        at: '10m',
        labels: hostTarget,
        says: 'Nobody answers to scrapes of host (job node). Panels that need it are empty.',
      },
      silent: [
        {
          reason: 'an exporter that is restarted is away for a minute or two',
          given: [series(up.of(node), hostTarget, '1x3 0x3 1x10')],
          at: '10m',
        },
        {
          reason: 'a vital target pages instead',
          given: [series(up.of(redis), redisTarget, '1x3 0x10')],
          at: '10m',
          also: {
            critical: {
              labels: redisTarget,
              says: 'Nobody answers to scrapes of redis (job redis). Alerts that need its metrics stay silent.',
            },
          },
        },
      ],
    },
  }),
];

/** Three changes are more than one restart: gone, back, and gone again. */
const COMES_AND_GOES = 3;

export const ExporterFlapping = alert({
  when: and(
    breaches(scrapesAnswered, 'warning', { by: ['job', 'service'] }),
    gte(value(targetChanges, { by: ['job', 'service'] }), COMES_AND_GOES),
  ),
  for: '5m',
  keepFiringFor: '10m',
  group: 'targets',
  summary: 'A target comes and goes.',
  description: (l, v) =>
    text`Of the scrapes of ${l.service} (job ${l.job}) ${v} are answered. Alerts on it start anew each time.`,
  test: {
    fires: [
      {
        given: [series(up.of(redis), redisTarget, '1x5 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1')],
        at: '25m',
        labels: redisTarget,
        says: 'Of the scrapes of redis (job redis) 50% are answered. Alerts on it start anew each time.',
      },
      {
        // It was away for the last time a quarter of an hour ago.
        given: [series(up.of(redis), redisTarget, '1x5 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1x20')],
        at: '37m',
        labels: redisTarget,
        says: 'Of the scrapes of redis (job redis) 70% are answered. Alerts on it start anew each time.',
      },
    ],
    silent: [
      {
        reason: 'one restart that took three minutes',
        given: [series(up.of(node), hostTarget, '1x5 0x2 1x20')],
        at: '14m',
      },
      {
        reason: 'a target that is gone altogether, and TargetDown speaks',
        given: [series(up.of(node), hostTarget, '1x5 0x20')],
        at: '8m',
      },
    ],
  },
});

/** Away again and again, and never for long. */
const comesAndGoes = and(
  lt(min(avgOverTime(probe_success, '10m'), { by: ['service'] }), 0.8),
  gte(max(changes(probe_success, '10m'), { by: ['service'] }), COMES_AND_GOES),
);

export const ProbeFailed = alert({
  when: or(breaches(pageAnswers, 'critical', { by: ['service'] }), comesAndGoes),
  for: '2m',
  // Whoever does not answer people is not scraped either, and the next scrape may come later than the next probe.
  keepFiringFor: '1m',
  group: 'targets',
  summary: 'A page of the voting app cannot be loaded.',
  description: (l) => text`The page of ${l.service} does not load, or only now and then: people cannot open it.`,
  test: {
    fires: [
      {
        given: [series(probe_success, { service: 'vote' }, '1x3 0x10')],
        at: '7m',
        labels: { service: 'vote' },
        says: 'The page of vote does not load, or only now and then: people cannot open it.',
      },
      {
        given: [series(probe_success, { service: 'vote' }, '1x3 0 1 0 1 0 1 0 1 0 1 0 1 0 1')],
        at: '15m',
        labels: { service: 'vote' },
        says: 'The page of vote does not load, or only now and then: people cannot open it.',
      },
      {
        // It loads again; whether it answers to scrapes as well is not known yet.
        given: [series(probe_success, { service: 'vote' }, '1x3 0x6 1x10')],
        at: '11m',
        labels: { service: 'vote' },
        says: 'The page of vote does not load, or only now and then: people cannot open it.',
      },
    ],
    silent: [
      {
        reason: 'one failed probe is no outage',
        given: [series(probe_success, { service: 'vote' }, '1x3 0 1x10')],
        at: '6m',
      },
      {
        reason: 'without the prober nobody knows, and TargetDown speaks',
        given: [series(probe_success, { service: 'vote' }, '1x3 stale')],
        at: '7m',
      },
    ],
  },
});
