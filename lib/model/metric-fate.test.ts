import { scrapeJob, target } from 'plainsight';
import { expect, it } from 'vitest';
import { fateOf } from './metric-fate.ts';
import type { Relabel } from './relabel.ts';

it('tells what becomes of a metric', () => {
  const of = target('shop', { labels: ['service'] });
  const fate = (...metricRelabel: readonly Relabel[]) =>
    fateOf('orders_total', scrapeJob(of, { purpose: 'Shop.', metricRelabel }), ['kind']);
  expect(fate()).toBe('kept');
  expect(fate({ action: 'drop', source_labels: ['job'], regex: 'shop' })).toBe('dropped');
  expect(fate({ action: 'keep', source_labels: ['kind'], regex: 'card' })).toBe('kept');
  expect(fate({ source_labels: ['__name__'], target_label: '__name__', replacement: 'a_${1}' })).toEqual({
    renamed: 'a_orders_total',
  });
});
