import { count, show, textPanel, timeseriesOf } from '../../../../lib/index.ts';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { queueLength, shop, withPanel } from '../../../../test/support/shop.ts';
import { panelLines } from './panel-lines.ts';

const twice = (key: string) =>
  timeseriesOf({
    key: 'twice',
    title: 'Twice',
    description: 'Twice.',
    unit: count('orders'),
    lines: [show(queueLength), show(queueLength, { key })],
  });

describeRule(panelLines, {
  example: withPanel(shop(), { queries: [] }),
  allows: [
    ['a text', shop({ panels: [textPanel({ key: 'note', title: '', description: '', markdown: 'Hello' })] })],
    ['one signal twice under two keys', shop({ panels: [twice('queue-length-again')] })],
  ],
  finds: [
    [
      'one signal twice under one key',
      shop({ panels: [twice('queue-length')] }),
      {
        where: 'dashboard shop / panel twice',
        found: 'two lines with the key queue-length',
        allowed: 'a key of its own for each line',
        remedy: "name one of them: show(signal, { key: 'queue-length-2' })",
      },
    ],
  ],
});
