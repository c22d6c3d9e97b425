import { text } from 'plainsight';
import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, shop, withPanel } from '../../../../test/support/shop.ts';
import { textVisible } from './text-visible.ts';

const titled = (title: string) => shop({ dashboard: { title } });
const runbook = (text: string) => shop({ runbooks: { QueueLong: text } });

describeRule(textVisible, {
  example: titled('Shop\u0007'),
  allows: [
    ['any script', titled('Grüße, 日本, עברית, 🐙')],
    ['lines', runbook('# QueueLong\n\n\tAdd a worker.\r\n')],
    ['joined emoji', titled('👩‍🌾')],
  ],
  finds: [
    ['an escape sequence', titled('\u001b[31mShop'), { found: 'the title "\\u001b[31mShop", with \\u001b in it' }],
    ['half a character', titled('Shop \ud800'), { found: 'the title "Shop \\ud800", with \\ud800 in it' }],
    ['what is no character', titled('Shop\uffff'), { found: 'the title "Shop\uffff", with \\uffff in it' }],
    ['a separator of lines', titled('a\u2028b'), { found: 'the title "a\u2028b", with \\u2028 in it' }],
    ['reading turned round', titled('\u202epohs'), { found: 'the title "\u202epohs", with \\u202e in it' }],
    [
      'a lone carriage return in a runbook',
      runbook('# QueueLong\rx'),
      { where: 'runbook QueueLong', found: 'the runbook "# QueueLong\\rx", with \\u000d in it' },
    ],
    ['a tag', shop({ dashboard: { tags: ['a\u0000'] } }), { found: 'the tag "a\\u0000", with \\u0000 in it' }],
    [
      'a variable',
      shop({ dashboard: { variables: [{ kind: 'text', name: 'a', label: 'A\u0008', value: '' }] } }),
      { found: 'the label of variable a "A\\b", with \\u0008 in it' },
    ],
    [
      'a legend',
      shop({ panels: [panel.timeseries(orders, { key: 'a', legend: () => text`x\u0085` })] }),
      { where: 'dashboard shop / panel a', found: 'the legend "x\u0085", with \\u0085 in it' },
    ],
    [
      'the text of a value',
      withPanel(shop(), { mappings: [{ of: 1, text: 'up\u009b' }] }),
      { where: 'dashboard shop / panel orders', found: 'the text of a value "up\u009b", with \\u009b in it' },
    ],
  ],
});
