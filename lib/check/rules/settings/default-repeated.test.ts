import { breaches, query, row, signal, text } from 'plainsight';
import * as panel from 'plainsight/panels';
import { max, rateInterval } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, orders, queue_length, queueLength, shop } from '../../../../test/support/shop.ts';
import { defaultRepeated } from './default-repeated.ts';

const words = { key: 'both', title: 'Both', description: 'Both.' } as const;
const shown = (...panels: Parameters<typeof row>[1][number]) =>
  shop({ dashboard: { rows: [row('Health', [panels])] } });
const waiting = signal({
  id: 'waiting',
  name: 'Waiting',
  description: 'Orders that wait.',
  unit: unit.count('orders'),
  whenEmpty: 'no data',
  emptyText: 'No data',
  query: () => max(queue_length),
});
const repeats = (name: string, where = 'dashboard shop / panel queue-length') => ({
  where,
  found: `${name} says what would be so without it`,
  remedy: `leave ${name} out`,
});

describeRule(defaultRepeated, {
  example: shown(
    panel.timeseries(queueLength, { by: ['job'], legend: (l) => text`${l.job}`, draw: 'lines' }),
    panel.timeseries(orders),
  ),
  allows: [
    [
      'what makes a difference',
      shown(
        panel.timeseries(queueLength, { title: 'Other', height: 9, draw: 'bars', fill: 10, display: 'none' }),
        panel.stat(orders, { by: ['service'], legend: (l) => text`of ${l.service}` }),
      ),
    ],
    [
      'the area of a line alone beside others',
      shown(panel.timeseries({ ...words, queries: [queueLength, query(queueLength, { key: 'b' })], fill: 10 })),
    ],
    [
      'the panel of an alert that would lead elsewhere',
      shop({ alerts: { Long: alertOn(breaches(queueLength, 'warning', { by: ['job'] }), { panel: orders }) } }),
    ],
    [
      'a severity that nothing else tells',
      shop({ alerts: { Plain: alertOn(breaches(queueLength, 'warning', { by: ['job'] })) } }),
    ],
  ],
  finds: [
    [
      'the panel that an alert would lead to anyway',
      shop({
        alerts: { Long: alertOn(breaches(queueLength, 'warning', { by: ['job'] }), { panel: queueLength }) },
      }),
      repeats('panel', 'alert Long'),
    ],
    [
      "a panel's key",
      shown(panel.timeseries(queueLength, { key: 'queue-length' }), panel.stat(orders)),
      repeats('key'),
    ],
    ["the signal's name", shown(panel.timeseries(queueLength, { title: queueLength.name })), repeats('title')],
    ["the kind's height", shown(panel.timeseries(queueLength, { height: 8 })), repeats('height')],
    ['no links', shown(panel.timeseries(queueLength, { links: [] })), repeats('links')],
    ['the area of a line alone', shown(panel.timeseries(queueLength, { fill: 10 })), repeats('fill')],
    ['the window of a graph', shown(panel.timeseries(queueLength, { over: rateInterval })), repeats('over')],
    [
      'the key of one of several queries',
      shown(
        panel.timeseries({
          ...words,
          queries: [queueLength, query(queueLength, { by: ['job'], key: 'queue-length-by-job' })],
        }),
      ),
      repeats('key of query queue-length-by-job', 'dashboard shop / panel both'),
    ],
    [
      'thresholds that its queries share',
      shown(
        panel.timeseries({
          ...words,
          queries: [queueLength, query(queueLength, { key: 'b' })],
          thresholds: { from: { warning: 100, critical: 1000 } },
        }),
      ),
      repeats('thresholds', 'dashboard shop / panel both'),
    ],
    [
      'the text of a signal without a value',
      shown(panel.stat(orders), panel.stat(waiting), panel.timeseries(waiting, { key: 'again' })),
      repeats('emptyText of signal waiting', 'dashboard shop / panel waiting'),
    ],
    [
      'the step of the values of a test',
      shop({
        alerts: {
          Long: alertOn(breaches(queueLength, 'warning', { by: ['job'] }), {
            test: {
              fires: { given: [], every: '1m', at: '5m', labels: { job: 'shop' }, says: '' },
              silent: [{ reason: 'no', given: [], every: '5m', at: '5m' }],
            },
          }),
        },
      }),
      repeats('every of a test', 'alert Long'),
    ],
    [
      'how often a dashboard is refreshed',
      shop({ dashboard: { refresh: '30s' } }),
      repeats('refresh', 'dashboard shop'),
    ],
    [
      'the severity of the level that is breached',
      shop({ alerts: { Long: alertOn(breaches(queueLength, 'warning', { by: ['job'] }), { severity: 'warning' }) } }),
      repeats('severity', 'alert Long'),
    ],
  ],
});
