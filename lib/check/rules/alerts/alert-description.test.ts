import { text } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, shop } from '../../../../test/support/shop.ts';
import type { Text } from '../../../model/text.ts';
import { alertDescription } from './alert-description.ts';

const few = (description: Text, labels: readonly string[] = ['job']) =>
  shop({
    alerts: { Few: alertOn(promql('sum by (job) (orders_total) < 1', labels), { description: () => description }) },
  });

describeRule(alertDescription, {
  example: few(text`Few.`),
  allows: [
    ['a label', few(text`Few in ${{ hole: 'label', label: 'job' }}.`)],
    ['a fixed text where there is one series only', few(text`Nobody orders.`, [])],
  ],
  finds: [['nothing', few(text` `), { found: 'no description' }]],
});
