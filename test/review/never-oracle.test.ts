/** What a review says can never be true, is not true in Prometheus, whatever the series of these names are. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { neverAnswers } from '../../lib/review/expression/never.ts';
import { freshFolder } from '../support/folder.ts';
import { runToEnd } from '../support/process.ts';
import { describeWithServer, requireServer } from '../support/servers.ts';

const NEVER = [
  'up > 1',
  'avg_over_time(up[5m]) < 0',
  'count(a) == 0',
  'count(missing) == 0',
  'sum(rate(a[5m])) < 0',
  '1 - avg(up) > 1',
  'rate(a{b="c"}[5m]) / rate(a[5m]) > 1',
  'sum(rate(a{b="c"}[5m])) / sum(rate(a[5m])) > 1',
  'a > 5 and up > 1',
  'sum by (b) (a) / sum by (job) (up)',
  'sum by (b) (a) > sum(up)',
  'sum by (b) (a) and on (b) sum(up)',
  'absent(up) > 1',
];

/** The same with one thing other: all of them have an answer here. */
const ANSWERED = [
  'up >= 1',
  'avg_over_time(up[5m]) > 0',
  'count(a) == 2',
  'sum(rate(a[5m])) > 0',
  'sum(rate(a{b="c"}[5m])) / sum(rate(a[5m])) > 0.1',
  'sum by (b) (a) / on () group_left sum(up)',
  '(count(missing) or vector(0)) == 0',
];

const SERIES = [
  { series: 'a{b="c",job="shop"}', values: '0+6x40' },
  { series: 'a{b="d",job="shop"}', values: '0+2x40' },
  { series: 'up{job="shop"}', values: '1x20 0x5 1x15' },
];

/** Promtool's complaint about a file in which none of the expressions has an answer; empty for none. */
async function complaint(expressions: readonly string[]): Promise<string> {
  const file = join(freshFolder(), 'tests.yml');
  const moments = ['10m', '22m', '30m'];
  const asked = expressions.flatMap((expr) => moments.map((at) => ({ expr, eval_time: at, exp_samples: [] })));
  writeFileSync(file, stringify({ tests: [{ interval: '1m', input_series: SERIES, promql_expr_test: asked }] }));
  return await runToEnd(requireServer('promtool'), ['test', 'rules', file]).then(
    () => '',
    (error: unknown) => String(error),
  );
}

describeWithServer(['promtool'], 'what can never be true', () => {
  it('is not true in Prometheus', async () => {
    expect(NEVER.filter((expr) => neverAnswers({ expr, language: 'promql' }) === undefined)).toEqual([]);
    expect(await complaint(NEVER)).toBe('');
  });

  it.each(ANSWERED)('%s is, and may be', async (expr) => {
    expect(neverAnswers({ expr, language: 'promql' })).toBeUndefined();
    expect(await complaint([expr])).toContain('expr:');
  });
});
