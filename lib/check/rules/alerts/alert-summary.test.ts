import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, shop } from '../../../../test/support/shop.ts';
import { alertSummary } from './alert-summary.ts';

const few = (summary: string) => shop({ alerts: { Few: alertOn(promql('sum(orders_total) < 1'), { summary }) } });

describeRule(alertSummary, {
  example: few('few orders'),
  allows: [
    ['a sentence', few('Few orders arrive.')],
    ['a digit first', few('5 minutes passed without an order.')],
  ],
  finds: [
    ['nothing', few(' '), { found: '" ": no text' }],
    [
      'a template',
      few('Few orders in {{ $labels.shop }}.'),
      { found: '"Few orders in {{ $labels.shop }}.": a template' },
    ],
    ['two lines', few('Few\norders.'), { found: '"Few\norders.": several lines' }],
  ],
});
