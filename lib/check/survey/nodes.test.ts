import { signal } from 'plainsight';
import * as panel from 'plainsight/panels';
import { max } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { expect, test } from 'vitest';
import { queue_length, shop, shopJob } from '../../../test/support/shop.ts';
import { findingsIn } from '../check.ts';
import { metricScraped } from '../rules/promql/metric-scraped.ts';
import { surveyOf } from './survey.ts';

const longest = signal({
  id: 'longest',
  name: 'Longest queue',
  description: 'Orders in the longest queue.',
  unit: unit.count('orders'),
  labels: ['job'],
  query: ({ by }) => max(queue_length, { by }),
  whenEmpty: 'no data',
});

const panels = [
  panel.stat(longest, { key: 'a' }),
  panel.stat(longest, { key: 'b' }),
  panel.stat(longest, { key: 'c', by: ['job'] }),
];

test('what several panels ask is looked at once, with all of them', () => {
  const { inPanels } = surveyOf(shop({ panels }));
  const all = inPanels.trees.map(({ expressions }) => expressions.map(({ panel: { key } }) => key));
  expect(all).toEqual([['orders'], ['queue-length'], ['a', 'b'], ['c']]);
});

test('what is wrong with it is said of each of them', () => {
  // Nobody scrapes the store, whose metric they show.
  const found = findingsIn(shop({ panels, jobs: [shopJob] }), [metricScraped]).map(({ about }) => about.where.what);
  expect(found).toEqual(expect.arrayContaining(['a', 'b', 'c'].map((key) => `dashboard shop / panel ${key}`)));
});
