import { row } from 'plainsight';
import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import { dashboardHeight } from './dashboard-height.ts';

const tall = (key: string, height: number) => panel.text({ key, title: key, description: '', markdown: key, height });

describeRule(dashboardHeight, {
  example: shop({ dashboard: { rows: [row('Health', [[tall('a', 20)], [tall('b', 20)]])] } }),
  allows: [
    ['36 rows', shop({ dashboard: { rows: [row('Health', [[tall('a', 35)]])] } })],
    [
      'any height that is collapsed',
      shop({
        dashboard: {
          rows: [row('Health', [[tall('a', 20)]]), row('More', [[tall('b', 90)]], { collapsed: true })],
        },
      }),
    ],
  ],
  finds: [
    [
      '37 rows',
      shop({ dashboard: { rows: [row('Health', [[tall('a', 36)]])] } }),
      { found: '37 grid rows before the first collapsed row' },
    ],
  ],
});
