import { counter, scrapeJob, signal, source, target } from 'plainsight';
import * as panel from 'plainsight/panels';
import { rate, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, queueLength, shop, shopTarget, storeJob } from '../../../../test/support/shop.ts';
import type { Relabel } from '../../../model/relabel.ts';
import { metricKept } from './metric-kept.ts';

const job = (...metricRelabel: readonly Relabel[]) =>
  shop({
    dashboard: { rows: [{ title: 'Health', lines: [[panel.timeseries(orders)]], collapsed: false }] },
    signals: { queueLength },
    jobs: [
      scrapeJob(shopTarget, {
        purpose: 'Shop.',
        static: [{ targets: ['shop:80'], labels: { service: 'shop' } }],
        metricRelabel,
      }),
      storeJob,
    ],
  });
const byName = { source_labels: ['__name__'] };
const drop = (regex: string): Relabel => ({ ...byName, regex, action: 'drop' });
const keep = (regex: string): Relabel => ({ ...byName, regex, action: 'keep' });

const two = target('two', { labels: ['service'], jobs: ['two-a', 'two-b'] });
const paid_total = counter(source(two, { version: '1' }), {
  name: 'paid_total',
  help: 'Paid.',
  unit: unit.count('orders'),
  labels: {},
  series: 1,
});
const paid = signal({
  id: 'paid',
  name: 'Paid',
  description: 'Paid.',
  unit: unit.perSecond('orders'),
  query: ({ window }) => sum(rate(paid_total, window)),
  whenEmpty: 'no data',
});
const inTwoJobs = (...dropped: readonly ('two-a' | 'two-b')[]) =>
  shop({
    catalogue: { paid_total },
    panels: [panel.timeseries(paid)],
    jobs: (['two-a', 'two-b'] as const)
      .map((name) =>
        scrapeJob(two, {
          job: name,
          purpose: 'Two.',
          static: [{ targets: [`${name}:80`], labels: { service: name } }],
          metricRelabel: dropped.includes(name) ? [drop('paid_.*')] : [],
        }),
      )
      .concat(storeJob),
  });

describeRule(metricKept, {
  example: job(drop('orders_.*')),
  allows: [
    ['another metric dropped', job(drop('go_.*'))],
    ['part of a name, which is no match', job(drop('orders'))],
    ['this metric kept', job(keep('orders_total|up'))],
    ['some series dropped', job({ source_labels: ['__name__', 'kind'], regex: 'orders_total;cash', action: 'drop' })],
    [
      'series chosen by a label whose values nobody knows',
      job({ source_labels: ['kind'], regex: 'card', action: 'keep' }),
    ],
    ['a label dropped', job({ action: 'labeldrop', regex: 'kind' })],
    ['one of two jobs that scrape it', inTwoJobs('two-a')],
  ],
  finds: [
    ['all others kept', job(keep('up|go_.*')), {}],
    ['every sample dropped', job({ source_labels: ['kind'], regex: '.*', action: 'drop' }), {}],
    ['the whole job dropped', job({ source_labels: ['job', '__name__'], regex: 'shop;.*', action: 'drop' }), {}],
    ['a label of the job that is never there', job({ source_labels: ['zone'], regex: 'eu', action: 'keep' }), {}],
    ['the name taken away', job({ action: 'labelkeep', regex: 'service|instance|job' }), {}],
    [
      'what a step before it wrote',
      job({ target_label: '__tmp', replacement: 'x' }, { source_labels: ['__tmp'], regex: 'x', action: 'drop' }),
      {},
    ],
    [
      'another name',
      job({ ...byName, regex: 'orders_(.*)', target_label: '__name__', replacement: 'shop_orders_$1' }),
      {
        found: 'orders_total of the job shop, which metricRelabel renames to shop_orders_total',
        remedy: 'define the metric under its new name, or remove the step',
      },
    ],
    [
      'both jobs that scrape it',
      inTwoJobs('two-a', 'two-b'),
      { where: 'dashboard shop / panel paid', found: 'paid_total of the job two-a, which metricRelabel drops' },
    ],
  ],
});
