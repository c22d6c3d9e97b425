import { series } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { queue_length, shop, withAlerts } from '../../../../test/support/shop.ts';
import { alertTestValues } from './alert-test-values.ts';

const testedAs = (values: string, state: 'fires' | 'silent') => {
  const given = [series(queue_length, { queue: 'orders', service: 'store' }, values)];
  const test = { given, every: { ms: 60_000 }, at: { ms: 60_000 } };
  const fires = [{ ...test, labels: {}, says: '1' }];
  const silent = [{ ...test, reason: 'x' }];
  return withAlerts(shop(), { test: state === 'fires' ? { fires, silent: [] } : { fires: [], silent } });
};
const tested = (values: string) => testedAs(values, 'fires');

describeRule(alertTestValues, {
  example: tested('1+1*5'),
  allows: [
    '1',
    '-1.5',
    '0x5',
    '1 2 3',
    '0+10x5',
    '100-2x20',
    '_ _x3 stale',
    'NaN',
    '+Inf',
    '1e3',
    '{{schema:1 sum:3 count:2}}x4 1',
  ].map((values) => [values, tested(values)] as const),
  finds: [
    ['a value of a silent test', testedAs('1+1*5', 'silent'), {}],
    ['words', tested('1 up'), { found: 'the value up of queue_length, which promtool cannot read' }],
    ['a growth without an end', tested('1+1'), { found: 'the value 1+1 of queue_length, which promtool cannot read' }],
    ['a comma', tested('1,2'), { found: 'the value 1,2 of queue_length, which promtool cannot read' }],
  ],
});
