import { scrapeJob, source, summary } from 'plainsight';
import * as unit from 'plainsight/units';
import { describe, expect, test } from 'vitest';
import { recordedAs, type ShopChange, shop, shopJob, shopTarget, storeJob } from '../../../test/support/shop.ts';
import { surveyOf } from '../../check/survey/survey.ts';
import { parse } from '../parse/parse.ts';
import type { Labels } from './labels.ts';

const latency_seconds = summary(source(shopTarget, { version: '' }), {
  name: 'latency_seconds',
  help: '',
  unit: unit.seconds,
  labels: {},
  series: 3,
  bounds: [0.5],
});
const jobWith = (change: Partial<Parameters<typeof scrapeJob>[1]>): ShopChange => ({
  jobs: [scrapeJob(shopTarget, { purpose: 'Shop.', static: shopJob.static, ...change }), storeJob],
});

/** `a` for a label that is always there, `a?` for one that can be, `a=x` for its only value, `…` for others. */
function told(labels: Labels | undefined): string {
  if (labels === undefined) return 'a number';
  const names = [...labels.named].flatMap(([name, { presence, value }]) => {
    if (presence === 'never') return [];
    return [`${name}${presence === 'sometimes' ? '?' : ''}${value === undefined ? '' : `=${value}`}`];
  });
  return [...names.sort(), ...(labels.others === 'never' ? [] : ['…'])].join(' ');
}

function labelsIn(text: string, change: ShopChange = {}): string {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(text);
  return told(surveyOf(shop({ catalogue: { latency_seconds }, ...change })).labelsOf(parsed.node));
}

describe('labels of selectors', () => {
  test.each([
    ['orders_total', 'instance job=shop kind service=shop'],
    ['orders_total{kind="card"}', 'instance job=shop kind=card service=shop'],
    ['orders_total{kind=""}', 'instance job=shop service=shop'],
    ['orders_total{kind=~"card"}', 'instance job=shop kind service=shop'],
    ['request_duration_seconds_bucket', 'instance job=shop le route service=shop'],
    ['request_duration_seconds_count', 'instance job=shop route service=shop'],
    ['latency_seconds', 'instance job=shop quantile service=shop'],
    ['latency_seconds_count', 'instance job=shop service=shop'],
    ['up', 'instance job service?'],
    ['up{service!=""}', 'instance job service'],
    ['up{job="store"}', 'instance job=store service?'],
    ['elsewhere', '…'],
    ['elsewhere{a="b",c!=""}', 'a=b c …'],
    ['{__name__="elsewhere"}', '…'],
    ['job:queue_length:max', 'job=store'],
  ])('%s: %s', (text, expected) => expect(labelsIn(text)).toBe(expected));
});

describe('labels of expressions', () => {
  test.each([
    ['sum by (job, kind) (orders_total)', 'job=shop kind'],
    ['sum without (kind) (orders_total)', 'instance job=shop service=shop'],
    ['sum without (a) (elsewhere)', '…'],
    ['count_values("n", orders_total)', 'n'],
    ['orders_total or queue_length', 'instance job kind? queue? service'],
    ['orders_total or elsewhere', 'instance? job? kind? service? …'],
    ['queue_length{queue="a"} or queue_length{queue="a"}', 'instance job=store queue=a service=store'],
    ['orders_total and queue_length', 'instance job=shop kind service=shop'],
    ['orders_total * on (job, kind) queue_length', 'job=shop kind'],
    ['orders_total * ignoring (kind) queue_length', 'instance job=shop service=shop'],
    ['orders_total * on (job) group_left (queue) queue_length', 'instance job=shop kind queue service=shop'],
    ['sum(orders_total) * on () group_right () queue_length', 'instance job=store queue service=store'],
    ['orders_total > 1', 'instance job=shop kind service=shop'],
    ['1 + 2', 'a number'],
    ['scalar(sum(orders_total))', 'a number'],
    ['time() - orders_total', 'instance job=shop kind service=shop'],
    ['vector(1)', ''],
    ['label_replace(orders_total, "kind", "$1", "job", "(.*)")', 'instance job=shop kind? service=shop'],
    ['info(orders_total)', 'instance job=shop kind service=shop …'],
  ])('%s: %s', (text, expected) => expect(labelsIn(text)).toBe(expected));
});

describe('labels that a job adds', () => {
  test.each<[string, ShopChange, string]>([
    [
      'a label that relabelling writes has no value of its own',
      jobWith({ relabel: [{ source_labels: ['__address__'], target_label: 'service' }] }),
      'instance job=shop kind service',
    ],
    [
      'nor has one that is rewritten after the scrape',
      jobWith({ metricRelabel: [{ source_labels: ['kind'], target_label: 'job' }] }),
      'instance job kind service=shop',
    ],
    [
      'nor one with two values',
      jobWith({
        static: [
          { targets: ['a:80'], labels: { service: 'a' } },
          { targets: ['b:80'], labels: { service: 'b' } },
        ],
      }),
      'instance job=shop kind service',
    ],
    ['a job that is not there adds nothing that is known', { jobs: [storeJob] }, 'instance job kind service'],
  ])('%s', (_, change, expected) => expect(labelsIn('orders_total', change)).toBe(expected));
});

test('rules that read each other are unknown, and come to an end', () => {
  const signals = { a: recordedAs('app:a:sum', 'app:b:sum + 1'), b: recordedAs('app:b:sum', 'app:a:sum + 1') };
  expect(labelsIn('app:a:sum', { signals })).toBe('…');
});
