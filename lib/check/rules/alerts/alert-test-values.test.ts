import { series } from 'plainsight';
import { expect, it } from 'vitest';
import { promtool } from '../../../../test/support/promtool-files.ts';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { describeWithServer } from '../../../../test/support/servers.ts';
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

const TAKEN = [
  ...['1', '-1.5', '+1', '.5', '1.', '1.e5', '-.5e1', '1E-3', '1e3', '00', '1_000', '1_0.0_1', '1e1_0'],
  ...['0x5', '0x0', '1.x2', '.5x2', '1e3x2', '1_000+1_0x2', '1x007', '0+10x5', '100-2x20', '+1x2', '-1-1x2', '1+0x3'],
  ...['_', '_x3', '_x0', 'stale', '_ _x3 stale', 'NaN', 'nan', '+Inf', '-INF', 'inf'],
  ...['', '  ', ' 1 ', '1\t2', '1  2', '1\n', '1 2 3'],
  ...['{{}}', '{{}}x3', '{{schema:1 sum:3 count:2}}x4 1', '{{schema:1}}+{{schema:1}}x2', '{{}}-{{}}x1'],
  ...['{{buckets:[1  2] }}', '{{sum:NaN}}', '{{sum:-1}}', '{{count:1e3}}', '{{custom_values:[1 2] schema:-53}}'],
  '{{n_buckets:[1] z_bucket:2 z_bucket_w:0.1 offset:1 n_offset:-2 counter_reset_hint:gauge}}',
];

const REFUSED = [
  ...['1+1*5', '1+1', '1-1', '1x', '1x-1', '1x1.5', '1x1_0', '1x5x2', '0x2x3', '0xx2', '1+-2x3', '1X3'],
  ...['NaNx3', 'Infx3', 'nanx2', '1+Infx2', 'stalex3', 'Stale', '+stale', 'infinity', 'up', '"1"', '#'],
  ...['0x1F', '0b1', '1e', '1e+', 'e1', '.', '1..2', '1.2.3', '1_', '1__0', '_1', '__', '5m', '1,2', '1;2', '1e_1'],
  ...['1\n2', '\u00a01', '１'],
  ...['{{foo:1}}', '{{schema:1,sum:2}}', '{{schema: 1}}', '{{ schema:1}}', '{{schema:1.5}}', '{{schema:1 schema:2}}'],
  ...['{{sum:+1}}', '{{buckets:[1,2]}}', '{{buckets:[]}}', '{{buckets:[ 1]}}', '{{counter_reset_hint:foo}}', '{{}'],
  ...['{{}}*{{}}x1', '{{}}{{}}', '{{}}2', '{{}}x2+{{}}', '{{}}+{{}}', '{{}}+1x2', '1+{{}}x2'],
];

describeRule(alertTestValues, {
  example: tested('1+1*5'),
  allows: TAKEN.map((values) => [JSON.stringify(values), tested(values)] as const),
  finds: [
    ['a value of a silent test', testedAs('1+1*5', 'silent'), {}],
    ['several', tested('1 up _ 1,2'), said('up'), said('1,2')],
    ['what would never end', tested('1x99999999999999999999'), said('1x99999999999999999999')],
    ...REFUSED.map((value) => [value, tested(value), said(/\n/.test(value) ? JSON.stringify(value) : value)] as const),
  ],
});

function said(value: string) {
  return { found: `the value ${value} of queue_length, which promtool cannot read` };
}

describeWithServer(['promtool'], 'promtool test rules', () => {
  it('takes what is allowed', async () => expect(await complaints(TAKEN)).toEqual([]));

  it('refuses what is found, one by one', async () => {
    expect(await complaints(REFUSED)).toHaveLength(REFUSED.length);
  });
});

/** What promtool says of values, each in a test of its own: it tells nothing of a test that passes. */
async function complaints(values: readonly string[]): Promise<readonly string[]> {
  const tests = values.map((each) => ({ interval: '1m', input_series: [{ series: 'queue_length', values: each }] }));
  const files = new Map([
    ['rules.yml', JSON.stringify({ groups: [] })],
    ['tests.yml', JSON.stringify({ rule_files: ['rules.yml'], evaluation_interval: '1m', tests })],
  ]);
  const said = await promtool(files, ['test', 'rules', 'tests.yml']);
  return said.split('\n').filter((line) => line.includes('parse error'));
}
