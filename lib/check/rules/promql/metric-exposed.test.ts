import { row, scrapeJob, signal } from 'plainsight';
import * as panel from 'plainsight/panels';
import { min, up } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop, shopTarget, storeJob } from '../../../../test/support/shop.ts';
import { metricExposed } from './metric-exposed.ts';

const silentIn = (profile: string) => ({
  jobs: [
    scrapeJob(shopTarget, {
      purpose: 'The shop.',
      static: [{ targets: ['shop:80'], labels: { service: 'shop' } }],
      exposesNothing: { [profile]: 'the images have no /metrics' },
    }),
    storeJob,
  ],
});

const reachable = signal({
  id: 'reachable',
  name: 'Reachable',
  description: 'Whether the shop answers.',
  unit: unit.state({ 0: 'Down', 1: 'Up' }),
  query: () => min(up.of(shopTarget)),
  whenEmpty: 'no data',
});

describeRule(metricExposed, {
  example: shop(silentIn('plain')),
  allows: [
    ['another profile', shop(silentIn('other'))],
    [
      'whether targets can be reached',
      shop({
        ...silentIn('plain'),
        dashboard: { rows: [row('All', [[panel.stat(reachable)]])] },
        signals: { reachable },
      }),
    ],
  ],
});
