import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import { dashboardWords } from './dashboard-words.ts';

describeRule(dashboardWords, {
  example: shop({ dashboard: { description: ' ', tags: [] } }),
  allows: [['one tag', shop({ dashboard: { tags: ['shop'] } })]],
  finds: [
    ['no title', shop({ dashboard: { title: '' } }), { found: 'no title' }],
    ['an empty tag', shop({ dashboard: { tags: [''] } }), { found: 'no tags' }],
  ],
});
