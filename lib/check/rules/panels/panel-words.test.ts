import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop, withPanel } from '../../../../test/support/shop.ts';
import { panelWords } from './panel-words.ts';

describeRule(panelWords, {
  example: withPanel(shop(), { description: '' }),
  allows: [
    ['a text panel', shop({ panels: [panel.text({ key: 'note', title: '', description: '', markdown: 'Hello' })] })],
  ],
  finds: [['neither', withPanel(shop(), { title: ' ', description: '' }), { found: 'no title and no description' }]],
});
