import { query } from 'plainsight';
import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { queueLength, shop, withPanel } from '../../../../test/support/shop.ts';
import { panelQueries } from './panel-queries.ts';

const twice = (key: string) =>
  panel.timeseries({
    key: 'twice',
    title: 'Twice',
    description: 'Twice.',
    queries: [queueLength, query(queueLength, { key })],
  });

describeRule(panelQueries, {
  example: withPanel(shop(), { queries: [] }),
  allows: [
    ['a text', shop({ panels: [panel.text({ key: 'note', title: '', description: '', markdown: 'Hello' })] })],
    ['one signal twice under two keys', shop({ panels: [twice('queue-length-again')] })],
  ],
  finds: [
    [
      'one signal twice under one key',
      shop({ panels: [twice('queue-length')] }),
      {
        where: 'dashboard shop / panel twice',
        found: 'two queries with the key queue-length',
        allowed: 'a key of its own for each query',
        remedy: "name one of them: query(signal, { key: 'queue-length-2' })",
      },
    ],
  ],
});
